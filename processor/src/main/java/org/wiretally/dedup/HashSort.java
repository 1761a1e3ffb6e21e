package org.wiretally.dedup;

import java.util.Arrays;

/**
 * Sorts numbers whose upper bits are hashes. These are spread evenly, so they are dealt by their
 * upper bits into about as many buckets as there are numbers, after which few stand beside their
 * place and an insertion sort puts them right: linear time is expected, where comparing sorts take
 * n log n (Knuth, The Art of Computer Programming 3, 5.2.1: sorting by distribution and insertion).
 * Numbers dealt unevenly are sorted by comparison. Not thread-safe: its arrays serve one sort after
 * another.
 */
final class HashSort {
  /** Fewer are compared sooner than dealt. */
  private static final int FEWEST = 48;

  /** A fuller bucket is no even spread. */
  private static final int FULLEST = 24;

  private int[] ends = new int[512];
  private long[] dealt = new long[512];

  /**
   * The first so many numbers in rising order, in the array given, which may be changed, or in one
   * that the next sort overwrites.
   */
  long[] sorted(long[] numbers, int count) {
    if (count < FEWEST) {
      Arrays.sort(numbers, 0, count);
      return numbers;
    }
    int bits = 32 - Integer.numberOfLeadingZeros(count - 1);
    int shift = Long.SIZE - bits;
    int buckets = 1 << bits;
    if (ends.length < buckets) {
      ends = new int[buckets];
      dealt = new long[buckets];
    } else {
      Arrays.fill(ends, 0, buckets, 0);
    }
    int fullest = 0;
    for (int i = 0; i < count; i++) {
      fullest = Math.max(fullest, ++ends[bucket(numbers[i], shift)]);
    }
    if (fullest > FULLEST) {
      Arrays.sort(numbers, 0, count);
      return numbers;
    }
    int end = 0;
    for (int b = 0; b < buckets; b++) {
      end += ends[b];
      ends[b] = end;
    }
    for (int i = count - 1; i >= 0; i--) {
      dealt[--ends[bucket(numbers[i], shift)]] = numbers[i];
    }
    for (int i = 1; i < count; i++) {
      long number = dealt[i];
      int to = i;
      while (to > 0 && dealt[to - 1] > number) {
        dealt[to] = dealt[to - 1];
        to--;
      }
      dealt[to] = number;
    }
    return dealt;
  }

  private static int bucket(long number, int shift) {
    return (int) ((number ^ Long.MIN_VALUE) >>> shift);
  }
}
