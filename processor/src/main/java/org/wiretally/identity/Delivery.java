package org.wiretally.identity;

import java.time.Instant;
import java.util.Comparator;
import org.wiretally.article.ArticleStatus;

/**
 * What is remembered of one delivery of an article, enough to order it among the others of the same
 * article.
 *
 * @param version the provider's version, 1 or more
 * @param status whether the provider stands by it
 * @param published event time
 * @param contentHash hash of title and text
 */
public record Delivery(int version, ArticleStatus status, Instant published, long contentHash)
    implements Comparable<Delivery> {
  /**
   * The later one stands. A higher version is later; within a version a withdrawal is, then the
   * later publication; the content hash only makes the order total, so that the outcome cannot
   * depend on which of two rival texts arrived first.
   */
  private static final Comparator<Delivery> ORDER =
      Comparator.comparingInt(Delivery::version)
          .thenComparing(Delivery::status)
          .thenComparing(Delivery::published)
          .thenComparingLong(Delivery::contentHash);

  public Delivery {
    if (version < 1) {
      throw new IllegalArgumentException("version " + version + " is below 1");
    }
  }

  @Override
  public int compareTo(Delivery other) {
    return ORDER.compare(this, other);
  }
}
