package org.wiretally.consensus;

import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.wiretally.figures.Qualifier;
import org.wiretally.figures.Quantity;

/**
 * What one article says of one figure and group through one claimant, brought down to one quantity.
 *
 * @param claimant null where the article names nobody
 * @param time when the count is said to hold
 * @param turn which way the words say that the count went
 * @param evidence the claim that states it, or the first of those that were added up
 * @param telling what the claim is a part of, with the articles that carry it
 */
record Statement(
    @Nullable Claimant claimant,
    Quantity quantity,
    Kind kind,
    Instant time,
    Turn turn,
    LiveClaim evidence,
    Telling telling) {
  enum Turn {
    /** The words set it against no earlier count. */
    UNSAID,
    /** An earlier count has grown into it. */
    GREW,
    /** An earlier count was too high: said beside a growth, it is what counts. */
    CORRECTS
  }

  enum Kind {
    /** A stated whole. */
    TOTAL,
    /** Parts added up. */
    SUM,
    /** Parts, mostly persons named one by one, collected from all over an article. */
    COLLECTED,
    /** What came on top of a count that the article does not state. */
    INCREMENT,
    /** One person, mostly named or described rather than counted. */
    INDIVIDUAL;

    /** Whether it counts, rather than collecting or describing single persons. */
    boolean counts() {
      return this == TOTAL || this == SUM;
    }
  }

  static final Comparator<Statement> CANONICAL =
      Comparator.comparing(Statement::time)
          .thenComparing(s -> s.quantity.best(), Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(Statement::evidence, LiveClaim.CANONICAL);

  String article() {
    return evidence.articleId();
  }

  String root() {
    return evidence.copyRoot();
  }

  /** The stated number; null where the words give only bounds. */
  @Nullable Long value() {
    return quantity.best();
  }

  boolean vague() {
    return quantity.qualifier() == Qualifier.VAGUE || quantity.best() == null;
  }
}
