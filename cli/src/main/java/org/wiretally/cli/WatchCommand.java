package org.wiretally.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wiretally.schemas.AvroSerdes;
import org.wiretally.schemas.ConsensusUpdate;
import org.wiretally.schemas.Topic;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints consensus updates as they come. */
@Command(
    name = "watch",
    description = "Prints every consensus update as it comes, one a line.",
    mixinStandardHelpOptions = true)
final class WatchCommand implements Callable<Integer> {
  private static final Duration POLL = Duration.ofMillis(100);

  private final Streams streams;
  @Mixin private ClusterOptions options = new ClusterOptions();

  @Option(names = "--from-beginning", description = "Starts with the updates of the past.")
  private boolean fromBeginning;

  @Option(names = "--json", description = "Prints JSON, one object a line.")
  private boolean json;

  @Option(
      names = "--count",
      paramLabel = "N",
      description = "Ends after N updates. Default: runs until it is stopped")
  private @Nullable Integer count;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      description = "Ends after so many seconds. Default: runs until it is stopped")
  private @Nullable Integer timeout;

  WatchCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    try (Cluster cluster = Clusters.open(options, streams);
        TopicAdmin admin = new TopicAdmin(cluster.bootstrap());
        AvroSerdes serdes = AvroSerdes.at(cluster.registryUrl())) {
      admin.create(options.topics(), options.partitions(), options.replication);
      try (TopicReader<ConsensusUpdate> reader =
          new TopicReader<>(
              cluster.bootstrap(),
              serdes,
              options.topics(),
              Topic.CONSENSUS_HISTORY,
              ConsensusUpdate.class)) {
        if (fromBeginning) {
          reader.startAtBeginning();
        } else {
          reader.startAtEnd();
        }
        streams.err().println("watching " + options.topics().name(Topic.CONSENSUS_HISTORY));
        Instant end = timeout == null ? Instant.MAX : Instant.now().plusSeconds(timeout);
        int[] seen = {0};
        while ((count == null || seen[0] < count) && Instant.now().isBefore(end)) {
          reader.poll(
              POLL,
              record -> {
                if (count == null || seen[0]++ < count) {
                  print(record.value());
                }
              });
          streams.out().flush();
        }
      }
    }
    return 0;
  }

  private void print(ConsensusUpdate update) {
    PrintWriter out = streams.out();
    if (json) {
      ObjectNode row = Rows.of(update);
      out.println(row);
    } else {
      out.println(line(update));
    }
  }

  /** An update in one line: time, story, figure, values, why. */
  static String line(ConsensusUpdate update) {
    return String.format(
        Locale.ROOT,
        "%s  %-9s %s%s %s..%s best %s (%.2f)  %s  %s",
        Rows.time(update.getAsOf()),
        update.getChange(),
        update.getFigure(),
        update.getGroup().equals("ALL") ? "" : "/" + update.getGroup(),
        number(update.getLow()),
        number(update.getHigh()),
        number(update.getBest()),
        update.getConfidence(),
        update.getStoryLabel(),
        update.getReason());
  }

  private static String number(@Nullable Long value) {
    return value == null ? "?" : value.toString();
  }
}
