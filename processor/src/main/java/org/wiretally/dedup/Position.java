package org.wiretally.dedup;

import java.time.Instant;

/**
 * An article's place in the order that says who can have copied whom: event time, then id.
 *
 * @param published event time
 * @param articleId breaks ties
 */
public record Position(Instant published, String articleId) implements Comparable<Position> {
  /** Above the longest run of digits of an epoch second that {@link Instant} can hold, negated. */
  private static final long EPOCH_OFFSET = 100_000_000_000_000_000L;

  @Override
  public int compareTo(Position other) {
    int byTime = published.compareTo(other.published);
    return byTime != 0 ? byTime : articleId.compareTo(other.articleId);
  }

  /** A text that sorts as positions do. */
  String sortKey() {
    long second = published.getEpochSecond() + EPOCH_OFFSET;
    String nanos = Integer.toString(1_000_000_000 + published.getNano());
    return second + nanos + "/" + articleId;
  }
}
