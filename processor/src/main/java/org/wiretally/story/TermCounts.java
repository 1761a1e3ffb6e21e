package org.wiretally.story;

import java.util.Arrays;

/**
 * Sums by term, in the order in which the terms were met; they are found by an open-addressing
 * table at a load of at most a half. Not thread-safe.
 *
 * <p>A sum counts half occurrences: what stands late in an article counts half.
 */
final class TermCounts {
  /** By slot the number of its term plus one; 0 where free. */
  private int[] slots;

  private int[] terms;
  private int[] sums;
  private int[] meanings;
  private int size;

  /** What {@link #heaviest} sorts. */
  private long[] ranked;

  /**
   * @param expected terms for which there is room without growing
   */
  TermCounts(int expected) {
    slots = new int[Integer.highestOneBit(Math.max(8, expected) * 2 - 1) * 2];
    int room = slots.length / 2 + 1;
    terms = new int[room];
    sums = new int[room];
    meanings = new int[room];
    ranked = new long[room];
  }

  /** Forgets all terms. */
  void clear() {
    Arrays.fill(slots, 0);
    size = 0;
  }

  /** Adds an amount of 1 or more. */
  void add(int term, int amount) {
    add(term, Lexicon.UNKNOWN, amount);
  }

  /**
   * Adds an amount of 1 or more.
   *
   * @param meaning of the term, always the same
   */
  void add(int term, int meaning, int amount) {
    int slot = slot(term);
    if (slots[slot] != 0) {
      sums[slots[slot] - 1] += amount;
      return;
    }
    terms[size] = term;
    sums[size] = amount;
    meanings[size] = meaning;
    size++;
    slots[slot] = size;
    if (size * 2 > slots.length) {
      grow();
    }
  }

  private int slot(int term) {
    int mask = slots.length - 1;
    int slot = term & mask;
    while (slots[slot] != 0 && terms[slots[slot] - 1] != term) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    slots = new int[slots.length * 2];
    int room = slots.length / 2 + 1;
    terms = Arrays.copyOf(terms, room);
    sums = Arrays.copyOf(sums, room);
    meanings = Arrays.copyOf(meanings, room);
    ranked = new long[room];
    for (int k = 0; k < size; k++) {
      slots[slot(terms[k])] = k + 1;
    }
  }

  /** The weight of a term by its meaning and its sum; those without a positive one are left out. */
  interface Weight {
    float of(int meaning, int sum);
  }

  /**
   * The heaviest terms; of terms as heavy as each other those of smaller hash. They are selected,
   * not sorted by weight (Hoare 1961, "Algorithm 65: FIND"), in linear time on average.
   */
  Weighted heaviest(int most, Weight weight) {
    int count = 0;
    for (int k = 0; k < size; k++) {
      float w = weight.of(meanings[k], sums[k]);
      if (w > 0) {
        // the bits of positive floats are in the order of the floats
        long falling = ~Float.floatToIntBits(w);
        ranked[count++] = (falling << 32) | (terms[k] & 0xffff_ffffL);
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
    return heaviest(most, (meaning, sum) -> sum).terms();
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
