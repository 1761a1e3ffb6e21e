package org.wiretally.dedup;

import java.time.Duration;

/**
 * The thresholds of copying. Where they come from: docs/duplicates.md.
 *
 * @param nearJaccard from this share of all shingles on, two texts are copies
 * @param cutContainment from this share of the later text's shingles on, it is a cut of the earlier
 * @param cutShingles the shortest cut: below, a shared passage is a quotation
 * @param factOverlap below this share of the names and numbers of the text with fewer, two texts
 *     are one template about two things, and no copies
 * @param facts the fewest names and numbers, in each of both, that can say so
 * @param rewriteLikeness from this share of the shorter sentence's telling words on, two sentences
 *     say the same
 * @param rewriteLarger from this share on of one text, and
 * @param rewriteSmaller this share of the other that says the same, it is one text in two wordings
 * @param rewriteWords the fewest telling words in the sentences that say the same
 * @param rewriteShingles and the least share of the shorter text's shingles that the other has too:
 *     a paraphrase keeps names, quotes and phrases, two reports of one event need not
 * @param rewriteFacts and the least share of the names and numbers of the text with fewer: a
 *     paraphrase may change everything else
 * @param rewriteWithin how long after a text another wording of it may come: what papers print of
 *     an agency's text they print within days, and two reports months apart that agree in sentences
 *     and names are one writer's form for two events
 * @param passageContainment from this share of its shingles on, a paragraph is taken over
 * @param passageSamples the fewest shared shingles that can show it
 * @param neighbours an article is compared with at most so many, before and after it in event time,
 *     of those that share one index key: what bounds the cost of a phrase that everybody prints
 */
public record CopyPolicy(
    double nearJaccard,
    double cutContainment,
    int cutShingles,
    double factOverlap,
    int facts,
    double rewriteLikeness,
    double rewriteLarger,
    double rewriteSmaller,
    int rewriteWords,
    double rewriteShingles,
    double rewriteFacts,
    Duration rewriteWithin,
    double passageContainment,
    int passageSamples,
    int neighbours) {
  /** Chosen on open collections; docs/duplicates.md says how independent that is. */
  public static final CopyPolicy DEFAULT =
      new CopyPolicy(
          0.5, 0.8, 40, 0.35, 3, 0.5, 0.42, 0.25, 30, 0.12, 0.5, Duration.ofDays(4), 0.6, 6, 8);
}
