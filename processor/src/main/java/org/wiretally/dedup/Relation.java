package org.wiretally.dedup;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an article took from one earlier article: a pure function of the two signatures and times.
 *
 * @param kind EXACT_COPY, NEAR_COPY or REWRITE; null where it is no copy of it as a whole
 * @param similarity 0 to 1; 0 without a kind
 * @param paragraphs which of its paragraphs are the earlier one's too, in rising order
 */
record Relation(@Nullable VerdictKind kind, double similarity, List<TakenParagraph> paragraphs) {
  static final Relation NONE = new Relation(null, 0, List.of());

  /** The closer relation first. */
  static final Comparator<Relation> CLOSEST =
      Comparator.comparing(Relation::kind, Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(Comparator.comparingDouble(Relation::similarity).reversed());

  /**
   * A paragraph found in an earlier article.
   *
   * @param index 0 or more
   * @param shingles how many of its shingles could be compared
   * @param shared how many of these the earlier article has too
   */
  record TakenParagraph(int index, int shingles, int shared) {}

  boolean isNone() {
    return kind == null && paragraphs.isEmpty();
  }

  static Relation of(CopyMember original, CopyMember copy, CopyPolicy policy) {
    Signature earlier = original.signature();
    Signature later = copy.signature();
    if (later.tokens() < SHORTEST || earlier.tokens() < SHORTEST) {
      return NONE;
    }
    if (earlier.text() == later.text() && earlier.tokens() == later.tokens()) {
      return new Relation(VerdictKind.EXACT_COPY, 1, List.of());
    }
    Sketch.Overlap overlap = earlier.shingles().overlap(later.shingles());
    if (overlap.both() == 0) {
      return NONE;
    }
    List<TakenParagraph> paragraphs = paragraphs(earlier, later, policy);
    Sketch.Overlap facts = earlier.facts().overlap(later.facts());
    if (!sameTemplateOtherFacts(facts, policy) && !sameTemplateOtherSpot(earlier, later, facts)) {
      double jaccard = overlap.jaccard();
      if (jaccard >= policy.nearJaccard()) {
        return new Relation(VerdictKind.NEAR_COPY, jaccard, paragraphs);
      }
      if (overlap.ofSecond() >= policy.cutContainment()
          && later.shingles().size() >= policy.cutShingles()
          && overlap.both() >= policy.passageSamples()) {
        return new Relation(VerdictKind.NEAR_COPY, jaccard, paragraphs);
      }
      if (!isTooLate(original, copy, policy)
          && overlap.ofSmaller() >= policy.rewriteShingles()
          && facts.ofSmaller() >= policy.rewriteFacts()) {
        Outline.Agreement agreement =
            earlier.outline().agreement(later.outline(), policy.rewriteLikeness());
        if (isRewrite(overlap, agreement, policy)) {
          return new Relation(VerdictKind.REWRITE, agreement.larger(), paragraphs);
        }
      }
    }
    return paragraphs.isEmpty() ? NONE : new Relation(null, 0, paragraphs);
  }

  /** Of a text that is an earlier one word for word, more is that one than is its own. */
  private static final double HALF = 0.5;

  private static final double SAME_FACTS = 0.9;

  /** Texts of fewer words say too little to be known as copies. */
  private static final int SHORTEST = 5;

  /** Whoever words like an article of last month has the habits of its writer, not its text. */
  private static boolean isTooLate(CopyMember original, CopyMember copy, CopyPolicy policy) {
    return Duration.between(original.published(), copy.published())
            .abs()
            .compareTo(policy.rewriteWithin())
        > 0;
  }

  /**
   * One text in two wordings; not a text taken over word for word into a report that is mostly
   * another.
   */
  private static boolean isRewrite(
      Sketch.Overlap overlap, Outline.Agreement agreement, CopyPolicy policy) {
    boolean wordForWord = overlap.ofSmaller() >= policy.passageContainment();
    return agreement.larger() >= policy.rewriteLarger()
        && agreement.smaller() >= policy.rewriteSmaller()
        && agreement.words() >= policy.rewriteWords()
        && !(wordForWord && agreement.ofLater() < HALF);
  }

  /** Forms filled in with other names and numbers share most words and hardly any fact. */
  private static boolean sameTemplateOtherFacts(Sketch.Overlap facts, CopyPolicy policy) {
    return Math.min(facts.first(), facts.second()) >= policy.facts()
        && facts.ofSmaller() < policy.factOverlap();
  }

  /**
   * So do those filled in for another place. Where all but one in ten names and numbers agree, the
   * places were misread: a broadcaster's own town in the headline, for one.
   */
  private static boolean sameTemplateOtherSpot(
      Signature earlier, Signature later, Sketch.Overlap facts) {
    return earlier.whereabouts().otherSpot(later.whereabouts()) && facts.ofSmaller() < SAME_FACTS;
  }

  private static List<TakenParagraph> paragraphs(
      Signature earlier, Signature later, CopyPolicy policy) {
    int[] theirs = earlier.shingles().hashes();
    int bound = earlier.shingles().completeUpTo();
    int[] mine = later.shingles().hashes();
    int[] seen = new int[Byte.MAX_VALUE + 1];
    int[] shared = new int[Byte.MAX_VALUE + 1];
    int j = 0;
    for (int i = 0; i < mine.length && Integer.compareUnsigned(mine[i], bound) <= 0; i++) {
      byte paragraph = later.paragraphs()[i];
      if (paragraph == Signature.TITLE) {
        continue;
      }
      seen[paragraph]++;
      while (j < theirs.length && Integer.compareUnsigned(theirs[j], mine[i]) < 0) {
        j++;
      }
      if (j < theirs.length && theirs[j] == mine[i]) {
        shared[paragraph]++;
      }
    }
    List<TakenParagraph> taken = new ArrayList<>();
    for (int paragraph = 0; paragraph < seen.length; paragraph++) {
      if (shared[paragraph] >= policy.passageSamples()
          && shared[paragraph] >= policy.passageContainment() * seen[paragraph]) {
        taken.add(new TakenParagraph(paragraph, seen[paragraph], shared[paragraph]));
      }
    }
    return taken;
  }
}
