package org.wiretally.figures;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The items of a sentence, from left to right. Filled anew for each sentence; its types lie side by
 * side, as the walks over a sentence ask for little else.
 */
final class Items {
  private Item[] items = new Item[64];
  private ItemType[] types = new ItemType[64];
  private int size;

  /** By place: an item for a word, used again in the sentences to come. */
  private @Nullable Item[] words = new Item[64];

  /** The places of the items that some rule may look at. */
  private int[] looked = new int[64];

  private int lookedSize;

  void clear() {
    size = 0;
    lookedSize = 0;
  }

  void add(Item item) {
    if (item.mention != null) {
      item.mention.place = size;
    }
    add(item, item.mention != null || item.term.rules != 0);
  }

  /**
   * Adds the item of a single lexeme that is no mention.
   *
   * @param ruled whether some rule looks at items of the term
   */
  void word(ItemType type, int lexeme, Term term, boolean ruled) {
    Item word = size < words.length ? words[size] : null;
    if (word == null) {
      word = Item.word(type, lexeme, term);
      add(word, ruled);
      words[size - 1] = word;
    } else {
      word.turn(type, lexeme, term);
      add(word, ruled);
    }
  }

  private void add(Item item, boolean ruled) {
    if (size == items.length) {
      items = Arrays.copyOf(items, size * 2);
      types = Arrays.copyOf(types, size * 2);
      words = Arrays.copyOf(words, size * 2);
      looked = Arrays.copyOf(looked, size * 2);
    }
    if (ruled) {
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

  /** How many items some rule may look at, mentions among them. */
  int looked() {
    return lookedSize;
  }

  /** The place of the n-th of {@link #looked()}. */
  int looked(int n) {
    return looked[n];
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
