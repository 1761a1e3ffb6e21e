package org.wiretally.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.wiretally.cli.embedded.EmbeddedCluster;
import org.wiretally.cli.embedded.EmbeddedConfig;
import org.wiretally.schemas.AvroSerdes;
import org.wiretally.schemas.ConsensusUpdate;
import org.wiretally.schemas.Topic;
import org.wiretally.schemas.Topics;
import org.wiretally.schemas.Verdict;

/** A processor that is killed while it works leaves what one that was never killed leaves. */
@NullUnmarked // a null here fails the test, as it should
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class ProcessorKillTest {
  private static final List<String> PLACES =
      List.of("Manila", "Lagos", "Quito", "Karachi", "Bamako", "Dhaka", "Goma", "Lima");
  private static final int ARTICLES_A_PLACE = 60;
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  @TempDir private static Path folder;
  private static EmbeddedCluster cluster;

  @BeforeAll
  static void start() {
    cluster = EmbeddedCluster.start(EmbeddedConfig.in(folder.resolve("cluster")));
  }

  @AfterAll
  static void stop() {
    cluster.close();
  }

  @Test
  void aKilledProcessorLosesNothingAndRepeatsNothing() throws Exception {
    Path early = articles("early.jsonl", 0, 10);
    Path late = articles("late.jsonl", 10, ARTICLES_A_PLACE);

    Outcome undisturbed = run("undisturbed", early, late, false);
    Outcome killed = run("killed", early, late, true);

    assertThat(undisturbed.consensus()).as("a toll and a count of injured a place").hasSize(16);
    assertThat(killed.consensus()).isEqualTo(undisturbed.consensus());
    assertThat(killed.lastVerdicts())
        .as("every article has its verdict")
        .hasSize(PLACES.size() * ARTICLES_A_PLACE)
        .isEqualTo(undisturbed.lastVerdicts());
    assertThat(killed.revisions()).as("no update came twice").doesNotHaveDuplicates();
  }

  /**
   * What a run ended in.
   *
   * @param consensus the value of every key, without what depends on when it was computed
   * @param lastVerdicts by article
   * @param revisions key and revision of every update in the history, in order
   */
  private record Outcome(
      Map<String, String> consensus, Map<String, String> lastVerdicts, List<String> revisions) {}

  private Outcome run(String prefix, Path early, Path late, boolean kill) throws Exception {
    Topics topics = new Topics(prefix, Topics.DEFAULT.version());
    Path state = folder.resolve(prefix);
    try (AvroSerdes serdes = AvroSerdes.at(cluster.registryUrl());
        TopicAdmin admin = new TopicAdmin(cluster.bootstrap())) {
      ingest(prefix, early);
      Process processor = process(prefix, state);
      try {
        if (kill) {
          int before = awaitVerdicts(0, serdes, topics, processor);
          CompletableFuture<Void> delivery = CompletableFuture.runAsync(() -> ingest(prefix, late));
          awaitVerdicts(before, serdes, topics, processor);
          processor.destroyForcibly().waitFor();
          assertThat(lastVerdicts(serdes, topics))
              .as("articles that were worked off at the kill")
              .hasSizeLessThan(PLACES.size() * ARTICLES_A_PLACE);
          delivery.join();
          processor = process(prefix, state);
        } else {
          ingest(prefix, late);
        }
        Process running = processor;
        new Drain(admin, prefix + "-processor", topics.name(Topic.ARTICLES))
            .await(() -> assertThat(running.isAlive()).isTrue(), PATIENCE);
      } finally {
        processor.destroyForcibly().waitFor();
      }
      return outcome(serdes, topics);
    }
  }

  /** Waits until more than so many articles have their verdict. */
  private static int awaitVerdicts(int before, AvroSerdes serdes, Topics topics, Process processor)
      throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      int now = lastVerdicts(serdes, topics).size();
      if (now > before) {
        return now;
      }
      assertThat(processor.isAlive()).isTrue();
      assertThat(System.nanoTime()).as("the next verdict comes in time").isLessThan(deadline);
      Thread.sleep(20);
    }
  }

  private static Outcome outcome(AvroSerdes serdes, Topics topics) {
    Map<String, String> consensus = new TreeMap<>();
    for (var row : read(serdes, topics, Topic.CONSENSUS, ConsensusUpdate.class)) {
      if (row.value() == null || row.value().getOrigins().isEmpty()) {
        // Stories that were merged on the way depend on what came first; what stands must not.
        consensus.remove(row.key());
      } else {
        ObjectNode value = Rows.of(row.value());
        value.remove(List.of("change", "reason", "revision"));
        consensus.put(row.key(), value.toString());
      }
    }
    List<String> revisions =
        read(serdes, topics, Topic.CONSENSUS_HISTORY, ConsensusUpdate.class).stream()
            .map(row -> row.key() + " revision " + row.value().getRevision())
            .toList();
    return new Outcome(consensus, lastVerdicts(serdes, topics), revisions);
  }

  private static Map<String, String> lastVerdicts(AvroSerdes serdes, Topics topics) {
    Map<String, String> verdicts = new HashMap<>();
    for (var row : read(serdes, topics, Topic.VERDICTS, Verdict.class)) {
      verdicts.put(row.value().getArticleId(), Rows.of(row.value()).toString());
    }
    return verdicts;
  }

  private static <T extends SpecificRecord> List<ConsumerRecord<String, T>> read(
      AvroSerdes serdes, Topics topics, Topic topic, Class<T> type) {
    List<ConsumerRecord<String, T>> rows = new ArrayList<>();
    try (TopicReader<T> reader =
        new TopicReader<>(cluster.bootstrap(), serdes, topics, topic, type)) {
      reader.readAll(rows::add);
    }
    return rows;
  }

  private static void ingest(String prefix, Path articles) {
    CommandLineRun run =
        CommandLineRun.of(
            "ingest",
            "--jsonl",
            articles.toString(),
            "--prefix",
            prefix,
            "--bootstrap",
            cluster.bootstrap(),
            "--registry",
            cluster.registryUrl());
    assertThat(run.exitCode()).as(run.err()).isZero();
  }

  /** A processor in a JVM of its own, as an operator runs it. */
  private static Process process(String prefix, Path state) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            Wiretally.class.getName(),
            "process",
            "--prefix",
            prefix,
            "--bootstrap",
            cluster.bootstrap(),
            "--registry",
            cluster.registryUrl(),
            "--state",
            state.toString())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve(prefix + ".log").toFile())
        .start();
  }

  /** Tolls that rise from article to article, one event a place. */
  private static Path articles(String name, int from, int to) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    StringBuilder lines = new StringBuilder();
    for (int i = from; i < to; i++) {
      for (String place : PLACES) {
        ObjectNode article = mapper.createObjectNode();
        article.put("id", place + "-" + i);
        article.put("title", "Fire in " + place);
        article.put(
            "text",
            "%s - At least %d people were killed and %d injured in a market fire in %s, police said."
                .formatted(place, 10 + i, 40 + 2 * i, place));
        article.put("published", "2024-03-05T%02d:%02d:00Z".formatted(6 + i / 6, i % 6 * 10));
        article.put("publisher", "Agency " + i % 5);
        lines.append(mapper.writeValueAsString(article)).append('\n');
      }
    }
    return Files.writeString(folder.resolve(name), lines);
  }
}
