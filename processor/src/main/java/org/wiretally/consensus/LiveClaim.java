package org.wiretally.consensus;

import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.wiretally.figures.Claim;

/**
 * A claim that nobody has withdrawn, with what dedup and identity know of its article.
 *
 * @param claimId unique among all claims; a claim delivered twice has one id
 * @param version the article's version; of several only the highest one counts
 * @param publisher who printed it; null where unknown
 * @param published event time of the article
 * @param copyRoot id of the article at the root of the copy tree, the article itself if it is none
 */
public record LiveClaim(
    String claimId,
    String articleId,
    int version,
    @Nullable String publisher,
    Instant published,
    String copyRoot,
    Claim claim) {

  /** The one order in which the fold reads claims, so that no other order can matter. */
  static final Comparator<LiveClaim> CANONICAL =
      Comparator.comparing(LiveClaim::published)
          .thenComparing(LiveClaim::articleId)
          .thenComparing(LiveClaim::claimId);

  public LiveClaim {
    if (claimId.isEmpty() || articleId.isEmpty() || copyRoot.isEmpty()) {
      throw new IllegalArgumentException(
          "a live claim names itself, its article and its copy root");
    }
  }

  /** The same claim, of an article in another copy tree. */
  public LiveClaim withRoot(String root) {
    return new LiveClaim(claimId, articleId, version, publisher, published, root, claim);
  }

  /** The time that the count is said to hold: as the text says, else publication. */
  public Instant holdsAt() {
    Instant asOf = claim.asOf();
    return asOf != null && asOf.isBefore(published) ? asOf : published;
  }
}
