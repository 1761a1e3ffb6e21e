package org.wiretally.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wiretally.query.Answer;
import org.wiretally.schemas.AvroSerdes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What is, or was, known of a story's figures. */
@Command(
    name = "query",
    description = {
      "Prints a story's figures as they stand, or as they stood at a time.",
      "--at asks for evidence published by then, --known-at for what this system had read by then."
    },
    mixinStandardHelpOptions = true)
final class QueryCommand implements Callable<Integer> {
  private static final String ROW = "  %-11s %-17s %-16s %9s %9s %9s %6s %8s  %s%n";

  private final Streams streams;
  @Mixin private ClusterOptions options = new ClusterOptions();
  @Mixin private ProfileOptions profiles = new ProfileOptions();

  @Parameters(paramLabel = "STORY", description = "The story's id.")
  private String story = "";

  @Option(names = "--figure", paramLabel = "F", description = "Only this figure, such as KILLED.")
  private @Nullable String figure;

  @Option(
      names = "--at",
      paramLabel = "TIME",
      converter = InstantOption.class,
      description = "Only evidence that was published by this time counts.")
  private @Nullable Instant at;

  @Option(
      names = "--known-at",
      paramLabel = "TIME",
      converter = InstantOption.class,
      description = "Only what had been processed by this time counts.")
  private @Nullable Instant knownAt;

  @Option(names = "--json", description = "Prints JSON, one object a line.")
  private boolean json;

  QueryCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    List<Answer> answers = new ArrayList<>();
    try (Cluster cluster = Clusters.open(options, streams);
        AvroSerdes serdes = AvroSerdes.at(cluster.registryUrl())) {
      new Answers(cluster, serdes, options.topics())
          .of(story::equals, profiles.profiles(), at, knownAt).stream()
              .filter(answer -> figure == null || answer.figure().equalsIgnoreCase(figure))
              .forEach(answers::add);
    }
    if (answers.isEmpty()) {
      throw new UserException(
          "nothing was known of story "
              + story
              + (figure == null ? "" : " on " + figure)
              + (at == null && knownAt == null ? "" : " at that time")
              + " on this cluster; wiretally watch --from-beginning lists the stories.");
    }
    answers.sort(
        Comparator.comparing(Answer::figure)
            .thenComparing(answer -> answer.group().equals("ALL") ? "" : answer.group()));
    if (json) {
      answers.forEach(answer -> streams.out().println(object(answer)));
    } else {
      print(streams.out(), answers);
    }
    return 0;
  }

  private static void print(PrintWriter out, List<Answer> answers) {
    // An answer keeps the name that the story had when it was emitted; one folded now has today's.
    Answer newest =
        answers.stream()
            .max(
                Comparator.comparing(
                    Answer::knownAt, Comparator.nullsLast(Comparator.naturalOrder())))
            .orElseThrow();
    out.printf("%s  (%s)%n", newest.storyLabel(), newest.storyId());
    out.printf(
        ROW,
        "figure",
        "group",
        "profile",
        "low",
        "best",
        "high",
        "conf.",
        "origins",
        "as of, note");
    for (Answer answer : answers) {
      out.printf(
          ROW,
          answer.figure(),
          answer.group(),
          answer.profile(),
          ConsensusTable.number(answer.low()),
          ConsensusTable.number(answer.best()),
          ConsensusTable.number(answer.high()),
          String.format(Locale.ROOT, "%.2f", answer.confidence()),
          answer.origins(),
          Rows.time(answer.asOf()) + "  " + answer.note());
    }
  }

  private static ObjectNode object(Answer answer) {
    ObjectNode row = JsonNodeFactory.instance.objectNode();
    row.put("story", answer.storyId());
    row.put("label", answer.storyLabel());
    row.put("profile", answer.profile());
    row.put("figure", answer.figure());
    row.put("group", answer.group());
    row.put("unit", answer.unit());
    row.put("low", answer.low());
    row.put("best", answer.best());
    row.put("high", answer.high());
    row.put("confidence", answer.confidence());
    row.put("origins", answer.origins());
    row.put("articles", answer.articles());
    row.put("asOf", Rows.time(answer.asOf()));
    Instant known = answer.knownAt();
    row.put("knownAt", known == null ? null : Rows.time(known));
    answer.claimants().forEach(row.putArray("claimants")::add);
    answer.publishers().forEach(row.putArray("publishers")::add);
    row.put("note", answer.note());
    return row;
  }
}
