package org.wiretally.story;

import java.util.Arrays;

/** Distinct numbers in rising order, as many as fit. Not thread-safe. */
final class Rising {
  private final int[] values;
  private int size;

  /**
   * @param most numbers beyond these are left out
   */
  Rising(int most) {
    values = new int[most];
  }

  void clear() {
    size = 0;
  }

  boolean full() {
    return size == values.length;
  }

  void add(int value) {
    int at = Arrays.binarySearch(values, 0, size, value);
    if (at >= 0 || full()) {
      return;
    }
    int slot = ~at;
    System.arraycopy(values, slot, values, slot + 1, size - slot);
    values[slot] = value;
    size++;
  }

  int[] toArray() {
    return Arrays.copyOf(values, size);
  }
}
