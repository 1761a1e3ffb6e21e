package org.wiretally.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wiretally.cli.clusters.LiveCluster;
import org.wiretally.examples.ConsensusConsumer;
import org.wiretally.schemas.AvroSerdes;
import org.wiretally.schemas.ConsensusUpdate;
import org.wiretally.schemas.Topic;
import org.wiretally.schemas.Topics;

/** The example of README, subscribed while the pipeline runs. */
@NullUnmarked // a null here fails the test, as it should
class ExampleConsumerTest {
  private static final String PREFIX = "example";

  @Test
  void theExampleSeesTheConsensusOfARunningPipeline(@TempDir Path folder) throws Exception {
    LiveCluster cluster = LiveCluster.embedded();
    Topics topics = new Topics(PREFIX, Topics.DEFAULT.version());
    try (TopicAdmin admin = new TopicAdmin(cluster.bootstrap())) {
      admin.create(topics, 3, (short) -1);
    }
    Map<String, ConsensusUpdate> table = new ConcurrentHashMap<>();
    try (AvroSerdes serdes = AvroSerdes.at(cluster.registryUrl());
        var kafka = ConsensusConsumer.connect(cluster.bootstrap(), serdes, "example")) {
      var consumer =
          new ConsensusConsumer(
              kafka, topics.name(Topic.CONSENSUS), (key, update) -> store(table, key, update));
      Thread subscriber = new Thread(consumer::run, "subscriber");
      subscriber.start();
      try {
        CommandLineRun run =
            CommandLineRun.of(
                "replay",
                "--json",
                "--bootstrap",
                cluster.bootstrap(),
                "--registry",
                cluster.registryUrl(),
                "--prefix",
                PREFIX,
                "--state",
                folder.resolve("state").toString(),
                Path.of("..", "seeds").toString());
        assertThat(run.exitCode()).as(run.err()).isZero();
        JsonNode rows = run.json();
        assertThat(rows).isNotEmpty();
        await()
            .atMost(Duration.ofSeconds(60))
            .untilAsserted(
                () -> {
                  assertThat(table).hasSize(rows.size());
                  assertThat(best(table, "KILLED")).isEqualTo(44);
                  assertThat(best(table, "DETAINED")).isEqualTo(4_400);
                });
      } finally {
        consumer.stop();
        subscriber.join(Duration.ofSeconds(20).toMillis());
        assertThat(subscriber.isAlive()).isFalse();
      }
    }
  }

  private static void store(
      Map<String, ConsensusUpdate> table, String key, ConsensusUpdate update) {
    if (update == null || update.getOrigins().isEmpty()) { // removed, retracted or merged away
      table.remove(key);
    } else {
      table.put(key, update);
    }
  }

  private static Long best(Map<String, ConsensusUpdate> table, String figure) {
    return table.values().stream()
        .filter(update -> update.getFigure().equals(figure) && update.getGroup().equals("ALL"))
        .map(ConsensusUpdate::getBest)
        .findFirst()
        .orElse(null);
  }
}
