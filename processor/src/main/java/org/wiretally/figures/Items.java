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

  void clear() {
    size = 0;
  }

  void add(Item item) {
    if (size == items.length) {
      items = Arrays.copyOf(items, size * 2);
      types = Arrays.copyOf(types, size * 2);
    }
    items[size] = item;
    types[size++] = item.type;
  }

  void set(int k, Item item) {
    items[k] = item;
    types[k] = item.type;
  }

  int size() {
    return size;
  }

  Item get(int k) {
    return items[k];
  }

  /** Null before the first item and behind the last. */
  @Nullable ItemType type(int k) {
    return k >= 0 && k < size ? types[k] : null;
  }
}
