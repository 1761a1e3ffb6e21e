package org.wiretally.topology;

import java.time.Instant;

/**
 * Event times as record timestamps, which decide nothing: decisions read the article's own time.
 */
final class EventTime {
  private EventTime() {}

  /**
   * Milliseconds since 1970, as near to the event time as a broker takes: no record is older than
   * that, and none is of the future, though an article can be either.
   *
   * @param nowMs the present, in milliseconds since 1970
   */
  static long timestamp(Instant published, long nowMs) {
    Instant latest = Instant.ofEpochMilli(nowMs);
    return Math.max(0, (published.isAfter(latest) ? latest : published).toEpochMilli());
  }
}
