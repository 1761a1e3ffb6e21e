package org.wiretally.state;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * An article's place in the order that decisions go by: event time, then id.
 *
 * @param published event time, to the millisecond
 * @param articleId breaks ties
 */
public record Position(Instant published, String articleId) implements Comparable<Position> {
  /** Makes the milliseconds of a million years before and after 1970 positive and equally long. */
  private static final long EPOCH_OFFSET = 50_000_000_000_000_000L;

  private static final int DIGITS = 17;

  public Position {
    published = published.truncatedTo(ChronoUnit.MILLIS);
  }

  /** The position that has this sort key. */
  public static Position of(String sortKey) {
    long millis = Long.parseLong(sortKey, 0, DIGITS, 10) - EPOCH_OFFSET;
    return new Position(Instant.ofEpochMilli(millis), sortKey.substring(DIGITS));
  }

  /** A text that sorts as positions do. */
  public String sortKey() {
    return (EPOCH_OFFSET + published.toEpochMilli()) + articleId;
  }

  @Override
  public int compareTo(Position other) {
    int byTime = published.compareTo(other.published);
    return byTime != 0 ? byTime : articleId.compareTo(other.articleId);
  }
}
