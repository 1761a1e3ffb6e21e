package org.wiretally.story;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wiretally.place.Tokens;

/**
 * How likely two articles are on one event: boosted trees over what they share and where they
 * contradict each other, learned from labelled pairs (src/main/likeness). A pure, symmetric
 * function of the two; nothing seen in the stream enters.
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
          "otherDetails");

  private static final Trees TREES = Trees.read(Lexicon.lines("likeness.tsv"), MEASURES);

  private Likeness() {}

  /** Probability, 0 to 1, that the two are on one event. */
  static double of(KeptArticle a, KeptArticle b) {
    double[] x = measure(a, b);
    return 1 / (1 + Math.exp(Contradiction.discount(x) - TREES.sum(x)));
  }

  /** The measures of a pair, in the order of {@link #MEASURES}. */
  static double[] measure(KeptArticle a, KeptArticle b) {
    StoryFeatures f = a.features();
    StoryFeatures g = b.features();
    int sharedNames = shared(f.names(), g.names());
    int fullNames = sharedOdd(f.names(), g.names());
    double names = share(sharedNames, f.names().length, g.names().length);
    double days =
        Math.abs(a.published().getEpochSecond() - b.published().getEpochSecond()) / 86_400.0;
    String city = f.city();
    String otherName = g.city();
    boolean cities = city != null && otherName != null;
    boolean sameCity = city != null && city.equals(otherName);
    boolean otherCity = cities && !sameCity && !named(city, g) && !named(otherName, f);
    boolean otherRegion =
        f.region() != null && g.region() != null && !f.region().equals(g.region());
    boolean otherCountry =
        f.country() != null && g.country() != null && !f.country().equals(g.country());
    int least = Math.min(f.terms().length, g.terms().length);
    int sharedDays = shared(f.days(), g.days());
    boolean bothDays = f.days().length > 0 && g.days().length > 0;
    int sharedDetails = shared(f.details(), g.details());
    Overlap overlap = Overlap.of(f, g);
    return new double[] {
      overlap.cosine(),
      names,
      Math.min(1, sharedNames / 4.0),
      share(shared(f.titleTerms(), g.titleTerms()), f.titleTerms().length, g.titleTerms().length),
      Math.min(1, sharedDetails / 3.0),
      is(sameCity),
      is(otherCity),
      is(otherRegion),
      is(otherCountry),
      share(shared(f.placeNames(), g.placeNames()), f.placeNames().length, g.placeNames().length),
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
    };
  }

  private static double is(boolean condition) {
    return condition ? 1 : 0;
  }

  private static boolean named(@Nullable String city, StoryFeatures f) {
    return city != null && Arrays.binarySearch(f.placeNames(), Terms.hash(Tokens.fold(city))) >= 0;
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
