package org.wiretally.story;

/**
 * What two articles on one event do not do: put it into different places, or tell of different
 * kinds of event, without a full name in common. The trees alone are too lenient here, as the
 * collections they learned from hold few reports that are alike but for the town.
 */
enum Contradiction {
  /** Each plays in a town that the other does not name. */
  OTHER_TOWN("otherCity", 4.0, true),
  /** They play in different countries and name no place in common. */
  OTHER_COUNTRY("otherCountry", 4.0, true),
  /** Their event types have none in common; a sentence or two is too little to tell. */
  OTHER_KIND("otherType", 4.0, false);

  private static final int FULL_NAMES = Likeness.MEASURES.indexOf("sharedFullNames");
  private static final int PLACES = Likeness.MEASURES.indexOf("places");

  private static final int LEAST_TERMS = Likeness.MEASURES.indexOf("leastTerms");
  private static final double FRAGMENT = 0.25;

  /** Two articles that share this much of their places are not held apart by one of them. */
  private static final double SAME_PLACES = 0.6;

  private final int measure;
  private final double logOdds;
  private final boolean ofPlace;

  Contradiction(String measure, double logOdds, boolean ofPlace) {
    this.measure = Likeness.MEASURES.indexOf(measure);
    this.logOdds = logOdds;
    this.ofPlace = ofPlace;
  }

  /** By how much the log-odds of one event fall, 0 or more. */
  static double discount(double[] measures) {
    if (measures[FULL_NAMES] > 0) {
      return 0;
    }
    double sum = 0;
    for (Contradiction c : VALUES) {
      boolean excused =
          c.ofPlace ? measures[PLACES] >= SAME_PLACES : measures[LEAST_TERMS] < FRAGMENT;
      if (measures[c.measure] > 0 && !excused) {
        sum += c.logOdds;
      }
    }
    return sum;
  }

  private static final Contradiction[] VALUES = values();
}
