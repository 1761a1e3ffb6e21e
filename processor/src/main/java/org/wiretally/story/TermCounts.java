package org.wiretally.story;

import java.util.Arrays;

/**
 * Sums by term, in an open-addressing table at a load of at most a half. Not thread-safe.
 *
 * <p>A sum counts half occurrences: what stands late in an article counts half.
 */
final class TermCounts {
  private int[] terms;
  private int[] sums;
  private int size;

  /**
   * @param expected terms for which there is room without growing
   */
  TermCounts(int expected) {
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

  /**
   * The heaviest terms; of terms as heavy as each other those of smaller hash. They are selected,
   * not sorted by weight (Hoare 1961, "Algorithm 65: FIND"), in linear time on average.
   */
  Weighted heaviest(int most, Weight weight) {
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
    if (count > most) {
      select(ranked, count, most);
      count = most;
    }
    // now by term, the weight below it
    for (int i = 0; i < count; i++) {
      ranked[i] = Long.rotateRight(ranked[i], 32);
    }
    Arrays.sort(ranked, 0, count);
    int[] kept = new int[count];
    float[] weights = new float[count];
    for (int i = 0; i < count; i++) {
      kept[i] = (int) (ranked[i] >>> 32);
      weights[i] = Float.intBitsToFloat((int) ~ranked[i]);
    }
    return new Weighted(kept, weights);
  }

  /** Puts the smallest numbers first, in any order. */
  private static void select(long[] numbers, int count, int smallest) {
    int from = 0;
    int to = count - 1;
    while (from < to) {
      long pivot = numbers[(from + to) >>> 1];
      int i = from;
      int j = to;
      while (i <= j) {
        while (numbers[i] < pivot) {
          i++;
        }
        while (numbers[j] > pivot) {
          j--;
        }
        if (i <= j) {
          long swapped = numbers[i];
          numbers[i++] = numbers[j];
          numbers[j--] = swapped;
        }
      }
      if (smallest - 1 <= j) {
        to = j;
      } else if (smallest - 1 >= i) {
        from = i;
      } else {
        return;
      }
    }
  }

  /** The terms that were counted most, rising. */
  int[] mostCounted(int most) {
    return heaviest(most, (term, sum) -> sum).terms();
  }

  /**
   * Terms in rising order, each with its weight.
   *
   * @param terms rising
   * @param weights above 0, in the order of the terms
   */
  @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
  record Weighted(int[] terms, float[] weights) {}
}
