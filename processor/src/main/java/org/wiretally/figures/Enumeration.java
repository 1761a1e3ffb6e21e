package org.wiretally.figures;

import java.util.List;

/** A number and the persons whom it counts, one after the other. */
final class Enumeration {
  private Enumeration() {}

  /**
   * Marks the parts of a whole among victims.
   *
   * <p>"two reporters, Ann Hill and Bob Reed": where those behind a number make up just that
   * number, they are not counted again.
   */
  static void include(List<Mention> victims) {
    for (int i = 0; i + 1 < victims.size(); i++) {
      List<Mention> parts = victims.subList(i + 1, victims.size());
      if (makesUp(victims.get(i), parts, i > 0)) {
        for (Mention part : parts) {
          part.included = true;
        }
        return;
      }
    }
  }

  private static boolean makesUp(Mention whole, List<Mention> parts, boolean persons) {
    Long n = whole.counted() && whole.quantity != null ? whole.quantity.best() : null;
    if (n == null || n < 2) {
      return false;
    }
    boolean named = true;
    long sum = 0;
    for (Mention part : parts) {
      Long best = part.quantity == null ? null : part.quantity.best();
      boolean other =
          !part.single
              && !part.group.equals(whole.group)
              && !part.group.equals(Claim.ALL)
              && !whole.group.equals(Claim.ALL);
      if (best == null || other || part.included || part.another || (persons && !part.named())) {
        return false;
      }
      named &= part.named();
      sum += best;
    }
    // names behind a number are those of its persons, though not all need be named
    return sum == n || (named && sum < n);
  }
}
