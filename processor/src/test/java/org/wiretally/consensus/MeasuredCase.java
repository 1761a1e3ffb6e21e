package org.wiretally.consensus;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wiretally.figures.Claim;
import org.wiretally.figures.Figure;

/**
 * One value that a person wrote down, and the articles that a fold may read for it.
 *
 * @param collection {@code gva}, {@code trec_ts} or {@code muc4}
 * @param goldStory whether the articles are those of the gold's event rather than of the story that
 *     shows it
 * @param event id of the gold event
 * @param time when the value was written down; null for a final one
 * @param value null where the gold gives vague words
 * @param others what is right too: the other counts that the gold has of the figure
 * @param multi whether the event has two or more articles
 * @param last whether nothing later was written down, and all articles are read
 * @param attainable whether some pooled sentence of the event states the value by the time
 * @param articles published by the time
 */
record MeasuredCase(
    String collection,
    String split,
    boolean goldStory,
    String event,
    Figure figure,
    @Nullable Instant time,
    @Nullable Long value,
    List<Long> others,
    boolean multi,
    boolean last,
    boolean attainable,
    List<ArticleClaims> articles) {

  boolean incident() {
    return collection.equals("gva");
  }

  boolean timeline() {
    return collection.equals("trec_ts");
  }

  /** Whether what is shown is within a tenth of what the gold has. */
  boolean right(@Nullable Long shown) {
    return (value != null && withinTenth(shown, value))
        || others.stream().anyMatch(other -> withinTenth(shown, other));
  }

  /** The whole count of the case's figure; null where the fold has none. */
  @Nullable Consensus answer(ConsensusFold fold, List<LiveClaim> claims) {
    for (Consensus consensus : fold.fold(claims)) {
      if (consensus.figure().equals(figure) && consensus.group().equals(Claim.ALL)) {
        return consensus;
      }
    }
    return null;
  }

  /** Every claim of the articles that can matter to the case. */
  List<LiveClaim> claims() {
    return articles.stream().flatMap(article -> article.live().stream()).toList();
  }

  /** As the scorers take it: best, else low, else high. */
  static @Nullable Long point(@Nullable Consensus consensus) {
    if (consensus == null) {
      return null;
    }
    return consensus.best() != null
        ? consensus.best()
        : consensus.low() != null ? consensus.low() : consensus.high();
  }

  /** Within a tenth, which is exact below ten. */
  static boolean withinTenth(@Nullable Long shown, long value) {
    return shown != null && Math.abs(shown - value) <= 0.1 * value;
  }
}
