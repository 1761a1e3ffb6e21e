package org.wiretally.dedup;

import java.util.Arrays;

/**
 * A sample of a set of hashed features, taken so that two sketches can be compared: the smallest
 * hashes of the set, or all of them where they are few.
 *
 * <p>Below the larger of the hashes that both sketches are complete up to, either holds all that
 * its set has, so the shares seen there estimate those of the whole sets without bias, and are
 * exact where both sets are small (Cohen and Kaplan 2007, "Summarizing data using bottom-k
 * sketches").
 *
 * @param size how many distinct features the set has
 * @param hashes the smallest of them, rising as unsigned numbers
 */
public record Sketch(int size, @SuppressWarnings("ArrayRecordComponent") int[] hashes) {
  static final Sketch EMPTY = new Sketch(0, new int[0]);

  public Sketch {
    if (hashes.length > size) {
      throw new IllegalArgumentException(
          "a sample of " + hashes.length + " is larger than its set of " + size);
    }
  }

  /** The sketch of a set given by its hashes in any order, duplicates allowed; sorts the array. */
  static Sketch of(int[] features, int length, int limit) {
    for (int i = 0; i < length; i++) {
      features[i] ^= Integer.MIN_VALUE;
    }
    Arrays.sort(features, 0, length);
    int distinct = 0;
    for (int i = 0; i < length; i++) {
      if (i == 0 || features[i] != features[i - 1]) {
        features[distinct++] = features[i];
      }
    }
    int[] kept = Arrays.copyOf(features, Math.min(distinct, limit));
    for (int i = 0; i < kept.length; i++) {
      kept[i] ^= Integer.MIN_VALUE;
    }
    return new Sketch(distinct, kept);
  }

  /**
   * The smallest distinct hashes, rising as unsigned numbers: for few out of many, which a sort
   * would put in order all. Each is compared with the largest one kept, and few get further.
   */
  static int[] smallest(int[] features, int length, int limit) {
    int[] kept = new int[limit];
    int count = 0;
    for (int i = 0; i < length; i++) {
      int flipped = features[i] ^ Integer.MIN_VALUE;
      if (count == limit && flipped >= kept[count - 1]) {
        continue;
      }
      int to = count;
      while (to > 0 && kept[to - 1] > flipped) {
        to--;
      }
      if (to > 0 && kept[to - 1] == flipped) {
        continue;
      }
      count = Math.min(count + 1, limit);
      System.arraycopy(kept, to, kept, to + 1, count - 1 - to);
      kept[to] = flipped;
    }
    for (int i = 0; i < count; i++) {
      kept[i] ^= Integer.MIN_VALUE;
    }
    return count == limit ? kept : Arrays.copyOf(kept, count);
  }

  /** The largest unsigned hash up to which nothing of the set is missing. */
  int completeUpTo() {
    return hashes.length == size ? -1 : hashes[hashes.length - 1];
  }

  /** What the two sketches show of how the sets overlap. */
  Overlap overlap(Sketch other) {
    int mine = completeUpTo();
    int theirs = other.completeUpTo();
    int bound = Integer.compareUnsigned(mine, theirs) < 0 ? mine : theirs;
    int i = 0;
    int j = 0;
    int both = 0;
    while (i < hashes.length && j < other.hashes.length) {
      int order = Integer.compareUnsigned(hashes[i], other.hashes[j]);
      if (Integer.compareUnsigned(order <= 0 ? hashes[i] : other.hashes[j], bound) > 0) {
        break;
      }
      if (order == 0) {
        both++;
      }
      if (order <= 0) {
        i++;
      }
      if (order >= 0) {
        j++;
      }
    }
    while (i < hashes.length && Integer.compareUnsigned(hashes[i], bound) <= 0) {
      i++;
    }
    while (j < other.hashes.length && Integer.compareUnsigned(other.hashes[j], bound) <= 0) {
      j++;
    }
    return new Overlap(i, j, both);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Sketch sketch
        && size == sketch.size
        && Arrays.equals(hashes, sketch.hashes);
  }

  @Override
  public int hashCode() {
    return 31 * size + Arrays.hashCode(hashes);
  }

  @Override
  public String toString() {
    return "Sketch[" + hashes.length + " of " + size + "]";
  }

  /**
   * Counts within the part of two sets that both sketches cover.
   *
   * @param first features of the first set
   * @param second features of the second
   * @param both features of both
   */
  record Overlap(int first, int second, int both) {
    double jaccard() {
      int union = first + second - both;
      return union == 0 ? 0 : (double) both / union;
    }

    /** The share of the second set that the first has too. */
    double ofSecond() {
      return second == 0 ? 0 : (double) both / second;
    }

    /** The share of the smaller set that the other has too. */
    double ofSmaller() {
      int smaller = Math.min(first, second);
      return smaller == 0 ? 0 : (double) both / smaller;
    }
  }
}
