package org.wiretally.topology;

import java.time.Instant;

/** Event times as record timestamps. */
final class EventTime {
  private EventTime() {}

  /** Milliseconds since 1970; a record cannot be older than that, an article can. */
  static long timestamp(Instant published) {
    return Math.max(0, published.toEpochMilli());
  }
}
