package org.wiretally.consensus;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wiretally.figures.Quantity;
import org.wiretally.sources.Source;

/**
 * One statement of one independent root of information, and what became of it.
 *
 * <p>A claimant who changed the count has one entry for what is said now and one, {@link
 * Standing#LAGGING}, for each value said before; all share the id.
 *
 * @param id {@code claimant:ID} or, where nobody is named, {@code tree:ROOT ARTICLE}
 * @param claimant the canonical claimant; null where nobody is named
 * @param publishers who printed this statement, sorted, without repetition
 * @param articles ids of the articles that carry it, in order of publication
 * @param weight share of the vote it was given, 0 or more
 * @param reason why it stands so, in words for a desk editor
 * @param evidence the earliest live claim behind it
 */
public record Origin(
    String id,
    @Nullable String claimant,
    List<String> publishers,
    List<String> articles,
    Quantity quantity,
    Standing standing,
    double weight,
    String reason,
    LiveClaim evidence) {
  /** What the id of an origin with a named claimant starts with. */
  static final String CLAIMANT = "claimant:";

  public Origin {
    publishers = List.copyOf(publishers);
    articles = List.copyOf(articles);
    if (articles.isEmpty()) {
      throw new IllegalArgumentException("origin " + id + " stands on no article");
    }
    if (!(weight >= 0) || weight == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException("origin " + id + ": weight " + weight);
    }
  }

  /** The claimant that an origin of this id would have a record as; null where nobody is named. */
  public static @Nullable Source claimantOf(String id) {
    if (!id.startsWith(CLAIMANT)) {
      return null;
    }
    int owner = id.indexOf('/');
    String body = id.substring(CLAIMANT.length(), owner < 0 ? id.length() : owner);
    return new Source(Source.Kind.CLAIMANT, Claimant.label(body));
  }

  /** The same origin with another standing. */
  Origin with(Standing other, String why) {
    return new Origin(id, claimant, publishers, articles, quantity, other, weight, why, evidence);
  }
}
