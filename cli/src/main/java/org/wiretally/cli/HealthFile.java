package org.wiretally.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Says to a container's health check that a command works: a file with the second (since 1970) in
 * which it last did, written anew every second. A check compares it with the clock, so a command
 * that hangs, or whose work has stopped, turns unhealthy without doing anything.
 */
final class HealthFile implements AutoCloseable {
  private static final Duration PERIOD = Duration.ofSeconds(1);

  private final Path file;
  private final Path draft;
  private final BooleanSupplier works;
  private final LongSupplier epochSeconds;
  private final ScheduledExecutorService timer;
  private boolean closed;

  private HealthFile(Path file, BooleanSupplier works, LongSupplier epochSeconds) {
    this.file = file;
    this.draft = file.resolveSibling(file.getFileName() + ".tmp");
    this.works = works;
    this.epochSeconds = epochSeconds;
    this.timer =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "health");
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * Keeps a file up to date until it is closed, which removes it.
   *
   * @param works asked every second; the file keeps its last value while the answer is no
   * @throws UserException where the file cannot be written
   */
  static HealthFile keep(Path file, BooleanSupplier works, LongSupplier epochSeconds) {
    HealthFile health = new HealthFile(file.toAbsolutePath(), works, epochSeconds);
    try {
      Files.deleteIfExists(health.file);
      health.write();
    } catch (IOException e) {
      throw new UserException(
          "the health file "
              + file
              + " cannot be written; give --health a file in a writable folder.",
          e);
    }
    var unused =
        health.timer.scheduleAtFixedRate(
            health::tick, PERIOD.toMillis(), PERIOD.toMillis(), TimeUnit.MILLISECONDS);
    return health;
  }

  private void tick() {
    try {
      write();
    } catch (IOException e) {
      // The file grows old, which is what an unhealthy command's file does.
    }
  }

  /** Never at the same time as {@link #close}, so that nothing is written after it. */
  private synchronized void write() throws IOException {
    if (!closed && works.getAsBoolean()) {
      Files.writeString(draft, Long.toString(epochSeconds.getAsLong()));
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    timer.shutdown();
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // It grows old instead.
    }
  }
}
