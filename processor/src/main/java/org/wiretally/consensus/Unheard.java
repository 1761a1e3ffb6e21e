package org.wiretally.consensus;

import java.util.Locale;
import org.wiretally.figures.Quantity;

/** A claim that is kept for the record and weighs nothing, and why. */
record Unheard(LiveClaim live, String reason) {
  /** What several articles say alike is told once. */
  record Alike(Quantity quantity, String reason) {}

  Alike alike() {
    return new Alike(live.claim().quantity(), reason);
  }

  static Unheard otherUnit(LiveClaim live) {
    String unit = live.claim().unit().name().toLowerCase(Locale.ROOT);
    return new Unheard(live, "counts " + unit + ", not persons");
  }
}
