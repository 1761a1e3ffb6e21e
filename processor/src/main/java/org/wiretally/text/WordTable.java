package org.wiretally.text;

import java.util.Collection;

/**
 * A fixed set of words, found by their folded characters in a text without making a string.
 *
 * <p>A word is looked up by its {@link #key}, which of most words holds all letters, so that no
 * letter is compared. Open addressing at a load of a third to two thirds: a text looks up every
 * word it has, so that what counts is how little of the cache the table takes. Immutable,
 * thread-safe.
 */
public final class WordTable {
  /** The answer for a word that the table does not hold. */
  public static final int UNKNOWN = -1;

  /** Letters whose places in the alphabet a key has room for, five bits each. */
  static final int KEY_LETTERS = 12;

  private final String[] words;

  /** By slot: a word's key, and behind it its id plus one, 0 where the slot is free. */
  private final long[] slots;

  /** Of an even index of {@link #slots}. */
  private final int mask;

  /**
   * A bit for each hash of a word, eight for each slot: of a large table most words of a text are
   * answered by it, without a miss in the cache.
   */
  private final long[] present;

  /**
   * @param words distinct, folded
   */
  public WordTable(Collection<String> words) {
    this.words = words.toArray(new String[0]);
    int size = Integer.highestOneBit(Math.max(4, this.words.length) * 3 / 2) * 2;
    slots = new long[2 * size];
    mask = slots.length - 2;
    present = new long[Math.max(1, size / 8)];
    for (int id = 0; id < this.words.length; id++) {
      long key = key(this.words[id]);
      int spread = spread(key);
      int slot = spread & mask;
      present[bit(spread) >>> 6] |= 1L << bit(spread);
      while (slots[slot + 1] != 0) {
        slot = (slot + 2) & mask;
      }
      slots[slot] = key;
      slots[slot + 1] = id + 1L;
    }
  }

  public int size() {
    return words.length;
  }

  public String word(int id) {
    return words[id];
  }

  // -------------------------------------------------------------- keys

  /**
   * The key of a folded word. One of 0 or more is the word itself: its letters' places in the
   * alphabet, where there are twelve at most and only those of the alphabet. A key below 0 is a
   * hash, which other words may share.
   */
  public static long key(String folded) {
    return key(folded.toCharArray(), 0, folded.length());
  }

  /** The key of the folded word at {@code [start, end)}. */
  static long key(char[] folded, int start, int end) {
    long key = 0;
    int hash = 0;
    boolean exact = end - start <= KEY_LETTERS;
    for (int i = start; i < end; i++) {
      char c = folded[i];
      exact &= c >= 'a' && c <= 'z';
      key = withLetter(key, c);
      hash = 31 * hash + c;
    }
    return exact ? key : hashed(hash);
  }

  static long withLetter(long key, int letter) {
    return (key << 5) | (letter & 31);
  }

  private static long hashed(int hash) {
    return Long.MIN_VALUE | (hash & 0xffff_ffffL);
  }

  // -------------------------------------------------------------- finding

  /** The id of the word at {@code [start, end)} of the text, or {@link #UNKNOWN}. */
  public int find(char[] text, int start, int end) {
    long key = 0;
    int hash = 0;
    int letters = 0;
    boolean exact = true;
    for (int i = start; i < end; i++) {
      char c = Folding.fold(text[i]);
      if (c != Folding.NOTHING) {
        exact &= c >= 'a' && c <= 'z';
        key = withLetter(key, c);
        hash = 31 * hash + c;
        letters++;
      }
    }
    return find(exact && letters <= KEY_LETTERS ? key : hashed(hash), text, start, end);
  }

  /**
   * The id of a word by its key, or {@link #UNKNOWN}.
   *
   * @param text where its letters are, folded or not, for a key that does not hold them
   */
  int find(long key, char[] text, int start, int end) {
    int spread = spread(key);
    if ((present[bit(spread) >>> 6] & (1L << bit(spread))) == 0) {
      return UNKNOWN;
    }
    for (int slot = spread & mask; slots[slot + 1] != 0; slot = (slot + 2) & mask) {
      int id = (int) slots[slot + 1] - 1;
      if (slots[slot] == key && (key >= 0 || matches(words[id], text, start, end))) {
        return id;
      }
    }
    return UNKNOWN;
  }

  private static boolean matches(String word, char[] text, int start, int end) {
    int at = 0;
    for (int i = start; i < end; i++) {
      char c = Folding.fold(text[i]);
      if (c == Folding.NOTHING) {
        continue;
      }
      if (at == word.length() || word.charAt(at) != c) {
        return false;
      }
      at++;
    }
    return at == word.length();
  }

  private int bit(int spread) {
    return spread & (present.length * Long.SIZE - 1);
  }

  private static int spread(long key) {
    return (int) ((key * 0x9E3779B97F4A7C15L) >>> 32);
  }
}
