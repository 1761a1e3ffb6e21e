package org.wiretally.story;

import java.util.List;
import org.wiretally.place.Whereabouts;

/**
 * How likely two articles are on one event: boosted trees over what they share and where they
 * contradict each other, learned from labelled pairs (docs/stories.md). A pure, symmetric function
 * of the two; nothing seen in the stream enters.
 */
final class Likeness {
  /** What is measured of a pair, in the order of the weights. */
  static final List<String> MEASURES =
      List.of(
          "terms",
          "names",
          "sharedNames",
          "title",
          "details",
          "sameCity",
          "otherCity",
          "otherRegion",
          "otherCountry",
          "places",
          "sameType",
          "otherType",
          "gap",
          "farApart",
          "sameDay",
          "otherDay",
          "termsAndNames",
          "gapWithoutName",
          "sharedFullNames",
          "rarest",
          "sharedTerms",
          "coverage",
          "sharedTitle",
          "leastTerms",
          "dayGap",
          "otherDetails",
          "otherSpot",
          "unsharedLeadNames",
          "otherYear",
          "sameYear",
          "tollGap",
          "sameWords",
          "oneUndated");

  /** Words that the name of a place may have. */
  private static final int NAME_WORDS = 2;

  /** Half of the terms that are kept of an article at most. */
  private static final int BRIEF_TERMS = StoryFeatures.MOST_TERMS / 2;

  private static final Trees TREES = Trees.read(Lexicon.lines("likeness.tsv"), MEASURES);

  private Likeness() {}

  /** Probability, 0 to 1, that the two are on one event. */
  static double of(KeptArticle a, KeptArticle b) {
    double[] x = measure(a, b);
    return 1 / (1 + Math.exp(Contradiction.discount(x) - TREES.sum(x)));
  }

  /** Whether either says too little of its event to be told from another of the kind. */
  static boolean isBrief(KeptArticle a, KeptArticle b) {
    return Math.min(a.features().terms().length, b.features().terms().length) < BRIEF_TERMS;
  }

  /** The measures of a pair, in the order of {@link #MEASURES}. */
  static double[] measure(KeptArticle a, KeptArticle b) {
    StoryFeatures f = a.features();
    StoryFeatures g = b.features();
    int sharedNames = shared(f.names(), g.names());
    int fullNames = sharedOdd(f.names(), g.names());
    double names = share(sharedNames, f.names().length, g.names().length);
    double days = days(a, b);
    Whereabouts here = f.whereabouts();
    Whereabouts there = g.whereabouts();
    int killed = toll(f);
    int otherKilled = toll(g);
    int least = Math.min(f.terms().length, g.terms().length);
    int sharedDays = shared(f.days(), g.days());
    boolean bothDays =
        f.days().length > 0 && g.days().length > 0 && (comparable(a, b) || sharedDays > 0);
    int sharedDetails = shared(f.details(), g.details());
    Overlap overlap = Overlap.of(f, g);
    return new double[] {
      overlap.cosine(),
      names,
      Math.min(1, sharedNames / 4.0),
      share(shared(f.titleTerms(), g.titleTerms()), f.titleTerms().length, g.titleTerms().length),
      Math.min(1, sharedDetails / 3.0),
      is(here.sameTown(there)),
      is(here.otherTown(there)),
      is(here.otherRegion(there)),
      is(here.otherCountry(there)),
      share(shared(here.named(), there.named()), here.named().length, there.named().length),
      is(sameType(f, g)),
      is(otherType(f, g)),
      Math.log1p(days) / 6,
      is(days > 4),
      is(bothDays && sharedDays > 0),
      is(bothDays && sharedDays == 0 && days < 10),
      overlap.cosine() * names,
      is(fullNames == 0) * Math.log1p(days) / 6,
      Math.min(1, fullNames / 3.0),
      overlap.rarest(),
      Math.min(1, overlap.count() / 10.0),
      overlap.coverage(),
      Math.min(1, shared(f.titleTerms(), g.titleTerms()) / 5.0),
      Math.min(1, least / 48.0),
      bothDays ? Math.log1p((double) nearest(f.days(), g.days())) / 8 : -1,
      is(sharedDetails == 0 && f.details().length > 1 && g.details().length > 1),
      is(here.otherSpot(there)),
      unshared(f, g),
      is(f.years().length > 0 && g.years().length > 0 && shared(f.years(), g.years()) == 0),
      is(shared(f.years(), g.years()) > 0),
      killed > 0 && otherKilled > 0 ? Math.abs(Math.log((double) killed / otherKilled)) : -1,
      is(sameWords(f.terms().length, g.terms().length, overlap.count())),
      is(!comparable(a, b)),
    };
  }

