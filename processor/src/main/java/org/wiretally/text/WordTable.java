package org.wiretally.text;

import java.util.Collection;

/**
 * A fixed set of words, found by their folded characters in a text without making a string.
 *
 * <p>Open addressing at a load of a quarter to a half, all letters in one array: a text looks up
 * every word it has, so that what counts is how little of the cache the table takes. Immutable,
 * thread-safe.
 */
public final class WordTable {
  /** The answer for a word that the table does not hold. */
  public static final int UNKNOWN = -1;

  private final String[] words;

  /**
   * The letters of all words, and where those of a word begin; one more for the end of the last.
   */
  private final char[] letters;

  private final int[] starts;

  /** A word's hash in the upper half, its id plus one in the lower; 0 where free. */
  private final long[] slots;

  private final int mask;

  /**
   * A bit for each hash of a word, some eight bits a word: of a large table most words of a text
   * are answered by it, without a miss in the cache.
   */
  private final long[] present;

  /**
   * @param words distinct, folded
   */
  public WordTable(Collection<String> words) {
    this.words = words.toArray(new String[0]);
    int size = Integer.highestOneBit(Math.max(4, this.words.length) * 2) * 2;
    slots = new long[size];
    mask = size - 1;
    present = new long[Math.max(1, size / 16)];
    letters = String.join("", words).toCharArray();
    starts = new int[this.words.length + 1];
    for (int id = 0; id < this.words.length; id++) {
      starts[id + 1] = starts[id] + this.words[id].length();
      int hash = hash(letters, starts[id], starts[id + 1]);
      int spread = spread(hash);
      int slot = spread & mask;
      present[bit(spread) >>> 6] |= 1L << bit(spread);
      while (slots[slot] != 0) {
        slot = (slot + 1) & mask;
      }
      slots[slot] = ((long) hash << 32) | (id + 1);
    }
  }

  public int size() {
    return words.length;
  }

  public String word(int id) {
    return words[id];
  }

  /** The id of the word at {@code [start, end)} of the text, or {@link #UNKNOWN}. */
  public int find(char[] text, int start, int end) {
    return find(hash(text, start, end), text, start, end);
  }

  /**
   * As {@link #find(char[], int, int)}, for letters that are folded already.
   *
   * @param hash of the letters, as {@link String#hashCode} tells it
   */
  int find(int hash, char[] text, int start, int end) {
    int spread = spread(hash);
    if ((present[bit(spread) >>> 6] & (1L << bit(spread))) == 0) {
      return UNKNOWN;
    }
    int slot = spread & mask;
    for (long entry = slots[slot]; entry != 0; entry = slots[slot]) {
      if ((int) (entry >>> 32) == hash) {
        int id = (int) entry - 1;
        if (matches(id, text, start, end)) {
          return id;
        }
      }
      slot = (slot + 1) & mask;
    }
    return UNKNOWN;
  }

  private boolean matches(int id, char[] text, int start, int end) {
    int at = starts[id];
    int stop = starts[id + 1];
    for (int i = start; i < end; i++) {
      char c = Folding.fold(text[i]);
      if (c == Folding.NOTHING) {
        continue;
      }
      if (at == stop || letters[at] != c) {
        return false;
      }
      at++;
    }
    return at == stop;
  }

  static int hash(char[] text, int start, int end) {
    int hash = 0;
    for (int i = start; i < end; i++) {
      char c = Folding.fold(text[i]);
      if (c != Folding.NOTHING) {
        hash = 31 * hash + c;
      }
    }
    return hash;
  }

  private int bit(int spread) {
    return spread & (present.length * Long.SIZE - 1);
  }

  private static int spread(int hash) {
    int h = hash * 0x9E3779B9;
    return h ^ (h >>> 15);
  }
}
