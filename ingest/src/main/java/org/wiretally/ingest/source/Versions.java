package org.wiretally.ingest.source;

import java.time.Duration;
import java.time.Instant;

/** Counts versions where the provider does not. */
final class Versions {
  private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");

  private Versions() {}

  /**
   * The seconds from 2000 to the last change, at least 1: what was changed later is the higher
   * version, and what was not changed is the same one. Good until 2068.
   */
  static int changedAt(Instant time) {
    return (int)
        Math.max(1, Math.min(Integer.MAX_VALUE, Duration.between(EPOCH, time).toSeconds()));
  }

  /** The last change of which {@link #changedAt} made the version. */
  static Instant time(int version) {
    return EPOCH.plusSeconds(version);
  }
}
