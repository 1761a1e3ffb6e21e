package org.wiretally.story;

import java.util.Arrays;

/**
 * Sums by term, in an open-addressing table at a load of at most a half. Not thread-safe.
 *
 * <p>A sum counts half occurrences: what stands late in an article counts half.
 */
final class Tally {
  private int[] terms;
  private int[] sums;
  private int size;

  /**
   * @param expected terms for which there is room without growing
   */
  Tally(int expected) {
    int slots = Integer.highestOneBit(Math.max(8, expected) * 2 - 1) * 2;
    terms = new int[slots];
    sums = new int[slots];
  }

  /** Adds an amount of 1 or more. */
  void add(int term, int amount) {
    int slot = slot(term);
    if (sums[slot] == 0) {
      terms[slot] = term;
      size++;
    }
    sums[slot] += amount;
    if (size * 2 > terms.length) {
      grow();
    }
  }

  private int slot(int term) {
    int mask = terms.length - 1;
    int slot = term & mask;
    while (sums[slot] != 0 && terms[slot] != term) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    int[] oldTerms = terms;
    int[] oldSums = sums;
    terms = new int[oldTerms.length * 2];
    sums = new int[terms.length];
    for (int i = 0; i < oldTerms.length; i++) {
      if (oldSums[i] != 0) {
        int slot = slot(oldTerms[i]);
        terms[slot] = oldTerms[i];
        sums[slot] = oldSums[i];
      }
    }
  }

  /** The weight of a term by its sum; terms without a positive weight are left out. */
  interface Weight {
    float of(int term, int sum);
  }

  /** The heaviest terms, heaviest first; of terms as heavy as each other those of smaller hash. */
  Ranked heaviest(int most, Weight weight) {
    long[] ranked = new long[size];
    int count = 0;
    for (int i = 0; i < terms.length; i++) {
      if (sums[i] != 0) {
        float w = weight.of(terms[i], sums[i]);
        if (w > 0) {
          // the bits of positive floats are in the order of the floats
          long falling = ~Float.floatToIntBits(w);
          ranked[count++] = (falling << 32) | (terms[i] & 0xffff_ffffL);
        }
      }
    }
    Arrays.sort(ranked, 0, count);
    return new Ranked(Arrays.copyOf(ranked, Math.min(most, count)));
  }

  /** The terms by their sums alone, rising by hash. */
  int[] mostCounted(int most) {
    return heaviest(most, (term, sum) -> sum).rising();
  }

  /** Terms by falling weight, each with its weight in the upper half. */
  static final class Ranked {
    private final long[] ranked;

    private Ranked(long[] ranked) {
      this.ranked = ranked;
    }

    int count() {
      return ranked.length;
    }

    int term(int i) {
      return (int) ranked[i];
    }

    float weight(int i) {
      return Float.intBitsToFloat((int) ~(ranked[i] >> 32));
    }

    /** The terms, rising. */
    int[] rising() {
      int[] rising = new int[ranked.length];
      for (int i = 0; i < rising.length; i++) {
        rising[i] = term(i);
      }
      Arrays.sort(rising);
      return rising;
    }
  }
}
