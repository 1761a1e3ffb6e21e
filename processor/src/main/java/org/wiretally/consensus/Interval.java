package org.wiretally.consensus;

import org.jspecify.annotations.Nullable;
import org.wiretally.consensus.Ballot.Candidate;
import org.wiretally.consensus.Ballot.Vote;
import org.wiretally.figures.Qualifier;
import org.wiretally.figures.Quantity;

/**
 * The lowest and the highest count that live, credible voices allow.
 *
 * @param low null where open
 * @param high null where open
 * @param lowestStated lowest number that any of them states
 * @param highestStated highest number that any of them states
 */
record Interval(@Nullable Long low, @Nullable Long high, long lowestStated, long highestStated) {

  /** The interval around the best value; around nothing if nobody states a number. */
  static Interval of(Ballot ballot, @Nullable Candidate best) {
    Long low = best == null ? null : Long.valueOf(best.value());
    Long high = low;
    boolean openBelow = false;
    boolean openAbove = false;
    long lowest = best == null ? Long.MAX_VALUE : best.value();
    long highest = best == null ? 0 : best.value();
    for (Vote vote : ballot.votes()) {
      if (!credible(ballot, vote, best)) {
        continue;
      }
      Quantity quantity = vote.saying().quantity();
      Long ownLow = Quantities.low(quantity);
      Long ownHigh = quantity.high();
      if (ownLow == null) {
        openBelow = true;
      } else if (best == null || !boundsAbove(quantity)) {
        low = low == null ? ownLow : Long.valueOf(Math.min(low, ownLow));
        lowest = Math.min(lowest, ownLow);
      }
      if (ownHigh == null) {
        openAbove = true;
      } else {
        high = high == null ? ownHigh : Long.valueOf(Math.max(high, ownHigh));
      }
      highest = Math.max(highest, ownHigh == null ? Quantities.magnitude(quantity) : ownHigh);
    }
    return new Interval(
        openBelow && best == null ? null : low,
        openAbove ? null : high,
        Math.min(lowest, highest),
        highest);
  }

  /** "Up to 50" tells how many at most; that it may be none, it does not tell. */
  private static boolean boundsAbove(Quantity quantity) {
    return quantity.qualifier() == Qualifier.UP_TO || quantity.qualifier() == Qualifier.FEWER_THAN;
  }

  /** What was overtaken is no rival any more; one person among several is no count of them. */
  private static boolean credible(Ballot ballot, Vote vote, @Nullable Candidate best) {
    if (best == null) {
      return true;
    }
    Long value = vote.value();
    if (value == null) {
      return true;
    }
    boolean among = vote.saying().kind() == Statement.Kind.INDIVIDUAL && best.value() > 1;
    return !among
        && !ballot.overtaken(vote, best.value(), best.first())
        && !ballot.repeatsOvertaken(vote, best.value());
  }
}
