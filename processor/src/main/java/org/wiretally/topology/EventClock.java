package org.wiretally.topology;

import java.time.Duration;
import java.time.Instant;

/**
 * How far the articles' own time has come in one desk or partition, and up to where what is over
 * was swept out.
 *
 * @param newest the latest event time seen
 * @param swept {@code newest} at the last sweep
 */
record EventClock(Instant newest, Instant swept) {
  /** The one entry of a desk's table. */
  static final String KEY = "clock";

  /**
   * Sweeping reads all that is kept, so it is done at most once a day of event time, and so many
   * times in a retention: what is over stands for one part of so many longer.
   */
  private static final Duration BETWEEN_SWEEPS = Duration.ofDays(1);

  private static final int SWEEPS_IN_A_RETENTION = 64;

  static EventClock startingAt(Instant published) {
    return new EventClock(published, published);
  }

  EventClock seen(Instant published) {
    return published.isAfter(newest) ? new EventClock(published, swept) : this;
  }

  boolean sweepIsDue(Duration retention) {
    Duration part = retention.dividedBy(SWEEPS_IN_A_RETENTION);
    Duration pause = part.compareTo(BETWEEN_SWEEPS) > 0 ? part : BETWEEN_SWEEPS;
    return swept.plus(pause).isBefore(newest);
  }

  EventClock sweptNow() {
    return new EventClock(newest, newest);
  }

  /** Whether something last heard of at that time is over. */
  boolean over(Instant lastEventTime, Duration retention) {
    return lastEventTime.isBefore(newest.minus(retention));
  }
}
