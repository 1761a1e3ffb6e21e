package org.wiretally.consensus;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * An article that carries a telling.
 *
 * @param published in whole milliseconds
 * @param publisher null where unknown
 */
record Carrier(Instant published, String articleId, @Nullable String publisher) {
  static final Comparator<Carrier> ORDER =
      Comparator.comparing(Carrier::published).thenComparing(Carrier::articleId);

  static Carrier of(LiveClaim live) {
    return new Carrier(
        live.published().truncatedTo(ChronoUnit.MILLIS), live.articleId(), live.publisher());
  }
}
