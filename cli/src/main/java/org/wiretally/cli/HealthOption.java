package org.wiretally.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a command that runs for long says that it works. */
final class HealthOption {
  @Option(
      names = "--health",
      paramLabel = "FILE",
      description =
          "File that holds the second (since 1970) in which this instance last worked, for a"
              + " container's health check. Default: none is written")
  @Nullable Path file;

  /** Keeps the file, if one is wanted, until the result is closed. */
  Runnable keep(BooleanSupplier works) {
    if (file == null) {
      return () -> {};
    }
    HealthFile health = HealthFile.keep(file, works, () -> Instant.now().getEpochSecond());
    return health::close;
  }
}
