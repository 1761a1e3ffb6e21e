package org.wiretally.figures;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The items of a sentence, from left to right. One for each text, filled anew for each sentence;
 * its types lie side by side, as the walks over a sentence ask for little else.
 */
final class Items {
  private Item[] items = new Item[64];
  private ItemType[] types = new ItemType[64];
  private int size;

  /** The places of the items that some rule may look at. */
  private int[] looked = new int[64];

  private int lookedSize;

  void clear() {
    size = 0;
    lookedSize = 0;
  }

  void add(Item item) {
    if (size == items.length) {
      items = Arrays.copyOf(items, size * 2);
      types = Arrays.copyOf(types, size * 2);
      looked = Arrays.copyOf(looked, size * 2);
    }
    if (item.mention != null || item.term.rules != 0) {
      looked[lookedSize++] = size;
    }
    items[size] = item;
    types[size++] = item.type;
  }

  /** Puts a mark in the place of another, of which no rule looks at either. */
  void set(int k, Item item) {
    items[k] = item;
    types[k] = item.type;
  }

  int size() {
    return size;
  }

  /** How many items some rule may look at, mentions among them. */
  int looked() {
    return lookedSize;
  }

  /** The place of the n-th of {@link #looked()}. */
  int looked(int n) {
    return looked[n];
  }

  Item get(int k) {
    return items[k];
  }

  /** Null before the first item and behind the last. */
  @Nullable ItemType type(int k) {
    return k >= 0 && k < size ? types[k] : null;
  }
}
