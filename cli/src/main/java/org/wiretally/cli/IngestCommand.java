package org.wiretally.cli;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.wiretally.annotate.Annotator;
import org.wiretally.ingest.publish.KafkaPublisher;
import org.wiretally.ingest.source.Clock;
import org.wiretally.ingest.source.FutureDates;
import org.wiretally.ingest.source.Item;
import org.wiretally.ingest.source.JsonLines;
import org.wiretally.ingest.source.PolledFeed;
import org.wiretally.ingest.source.Sink;
import org.wiretally.ingest.source.Source;
import org.wiretally.ingest.source.Sources;
import org.wiretally.ingest.source.WatchedFolder;
import org.wiretally.schemas.AvroSerdes;
import org.wiretally.schemas.Topic;
import org.wiretally.schemas.Topics;
import org.wiretally.topology.Processor;
import org.wiretally.topology.ProcessorConfig;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Publishes articles from live sources until they end or the command is stopped. */
@Command(
    name = "ingest",
    description =
        "Publishes articles from feeds, a watched folder or JSONL. On the embedded broker it runs a"
            + " processor too.",
    mixinStandardHelpOptions = true)
final class IngestCommand implements Callable<Integer> {
  private final Streams streams;
  @Mixin private ClusterOptions options = new ClusterOptions();
  @Mixin private ProcessorOptions processing = new ProcessorOptions();
  @Mixin private HealthOption health = new HealthOption();

  @ArgGroup(exclusive = false, multiplicity = "1")
  private Wanted wanted = new Wanted();

  @Option(
      names = "--interval",
      paramLabel = "SECONDS",
      defaultValue = "60",
      description =
          "Between two looks at a feed; a watched folder is looked at every second. Default:"
              + " ${DEFAULT-VALUE}")
  private int intervalSeconds = 60;

  /** Which sources. */
  static final class Wanted {
    @Option(names = "--feed", paramLabel = "URL", description = "An RSS or Atom feed; repeatable.")
    private List<URI> feeds = new ArrayList<>();

    @Option(
        names = "--folder",
        paramLabel = "DIR",
        description = "A folder to watch; files move to done/ or failed/ in it.")
    private @Nullable Path folder;

    @Option(
        names = "--jsonl",
        paramLabel = "FILE",
        description = "Articles as JSON, one a line; - is standard input.")
    private @Nullable Path jsonl;
  }

  IngestCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    if (intervalSeconds < 1) {
      throw new UsageException("--interval " + intervalSeconds + " is too short; give 1 or more.");
    }
    processing.check();
    List<Source> sources = sources();
    Topics topics = options.topics();
    try (Cluster cluster = Clusters.open(options, streams);
        TopicAdmin admin = new TopicAdmin(cluster.bootstrap());
        AvroSerdes serdes = AvroSerdes.at(cluster.registryUrl())) {
      admin.create(topics, options.partitions(), options.replication);
      serdes.prepare(topics);
      Processor processor = options.bootstrap == null ? processor(cluster) : null;
      try (KafkaPublisher publisher =
          KafkaPublisher.open(cluster.bootstrap(), Map.of(), topics, serdes, Clock.system())) {
        CountingSink sink = new CountingSink(new FutureDates(publisher, Clock.system()));
        streams
            .err()
            .println("ingesting " + String.join(", ", sources.stream().map(Source::name).toList()));
        Runnable healthEnd = health.keep(() -> true);
        try {
          readAll(sources, sink);
        } finally {
          healthEnd.run();
        }
        streams.err().println(sink.summary(topics.name(Topic.DEAD_LETTERS)));
        if (processor != null) {
          new Drain(admin, options.applicationId(), topics.name(Topic.ARTICLES))
              .await(() -> {}, Duration.ofSeconds(90));
        }
      } finally {
        if (processor != null) {
          processor.close();
        }
      }
    }
    return 0;
  }

  private List<Source> sources() {
    List<Source> sources = new ArrayList<>();
    for (URI feed : wanted.feeds) {
      sources.add(
          new PolledFeed(
              feed, Duration.ofSeconds(intervalSeconds), Clock.system(), streams.err()::println));
    }
    if (wanted.folder != null) {
      sources.add(new WatchedFolder(wanted.folder, Duration.ofSeconds(1), Clock.system()));
    }
    if (wanted.jsonl != null) {
      if (wanted.jsonl.equals(Path.of("-"))) {
        sources.add(JsonLines.of(streams.in(), "standard input", Clock.system().now()));
      } else {
        sources.addAll(Sources.at(List.of(wanted.jsonl)));
      }
    }
    return sources;
  }

  private Processor processor(Cluster cluster) {
    // Beside another command on the same folder this is one more instance, with stores of its own.
    Path state =
        processing.state != null
            ? processing.state
            : options
                .dataFolder()
                .resolve(cluster.owned() ? "state" : "state-" + ProcessHandle.current().pid());
    return Processor.start(
        processing.config(options, cluster, state, ProcessorConfig.DEFAULT_RETENTION),
        new Annotator(processing.deskCut));
  }

  /** Each source in a thread of its own; the publisher takes one item at a time. */
  private static void readAll(List<Source> sources, Sink sink) {
    Sink shared = new OneAtATime(sink);
    List<CompletableFuture<Void>> readers = new ArrayList<>();
    for (Source source : sources) {
      CompletableFuture<Void> done = new CompletableFuture<>();
      Thread reader =
          new Thread(
              () -> {
                try {
                  source.read(shared);
                  done.complete(null);
                } catch (InterruptedException e) {
                  done.complete(null);
                } catch (RuntimeException e) {
                  done.completeExceptionally(e);
                }
              },
              "read " + source.name());
      reader.setDaemon(true);
      reader.start();
      readers.add(done);
    }
    CompletableFuture<Void> firstFailure = new CompletableFuture<>();
    for (CompletableFuture<Void> reader : readers) {
      reader.exceptionally(
          failure -> {
            firstFailure.completeExceptionally(failure);
            return null;
          });
    }
    try {
      CompletableFuture.anyOf(
              firstFailure, CompletableFuture.allOf(readers.toArray(CompletableFuture[]::new)))
          .join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  /** Lets several sources share a sink. */
  private record OneAtATime(Sink sink) implements Sink {
    @Override
    public synchronized void accept(Item item) throws InterruptedException {
      sink.accept(item);
    }

    @Override
    public synchronized void flush() throws InterruptedException {
      sink.flush();
    }
  }
}
