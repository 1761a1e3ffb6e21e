package org.wiretally.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wiretally.annotate.Annotator;
import org.wiretally.schemas.AvroSerdes;
import org.wiretally.topology.Processor;
import org.wiretally.topology.ProcessorConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs a processor instance until it is told to stop. */
@Command(
    name = "process",
    description = "Runs a processor: articles in, verdicts, claims, stories and consensus out.",
    mixinStandardHelpOptions = true)
final class ProcessCommand implements Callable<Integer> {
  private final Streams streams;
  @Mixin private ClusterOptions options = new ClusterOptions();
  @Mixin private ProcessorOptions processing = new ProcessorOptions();
  @Mixin private HealthOption health = new HealthOption();

  @Option(
      names = "--retention-days",
      defaultValue = "90",
      description =
          "Days of event time without news after which a story is closed and its state dropped."
              + " Default: ${DEFAULT-VALUE}")
  private long retentionDays = ProcessorConfig.DEFAULT_RETENTION.toDays();

  ProcessCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws InterruptedException {
    if (retentionDays < 1) {
      throw new UsageException(
          "--retention-days " + retentionDays + " is too short; give 1 or more.");
    }
    processing.check();
    try (Cluster cluster = Clusters.open(options, streams);
        TopicAdmin admin = new TopicAdmin(cluster.bootstrap());
        AvroSerdes serdes = AvroSerdes.at(cluster.registryUrl())) {
      admin.create(options.topics(), options.partitions(), options.replication);
      serdes.prepare(options.topics());
      Path state =
          processing.state == null ? options.dataFolder().resolve("state") : processing.state;
      ProcessorConfig config =
          processing.config(options, cluster, state, Duration.ofDays(retentionDays));
      try (Processor processor = Processor.start(config, new Annotator(processing.deskCut))) {
        Runtime.getRuntime().addShutdownHook(new Thread(processor::close, "stop-processor"));
        streams.err().println("processing; stop with Ctrl-C");
        Runnable healthEnd = health.keep(processor::running);
        @Nullable Throwable fault;
        try {
          fault = processor.awaitEnd();
        } finally {
          healthEnd.run();
        }
        if (fault != null) {
          throw new UserException("the processor stopped: " + Sentence.of(fault), fault);
        }
        return 0;
      }
    }
  }
}