  /**
   * Where only one of the two states a time, neither times nor days tell how far apart they are.
   */
  private static boolean comparable(KeptArticle a, KeptArticle b) {
    return a.features().dated() == b.features().dated();
  }

  /** Days between two articles; 0 where only one states a time, for then nothing tells how many. */
  static double days(KeptArticle a, KeptArticle b) {
    return comparable(a, b)
        ? Math.abs(a.published().getEpochSecond() - b.published().getEpochSecond()) / 86_400.0
        : 0;
  }

  private static double is(boolean condition) {
    return condition ? 1 : 0;
  }

  /** Whether hardly a word of either is not in the other: but for a name, it is one text. */
  private static boolean sameWords(int terms, int otherTerms, int shared) {
    int most = Math.max(NAME_WORDS, Math.min(terms, otherTerms) / 8);
    return shared > most && Math.max(terms, otherTerms) - shared <= most;
  }

  /** Of the names that either opens with, the share that the other has not, on the milder side. */
  private static double unshared(StoryFeatures f, StoryFeatures g) {
    if (f.leadNames().length == 0 || g.leadNames().length == 0) {
      return -1;
    }
    double mine = (double) shared(f.leadNames(), g.names()) / f.leadNames().length;
    double theirs = (double) shared(g.leadNames(), f.names()) / g.leadNames().length;
    return 1 - Math.max(mine, theirs);
  }

  /** The stated number of dead, 0 where none is. */
  private static int toll(StoryFeatures f) {
    for (int detail : f.details()) {
      if (detail > StoryFeatures.KILLED && detail < StoryFeatures.INJURED) {
        return detail - StoryFeatures.KILLED;
      }
    }
    return 0;
  }

  private static boolean sameType(StoryFeatures f, StoryFeatures g) {
    return f.types().length > 0 && g.types().length > 0 && f.types()[0].equals(g.types()[0]);
  }

  private static boolean otherType(StoryFeatures f, StoryFeatures g) {
    for (String type : f.types()) {
      for (String other : g.types()) {
        if (type.equals(other)) {
          return false;
        }
      }
    }
    return f.types().length > 0 && g.types().length > 0;
  }

  private static double share(int shared, int n, int m) {
    return shared == 0 ? 0 : shared / Math.sqrt((double) n * m);
  }

  /**
   * What two articles' terms have in common.
   *
   * @param cosine of the two vectors, 0 to 1
   * @param rarest greatest weight of a shared term, in the vector where it weighs less
   * @param count of shared terms
   * @param coverage how much of the shorter vector is shared, 0 to 1
   */
  private record Overlap(double cosine, double rarest, int count, double coverage) {
    static Overlap of(StoryFeatures f, StoryFeatures g) {
      int[] a = f.terms();
      int[] b = g.terms();
      long sum = 0;
      long coveredA = 0;
      long coveredB = 0;
      int rarest = 0;
      int count = 0;
      int i = 0;
      int k = 0;
      while (i < a.length && k < b.length) {
        if (a[i] < b[k]) {
          i++;
        } else if (a[i] > b[k]) {
          k++;
        } else {
          int v = f.weights()[i++];
          int w = g.weights()[k++];
          sum += (long) v * w;
          coveredA += (long) v * v;
          coveredB += (long) w * w;
          rarest = Math.max(rarest, Math.min(v, w));
          count++;
        }
      }
      long shorter =
          a.length == b.length
              ? Math.max(coveredA, coveredB)
              : a.length < b.length ? coveredA : coveredB;
      double coverage = shorter / 1e6;
      return new Overlap(sum / 1e6, rarest / 1e3, count, coverage);
    }
  }

  // Least distance between a value of the one and a value of the other.
  private static long nearest(int[] a, int[] b) {
    long least = Long.MAX_VALUE;
    for (int x : a) {
      for (int y : b) {
        least = Math.min(least, Math.abs((long) x - y));
      }
    }
    return least;
  }

  private static int shared(int[] a, int[] b) {
    int n = 0;
    int i = 0;
    int k = 0;
    while (i < a.length && k < b.length) {
      if (a[i] < b[k]) {
        i++;
      } else if (a[i] > b[k]) {
        k++;
      } else {
        n++;
        i++;
        k++;
      }
    }
    return n;
  }

  private static int sharedOdd(int[] a, int[] b) {
    int n = 0;
    int i = 0;
    int k = 0;
    while (i < a.length && k < b.length) {
      if (a[i] < b[k]) {
        i++;
      } else if (a[i] > b[k]) {
        k++;
      } else {
        n += a[i] & 1;
        i++;
        k++;
      }
    }
    return n;
  }
}
