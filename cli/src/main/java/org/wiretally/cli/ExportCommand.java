package org.wiretally.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wiretally.query.Answer;
import org.wiretally.query.EventTable;
import org.wiretally.query.StoryPlace;
import org.wiretally.schemas.AvroSerdes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes what stands as a table of events. */
@Command(
    name = "export",
    description = {
      "Writes every figure that stands as a table, one row a story, figure, group and profile.",
      "The columns are those that users of ACLED and UCDP GED files know; docs/consensus.md has them."
    },
    mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
  /** How a table is written. */
  enum Format {
    CSV,
    JSONL
  }

  private final Streams streams;
  @Mixin private ClusterOptions options = new ClusterOptions();
  @Mixin private ProfileOptions profiles = new ProfileOptions();

  @Option(
      names = "--format",
      defaultValue = "csv",
      description = "csv (RFC 4180, UTF-8) or jsonl. Default: ${DEFAULT-VALUE}")
  private Format format = Format.CSV;

  @Option(names = "--figure", paramLabel = "F", description = "Only this figure, such as KILLED.")
  private @Nullable String figure;

  @Option(names = "--out", paramLabel = "FILE", description = "Where to. Default: standard output")
  private @Nullable Path out;

  ExportCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    int rows;
    try (Cluster cluster = Clusters.open(options, streams);
        AvroSerdes serdes = AvroSerdes.at(cluster.registryUrl())) {
      Answers answers = new Answers(cluster, serdes, options.topics());
      Map<String, StoryPlace> stories = answers.stories();
      List<Answer> standing =
          answers.of(stories::containsKey, profiles.profiles(), null, null).stream()
              .filter(answer -> figure == null || answer.figure().equalsIgnoreCase(figure))
              .toList();
      rows = write(standing, stories);
    }
    if (out != null) {
      streams.err().printf("wrote %,d rows to %s%n", rows, out);
    }
    return 0;
  }

  private int write(List<Answer> answers, Map<String, StoryPlace> stories) {
    if (out == null) {
      return write(answers, stories, streams.out());
    }
    try (PrintWriter writer =
        new PrintWriter(Files.newBufferedWriter(out, StandardCharsets.UTF_8))) {
      int rows = write(answers, stories, writer);
      if (writer.checkError()) {
        throw new IOException("the disk may be full");
      }
      return rows;
    } catch (IOException e) {
      throw new UserException(
          "the file " + out + " cannot be written; name another one with --out.", e);
    }
  }

  private int write(List<Answer> answers, Map<String, StoryPlace> stories, PrintWriter to) {
    if (format == Format.CSV) {
      to.print(EventTable.header() + "\r\n");
    }
    int rows = 0;
    for (Answer answer : answers) {
      StoryPlace story = stories.get(answer.storyId());
      if (story != null) {
        Map<String, @Nullable Object> row = EventTable.row(story, answer);
        to.print(format == Format.CSV ? EventTable.csv(row) + "\r\n" : object(row) + "\n");
        rows++;
      }
    }
    to.flush();
    return rows;
  }

  private static ObjectNode object(Map<String, @Nullable Object> row) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    row.forEach((column, value) -> object.putPOJO(column, value));
    return object;
  }
}
