package org.wiretally.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wiretally.annotate.PolyglotReader;
import org.wiretally.article.Article;
import org.wiretally.figures.Explainer;
import org.wiretally.ingest.publish.ArticleEncoder;
import org.wiretally.ingest.source.Item;
import org.wiretally.ingest.source.Source;
import org.wiretally.ingest.source.Sources;
import org.wiretally.schemas.AvroSerdes;
import org.wiretally.schemas.ConsensusUpdate;
import org.wiretally.schemas.Topic;
import org.wiretally.topology.ArticleCodec;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says where numbers come from: those of a file, or those of a consensus. */
@Command(
    name = "explain",
    description = {
      "explain FILE...: the text with its spans marked, how each claim was read, and why each other"
          + " number is none.",
      "explain --story ID [--figure F]: the claims, origins and weights behind a consensus, and how"
          + " the origins' sources have fared so far."
    },
    mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {
  private final Streams streams;
  @Mixin private ClusterOptions options = new ClusterOptions();

  @Parameters(arity = "0..*", paramLabel = "FILE", description = "Articles to explain.")
  private List<Path> paths = List.of();

  @Option(names = "--story", paramLabel = "ID", description = "The story to explain.")
  private @Nullable String story;

  @Option(names = "--figure", description = "Only this figure, such as KILLED.")
  private @Nullable String figure;

  ExplainCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws InterruptedException {
    if ((story == null) == paths.isEmpty()) {
      throw new UsageException("give explain either files or --story ID.");
    }
    if (story == null) {
      explainFiles();
    } else {
      explainStory(story);
    }
    return 0;
  }

  private void explainFiles() throws InterruptedException {
    PolyglotReader reader = new PolyglotReader();
    for (Source source : Sources.at(paths)) {
      source.read(
          item -> {
            if (item instanceof Item.Read read) {
              Article article =
                  ArticleCodec.read(ArticleEncoder.encode(read.article(), Instant.EPOCH));
              streams.out().println("== " + article.id());
              Explainer.lines(article.title(), article.text(), reader.read(article))
                  .forEach(streams.out()::println);
            } else if (item instanceof Item.Broken broken) {
              throw new UserException(broken.cause());
            }
          });
    }
  }

  private void explainStory(String storyId) {
    List<ConsensusUpdate> rows = new ArrayList<>();
    String label = "";
    SourceRecords records;
    try (Cluster cluster = Clusters.open(options, streams);
        AvroSerdes serdes = AvroSerdes.at(cluster.registryUrl());
        TopicReader<ConsensusUpdate> reader =
            new TopicReader<>(
                cluster.bootstrap(),
                serdes,
                options.topics(),
                Topic.CONSENSUS,
                ConsensusUpdate.class)) {
      java.util.Map<String, ConsensusUpdate> latest = new java.util.TreeMap<>();
      reader.readAll(
          record -> {
            if (record.value() == null) {
              latest.remove(record.key());
            } else if (record.value().getStoryId().equals(storyId)) {
              latest.put(record.key(), record.value());
            }
          });
      label = ConsensusTable.label(latest.values());
      latest.values().stream()
          .filter(row -> figure == null || row.getFigure().equalsIgnoreCase(figure))
          .forEach(rows::add);
      records = SourceRecords.read(cluster, serdes, options.topics());
    }
    if (rows.isEmpty()) {
      throw new UserException(
          "there is no consensus of story "
              + storyId
              + (figure == null ? "" : " on " + figure)
              + " on this cluster; wiretally watch --from-beginning lists the stories.");
    }
    for (ConsensusUpdate row : rows) {
      StoryExplanation.print(streams.out(), label, row, records);
    }
  }
}
