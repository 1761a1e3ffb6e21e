package org.wiretally.consensus;

/** Turns the share of the vote into the probability that the best value is right. */
final class Calibration {
  private static final double STEP = 20;

  static Calibration load() {
    return new Calibration();
  }

  /** A multiple of 0.05, so that a reader sees a change only where there is one. */
  double confidence(Ballot ballot, Tally tally) {
    Long best = tally.best();
    if (best == null) {
      return 0;
    }
    double raw =
        tally.share() * (1 - Math.pow(0.5, (double) ProfileReading.supporters(ballot, best)));
    return Math.round(raw * STEP) / STEP;
  }
}
