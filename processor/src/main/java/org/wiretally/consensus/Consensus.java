package org.wiretally.consensus;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wiretally.figures.Figure;
import org.wiretally.figures.Unit;

/**
 * The present answer for one figure and group of one story.
 *
 * <p>{@code low <= best <= high} wherever two of them are present; null is an open bound, or no
 * best value.
 *
 * @param group {@link org.wiretally.figures.Claim#ALL} for the whole
 * @param confidence calibrated probability, 0 to 1, that {@code best} is right
 * @param derived whether {@code best} was added up from parts rather than stated by anyone
 * @param residual whole minus the sum of its stated parts; null where no parts are stated
 * @param origins the origins' statements, the heaviest first; of many in one standing the heaviest
 *     {@link #MOST_IN_A_STANDING}
 * @param articles ids of the articles behind it, in order of publication; of many the latest {@link
 *     #MOST_ARTICLES}
 * @param articleCount how many articles state it, copies included, of the {@link
 *     EvidenceIndex#WINDOW} latest tellings; {@code articles.size()} or more
 * @param asOf event time of the newest evidence that is no copy
 */
public record Consensus(
    Figure figure,
    String group,
    Unit unit,
    @Nullable Long low,
    @Nullable Long best,
    @Nullable Long high,
    double confidence,
    boolean derived,
    @Nullable Long residual,
    List<Origin> origins,
    List<String> articles,
    int articleCount,
    Instant asOf) {
  /** So many origins of each standing are named; those left out weigh less than any that is. */
  static final int MOST_IN_A_STANDING = 12;

  /** So many articles are named. */
  static final int MOST_ARTICLES = 64;

  public Consensus {
    origins = List.copyOf(origins);
    articles = List.copyOf(articles);
    if ((low != null && best != null && low > best)
        || (best != null && high != null && best > high)
        || (low != null && high != null && low > high)) {
      throw new IllegalArgumentException(
          figure + " " + group + ": " + low + " <= " + best + " <= " + high + " does not hold");
    }
    if (articleCount < articles.size()) {
      throw new IllegalArgumentException(
          figure + " " + group + ": " + articleCount + " articles, but " + articles + " are named");
    }
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException(figure + " " + group + ": confidence " + confidence);
    }
  }

  /** How many independent origins stand so; one that also said other things before counts once. */
  public long independent(Standing standing) {
    return origins.stream()
        .filter(origin -> origin.standing() == standing)
        .map(Origin::id)
        .distinct()
        .count();
  }
}
