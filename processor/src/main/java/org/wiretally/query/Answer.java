package org.wiretally.query;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.wiretally.consensus.Consensus;
import org.wiretally.consensus.Origin;
import org.wiretally.consensus.Standing;

/**
 * What a profile answers for one figure and group of a story.
 *
 * @param low null where open
 * @param best null where nobody states a number, or too few for the profile
 * @param high null where open
 * @param confidence probability that best is right, 0 to 1
 * @param asOf event time of the newest evidence
 * @param knownAt processing time at which the answer was last written; null for one folded on
 *     request
 * @param claimants who says so, the heaviest supporter first; empty where nobody is named
 * @param publishers who printed it, sorted
 * @param origins how many independent origins support it
 * @param articles how many articles are behind it
 * @param note one sentence for a person
 */
public record Answer(
    String storyId,
    String storyLabel,
    String profile,
    String figure,
    String group,
    String unit,
    @Nullable Long low,
    @Nullable Long best,
    @Nullable Long high,
    double confidence,
    Instant asOf,
    @Nullable Instant knownAt,
    List<String> claimants,
    List<String> publishers,
    long origins,
    int articles,
    String note) {
  public Answer {
    claimants = List.copyOf(claimants);
    publishers = List.copyOf(publishers);
  }

  /** The answer that a fold gave just now. */
  public static Answer of(String storyId, String storyLabel, String profile, Consensus consensus) {
    List<String> claimants = new ArrayList<>();
    TreeSet<String> publishers = new TreeSet<>();
    List<String> reasons = new ArrayList<>();
    for (Origin origin : consensus.origins()) {
      if (origin.standing() == Standing.SUPPORTS) {
        String claimant = origin.claimant();
        if (claimant != null && !claimants.contains(claimant)) {
          claimants.add(claimant);
        }
        publishers.addAll(origin.publishers());
        reasons.add(origin.evidence().claim().quote());
      }
    }
    return new Answer(
        storyId,
        storyLabel,
        profile,
        consensus.figure().name(),
        consensus.group(),
        consensus.unit().name(),
        consensus.low(),
        consensus.best(),
        consensus.high(),
        consensus.confidence(),
        consensus.asOf(),
        null,
        claimants,
        List.copyOf(publishers),
        consensus.independent(Standing.SUPPORTS),
        consensus.articleCount(),
        reasons.isEmpty() ? "" : reasons.get(0));
  }
}
