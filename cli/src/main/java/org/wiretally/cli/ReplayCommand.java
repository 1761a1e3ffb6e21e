package org.wiretally.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.wiretally.annotate.Annotator;
import org.wiretally.ingest.publish.KafkaPublisher;
import org.wiretally.ingest.source.Clock;
import org.wiretally.ingest.source.Replay;
import org.wiretally.schemas.AvroSerdes;
import org.wiretally.schemas.ConsensusUpdate;
import org.wiretally.schemas.Topic;
import org.wiretally.schemas.Topics;
import org.wiretally.topology.Processor;
import org.wiretally.topology.ProcessorConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs files through the whole pipeline and prints the consensus that they end in. */
@Command(
    name = "replay",
    description = "Runs articles through the whole pipeline and prints the consensus.",
    mixinStandardHelpOptions = true)
final class ReplayCommand implements Callable<Integer> {
  private static final int STORIES_SHOWN = 40;

  /** Longer than any single article takes, and than a rebalance of instances. */
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final Streams streams;
  @Mixin private ClusterOptions options = new ClusterOptions();
  @Mixin private ProcessorOptions processing = new ProcessorOptions();
  @Mixin private ReplaySourceOptions source = new ReplaySourceOptions();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Writes claims.jsonl, verdicts.jsonl and consensus.jsonl there.")
  private @Nullable Path out;

  @Option(names = "--watch", description = "Prints every update as it comes.")
  private boolean watch;

  @Option(
      names = "--json",
      description =
          "Prints the final consensus as one JSON array on standard output, and no table.")
  private boolean json;

  @Option(
      names = "--instances",
      defaultValue = "1",
      description = "Processor instances that share the work. Default: ${DEFAULT-VALUE}")
  private int instances = 1;

  ReplayCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    if (instances < 1) {
      throw new UsageException("--instances " + instances + " is too few; give 1 or more.");
    }
    processing.check();
    Topics topics = options.topics();
    // A path that cannot be read is refused before anything is started.
    source.open(streams, Replay.Progress.NONE);
    Stopwatch stopwatch = new Stopwatch();
    CompletableFuture<Annotator> annotator =
        CompletableFuture.supplyAsync(() -> new Annotator(processing.deskCut));
    Path folder = options.data == null ? temporaryFolder() : options.data;
    try (Cluster cluster =
        options.bootstrap == null
            ? Clusters.embedded(options, folder, streams)
            : Clusters.open(options, streams)) {
      stopwatch.lap("broker and registry");
      run(cluster, topics, folder, annotator, stopwatch);
    } finally {
      if (options.data == null) {
        Folders.delete(folder);
      }
    }
    streams.err().println("took " + stopwatch);
    if (options.bootstrap == null && options.data == null) {
      streams
          .err()
          .println(
              "the run is gone; with --data DIR it stays, for wiretally explain --story ID --data"
                  + " DIR, query, sources and export");
    }
    return 0;
  }

  private void run(
      Cluster cluster,
      Topics topics,
      Path folder,
      CompletableFuture<Annotator> annotator,
      Stopwatch stopwatch) {
    try (TopicAdmin admin = new TopicAdmin(cluster.bootstrap());
        AvroSerdes serdes = AvroSerdes.at(cluster.registryUrl())) {
      admin.create(topics, partitions(), options.replication);
      serdes.prepare(topics);
      stopwatch.lap("topics");
      List<Processor> processors = new ArrayList<>();
      LiveUpdates updates = watch ? LiveUpdates.start(cluster, topics, streams, json) : null;
      try {
        for (int i = 0; i < instances; i++) {
          processors.add(Processor.start(config(cluster, folder, i), annotator.join()));
        }
        publish(cluster, serdes, topics);
        stopwatch.lap("publishing");
        drain(new Drain(admin, options.applicationId(), topics.name(Topic.ARTICLES)), processors);
        stopwatch.lap("processing");
        if (updates != null) {
          updates.finish();
        }
        report(cluster, serdes, topics);
        stopwatch.lap("reading the results");
      } finally {
        if (updates != null) {
          updates.close();
        }
        processors.parallelStream().forEach(Processor::close);
        stopwatch.lap("stopping the processor");
      }
    }
  }

  private void drain(Drain drain, List<Processor> processors) {
    if (!streams.terminal()) {
      drain.await(() -> check(processors), PATIENCE);
      return;
    }
    try (TerminalBar bar = new TerminalBar("processing", "", 1)) {
      drain.await(() -> check(processors), PATIENCE, bar::at);
      bar.full();
    }
  }

  private void publish(Cluster cluster, AvroSerdes serdes, Topics topics) {
    try (KafkaPublisher publisher =
        KafkaPublisher.open(cluster.bootstrap(), Map.of(), topics, serdes, Clock.system())) {
      CountingSink sink = new CountingSink(publisher);
      source.read(streams, sink);
      sink.flush();
      streams.err().println(sink.summary(topics.name(Topic.DEAD_LETTERS)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UserException("interrupted while publishing.", e);
    }
  }

  /** Each partition costs a set of stores to open, which a short replay feels. */
  private int partitions() {
    boolean ownBroker = options.bootstrap == null && options.data == null;
    return ownBroker && options.partitions == null
        ? processing.threads * instances
        : options.partitions();
  }

  private ProcessorConfig config(Cluster cluster, Path folder, int instance) {
    Path state =
        (processing.state == null ? folder.resolve("state") : processing.state)
            .resolve(Integer.toString(instance));
    // A replay may be shuffled and span years: closing stories by inactivity would make the result
    // depend on the order.
    return processing.config(options, cluster, state, ProcessorConfig.FOREVER);
  }

  private static void check(List<Processor> processors) {
    for (Processor processor : processors) {
      Throwable fault = processor.fault();
      if (fault != null) {
        throw new UserException("the processor stopped: " + Sentence.of(fault), fault);
      }
    }
  }

  private void report(Cluster cluster, AvroSerdes serdes, Topics topics) {
    Map<String, ConsensusUpdate> latest = new TreeMap<>();
    try (TopicReader<ConsensusUpdate> reader =
        new TopicReader<>(
            cluster.bootstrap(), serdes, topics, Topic.CONSENSUS, ConsensusUpdate.class)) {
      reader.readAll(
          record -> {
            if (record.value() == null) {
              latest.remove(record.key());
            } else {
              latest.put(record.key(), record.value());
            }
          });
    }
    if (json) {
      ArrayNode rows = JsonNodeFactory.instance.arrayNode();
      latest.values().stream().filter(ConsensusTable::live).map(Rows::of).forEach(rows::add);
      streams.out().println(rows.toPrettyString());
    } else {
      ConsensusTable.print(streams.out(), latest.values(), STORIES_SHOWN);
    }
    streams.out().flush();
    if (out != null) {
      new RunFiles(cluster, serdes, topics).write(out);
      streams.err().println("wrote claims.jsonl, verdicts.jsonl and consensus.jsonl into " + out);
    }
  }

  private static Path temporaryFolder() {
    try {
      return Files.createTempDirectory("wiretally-replay-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
