package org.wiretally.ingest.source;

import java.time.Duration;
import java.time.Instant;

/** Time at the edge: tests put their own in. */
public interface Clock {
  /** The time of day now. */
  Instant now();

  /** Waits; not at all where the duration is zero or less. */
  void sleep(Duration duration) throws InterruptedException;

  /** The machine's. */
  static Clock system() {
    return new Clock() {
      @Override
      public Instant now() {
        return Instant.now();
      }

      @Override
      public void sleep(Duration duration) throws InterruptedException {
        if (duration.compareTo(Duration.ZERO) > 0) {
          Thread.sleep(duration.toMillis());
        }
      }
    };
  }
}
