package org.wiretally.story;

import java.util.List;
import java.util.function.Predicate;

/**
 * What two articles on one event do not do. The trees alone are too lenient here, as the
 * collections they learned from hold few reports that are alike but for the town.
 *
 * @param name what the rule is called
 * @param logOdds by how much the log-odds of one event fall where it is found, above 0
 * @param found whether a pair has it
 */
record Contradiction(String name, double logOdds, Predicate<Pair> found) {
  private static final List<Contradiction> RULES =
      List.of(
          // Each plays in a town that the other does not name.
          new Contradiction(
              "other town",
              4.0,
              pair -> pair.is(At.OTHER_CITY) && !pair.samePlaces() && !pair.sameFullName()),
          // Two towns of one name: Springfield in Ohio, Springfield in Illinois.
          new Contradiction("namesake town", 8.0, pair -> pair.namesakes() && !pair.sameFullName()),
          // They play in different countries and name no place in common.
          new Contradiction(
              "other country",
              4.0,
              pair -> pair.is(At.OTHER_COUNTRY) && !pair.samePlaces() && !pair.sameFullName()),
          // Their event types have none in common; a sentence or two is too little to tell.
          new Contradiction(
              "other kind",
              4.0,
              pair -> pair.is(At.OTHER_TYPE) && !pair.fragment() && !pair.sameFullName()),
          // Each names years that the other does not, and the days they name lie seasons apart.
          new Contradiction(
              "other year", 2.5, pair -> pair.is(At.OTHER_YEAR) && pair.seasonsApart()),
          // Only one has a date, so they may lie years apart.
          new Contradiction("one undated", 2.0, pair -> pair.is(At.ONE_UNDATED)),
          // What comes back after a pause, such as a trial, tells of the same town or of a same
          // age,
          // and at some length. A name alone does not carry a story on: presidents have many.
          new Contradiction(
              "long pause",
              4.0,
              pair -> pair.longPause() && (pair.brief() || !pair.sameParticulars())),
          // One headline above different news, as of a column or a list of links.
          new Contradiction(
              "serial headline", 3.0, pair -> pair.sameHeadline() && pair.littleInCommon()),
          // One form of words, filled in with another place.
          new Contradiction(
              "other spot", 12.0, pair -> pair.is(At.OTHER_SPOT) && pair.is(At.SAME_WORDS)));

  /**
   * By how much the log-odds of one event fall, 0 or more.
   *
   * @param measures of the pair, as {@link Likeness#measure} gives them
   */
  static double discount(double[] measures) {
    Pair pair = new Pair(measures);
    double sum = 0;
    for (Contradiction each : RULES) {
      sum += each.found().test(pair) ? each.logOdds() : 0;
    }
    return sum;
  }

  /** Where the measures lie. */
  private static final class At {
    static final int OTHER_CITY = Likeness.MEASURES.indexOf("otherCity");
    static final int OTHER_REGION = Likeness.MEASURES.indexOf("otherRegion");
    static final int OTHER_COUNTRY = Likeness.MEASURES.indexOf("otherCountry");
    static final int OTHER_TYPE = Likeness.MEASURES.indexOf("otherType");
    static final int OTHER_SPOT = Likeness.MEASURES.indexOf("otherSpot");
    static final int SAME_WORDS = Likeness.MEASURES.indexOf("sameWords");
    static final int OTHER_YEAR = Likeness.MEASURES.indexOf("otherYear");
    static final int DAY_GAP = Likeness.MEASURES.indexOf("dayGap");
    static final int HEADLINE = Likeness.MEASURES.indexOf("sharedTitle");
    static final int COVERAGE = Likeness.MEASURES.indexOf("coverage");
    static final int FULL_NAMES = Likeness.MEASURES.indexOf("sharedFullNames");
    static final int ONE_UNDATED = Likeness.MEASURES.indexOf("oneUndated");
    static final int GAP = Likeness.MEASURES.indexOf("gap");
    static final int SAME_CITY = Likeness.MEASURES.indexOf("sameCity");
    static final int DETAILS = Likeness.MEASURES.indexOf("details");
    static final int PLACES = Likeness.MEASURES.indexOf("places");
    static final int LEAST_TERMS = Likeness.MEASURES.indexOf("leastTerms");
  }

  /** The measures of two articles. */
  static final class Pair {
    /** Two articles that share this much of their places are not held apart by one of them. */
    private static final double SAME_PLACES = 0.6;

    private static final double FRAGMENT = 0.25;
    private static final double BRIEF = 0.5;

    /** 8 days, as the measure has it: news of other kinds is not compared over more. */
    private static final double LONG_PAUSE = Math.log1p(8) / 6;

    /** Some 200 days. */
    private static final double SEASONS = 0.66;

    private static final double SAME_HEADLINE = 0.8;
    private static final double LITTLE = 0.2;

    private final double[] measures;

    private Pair(double[] measures) {
      this.measures = measures;
    }

    private boolean is(int measure) {
      return measures[measure] > 0;
    }

    private boolean namesakes() {
      return is(At.SAME_CITY) && (is(At.OTHER_REGION) || is(At.OTHER_COUNTRY));
    }

    private boolean samePlaces() {
      return measures[At.PLACES] >= SAME_PLACES;
    }

    private boolean sameFullName() {
      return is(At.FULL_NAMES);
    }

    private boolean seasonsApart() {
      return measures[At.DAY_GAP] >= SEASONS;
    }

    private boolean sameHeadline() {
      return measures[At.HEADLINE] >= SAME_HEADLINE;
    }

    private boolean littleInCommon() {
      return measures[At.COVERAGE] < LITTLE;
    }

    private boolean longPause() {
      return measures[At.GAP] > LONG_PAUSE;
    }

    private boolean sameParticulars() {
      return is(At.SAME_CITY) || is(At.DETAILS);
    }

    private boolean brief() {
      return measures[At.LEAST_TERMS] < BRIEF;
    }

    private boolean fragment() {
      return measures[At.LEAST_TERMS] < FRAGMENT;
    }
  }
}
