package org.wiretally.cli;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.wiretally.annotate.DeskCut;
import org.wiretally.topology.ProcessorConfig;
import picocli.CommandLine.Option;

/** How a processor works, for the commands that run one. */
final class ProcessorOptions {
  @Option(
      names = "--threads",
      defaultValue = "1",
      description = "Stream threads of an instance. Default: ${DEFAULT-VALUE}")
  int threads = 1;

  @Option(
      names = "--commit-interval",
      paramLabel = "MS",
      defaultValue = "100",
      description =
          "Milliseconds between commits; half of it is the median delay of an update. Default:"
              + " ${DEFAULT-VALUE}")
  long commitIntervalMs = ProcessorConfig.DEFAULT_COMMIT_INTERVAL.toMillis();

  @Option(
      names = "--desks",
      paramLabel = "world|country",
      defaultValue = "world",
      description =
          "One desk for the whole world, or one a country: then instances share stories and copies"
              + " too, and an article that is placed in another country is missed. All instances of"
              + " a --prefix must agree. Default: ${DEFAULT-VALUE}")
  DeskCut deskCut = DeskCut.WORLD;

  @Option(
      names = "--state",
      paramLabel = "DIR",
      description = "Folder of this instance's stores. Default: a folder in --data")
  @Nullable Path state;

  /**
   * Before anything is started.
   *
   * @throws UsageException where a number is too small
   */
  void check() {
    if (threads < 1) {
      throw new UsageException("--threads " + threads + " is too few; give 1 or more.");
    }
    if (commitIntervalMs < 1) {
      throw new UsageException(
          "--commit-interval " + commitIntervalMs + " is too short; give 1 or more.");
    }
  }

  ProcessorConfig config(
      ClusterOptions options, Cluster cluster, Path stateFolder, Duration retention) {
    return new ProcessorConfig(
        options.applicationId(),
        cluster.bootstrap(),
        cluster.registryUrl(),
        options.topics(),
        stateFolder,
        threads,
        Duration.ofMillis(commitIntervalMs),
        retention);
  }
}
