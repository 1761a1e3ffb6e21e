package org.wiretally.consensus;

import org.jspecify.annotations.Nullable;
import org.wiretally.figures.Qualifier;
import org.wiretally.figures.Quantity;

/** Arithmetic of quantities. */
final class Quantities {
  private Quantities() {}

  /** Whether the words allow the value. */
  static boolean allows(Quantity quantity, long value) {
    Long low = low(quantity);
    Long high = quantity.high();
    return (low == null || low <= value) && (high == null || value <= high);
  }

  /** The lower bound, never above the stated number. */
  static @Nullable Long low(Quantity quantity) {
    Long low = quantity.low();
    Long best = quantity.best();
    return low != null && best != null ? Long.valueOf(Math.min(low, best)) : low;
  }

  /** The stated number, else the bound that is there: what the quantity looks like to a reader. */
  static long magnitude(Quantity quantity) {
    Long best = quantity.best();
    Long low = quantity.low();
    Long high = quantity.high();
    return best != null ? best : low != null ? low : high != null ? high : 0;
  }

  /** The sum; open where one term is open, and as vague as the vaguer term. */
  static Quantity plus(Quantity a, Quantity b) {
    return new Quantity(
        add(a.low(), b.low()),
        add(a.best(), b.best()),
        add(a.high(), b.high()),
        a.qualifier() == Qualifier.EXACT ? b.qualifier() : a.qualifier());
  }

  private static @Nullable Long add(@Nullable Long a, @Nullable Long b) {
    return a == null || b == null ? null : Long.valueOf(Math.addExact(a, b));
  }

  /** As a reader writes it: {@code 26}, {@code more than 4,400}, {@code 100 to 999}. */
  static String words(Quantity quantity) {
    Long best = quantity.best();
    Long low = quantity.low();
    Long high = quantity.high();
    return switch (quantity.qualifier()) {
      case EXACT -> number(magnitude(quantity));
      case AT_LEAST -> "at least " + number(magnitude(quantity));
      case MORE_THAN -> "more than " + number(magnitude(quantity));
      case ABOUT -> "about " + number(magnitude(quantity));
      case UP_TO -> "up to " + number(high != null ? high : magnitude(quantity));
      case FEWER_THAN -> "fewer than " + number(high != null ? high + 1 : magnitude(quantity));
      case RANGE, VAGUE ->
          low != null && high != null
              ? number(low) + " to " + number(high)
              : best != null
                  ? "about " + number(best)
                  : low != null ? number(low) + " or more" : "up to " + number(magnitude(quantity));
    };
  }

  /** Digits in groups of three. */
  static String number(long n) {
    StringBuilder digits = new StringBuilder(Long.toString(n));
    for (int at = digits.length() - 3; at > 0; at -= 3) {
      digits.insert(at, ',');
    }
    return digits.toString();
  }
}
