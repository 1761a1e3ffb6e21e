package org.wiretally.ingest.source;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;

/** Reads the times that metadata state. */
final class Times {
  private Times() {}

  /**
   * Reads an ISO 8601 date, or date and time; without a zone it is UTC.
   *
   * @throws DateTimeException where it is neither
   */
  static Instant parse(String text) {
    TemporalAccessor time =
        DateTimeFormatter.ISO_DATE_TIME.parseBest(
            text.length() == 10 ? text + "T00:00:00Z" : text.replace(' ', 'T'),
            OffsetDateTime::from,
            LocalDateTime::from);
    return time instanceof OffsetDateTime zoned
        ? zoned.toInstant()
        : ((LocalDateTime) time).toInstant(ZoneOffset.UTC);
  }
}
