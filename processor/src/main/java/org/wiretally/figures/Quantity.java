package org.wiretally.figures;

import org.jspecify.annotations.Nullable;

/**
 * A stated count as an interval. Null is an open bound, or no best value.
 *
 * @param low lowest count that the words allow, 0 or more
 * @param best the stated number; null where the words state none (up to, several, dozens)
 * @param high highest count that the words allow
 * @param qualifier the hedge
 */
public record Quantity(
    @Nullable Long low, @Nullable Long best, @Nullable Long high, Qualifier qualifier) {
  public Quantity {
    if (low == null && best == null && high == null) {
      throw new IllegalArgumentException("a quantity states at least one of low, best, high");
    }
    if ((low != null && low < 0) || (best != null && best < 0) || (high != null && high < 0)) {
      throw new IllegalArgumentException("a count is 0 or more");
    }
    if (low != null && high != null && low > high) {
      throw new IllegalArgumentException("low " + low + " is above high " + high);
    }
  }

  private static final Quantity NONE = new Quantity(0L, 0L, 0L, Qualifier.EXACT);

  /** What most persons of a text count. */
  private static final Quantity ONE = new Quantity(1L, 1L, 1L, Qualifier.EXACT);

  public static Quantity exact(long n) {
    return n == 1 ? ONE : n == 0 ? NONE : new Quantity(n, n, n, Qualifier.EXACT);
  }
}
