package org.wiretally.text;

import java.util.Arrays;

/**
 * A text's runs of ASCII letters: what nearly every word is. They are found, folded and given their
 * keys in one pass, linear in the text, which all readers of its words then share: each walks from
 * run to run and looks at single characters only between them and where a run is no word by itself.
 *
 * <p>Read-only once made, so thread-safe; but those of an {@link ArticleReader} last only until it
 * reads on.
 */
public final class Runs {
  /** What tells a small ASCII letter from its capital. */
  private static final int LOWER = 'a' - 'A';

  private String text = "";
  private char[] chars = {};
  private char[] folded = {};
  private int count;
  private int[] starts = {};
  private int[] ends = {};
  private long[] keys = {};

  /** Capitals of a run, or the most that a byte holds. */
  private byte[] capitals = {};

  Runs() {}

  public static Runs of(String text) {
    Runs runs = new Runs();
    runs.read(text);
    return runs;
  }

  /** Becomes the runs of another text. */
  void read(String text) {
    this.text = text;
    chars = text.toCharArray();
    int length = chars.length;
    if (folded.length < length) {
      folded = new char[length];
    }
    if (starts.length < length / 5 + 8) {
      makeRoom(length / 5 + 8);
    }
    count = 0;
    read(chars, folded, length);
  }

  private void read(char[] from, char[] to, int length) {
    int i = 0;
    while (i < length) {
      char c = from[i];
      if (!isLetter(c)) {
        to[i] = c < 0x80 ? c : foldedOther(c);
        i++;
        continue;
      }
      int start = i;
      long key = 0;
      int upper = 0;
      do {
        char letter = (char) (c | LOWER);
        to[i] = letter;
        key = WordTable.withLetter(key, letter);
        upper += (c & LOWER) == 0 ? 1 : 0;
        i++;
        c = i < length ? from[i] : 0;
      } while (isLetter(c));
      boolean exact = i - start <= WordTable.KEY_LETTERS;
      add(start, i, exact ? key : WordTable.key(to, start, i), upper);
    }
  }

  private static char foldedOther(char c) {
    char one = Words.foldedAsOne(c);
    return one == 0 ? c : one;
  }

  private static boolean isLetter(char c) {
    int letter = c | LOWER;
    return letter >= 'a' && letter <= 'z';
  }

  /** Whether an ASCII letter is a capital. */
  public static boolean isCapital(char letter) {
    return letter <= 'Z';
  }

  private void add(int start, int end, long key, int upper) {
    if (count == starts.length) {
      makeRoom(count * 2);
    }
    starts[count] = start;
    ends[count] = end;
    keys[count] = key;
    capitals[count] = (byte) Math.min(upper, Byte.MAX_VALUE);
    count++;
  }

  private void makeRoom(int room) {
    starts = Arrays.copyOf(starts, room);
    ends = Arrays.copyOf(ends, room);
    keys = Arrays.copyOf(keys, room);
    capitals = Arrays.copyOf(capitals, room);
  }

  public String text() {
    return text;
  }

  /** How many there are. */
  public int count() {
    return count;
  }

  /** Where run k starts; behind the last run, the text's end. */
  public int start(int k) {
    return k < count ? starts[k] : chars.length;
  }

  public int end(int k) {
    return ends[k];
  }

  /** The run's {@link WordTable#key}. */
  public long key(int k) {
    return keys[k];
  }

  /** How many letters of the run are capitals. */
  int capitals(int k) {
    return capitals[k] < Byte.MAX_VALUE ? capitals[k] : countedCapitals(k);
  }

  private int countedCapitals(int k) {
    int upper = 0;
    for (int i = starts[k]; i < ends[k]; i++) {
      upper += chars[i] == folded[i] ? 0 : 1;
    }
    return upper;
  }

  /** The text's characters, not to be changed. */
  @SuppressWarnings("ReturnsMutable") // shared by all readers of a text, none of which writes
  public char[] chars() {
    return chars;
  }

  /**
   * The text's characters in lower case and without diacritics, as far as one stands for one; not
   * to be changed. Behind them there may be others.
   */
  public char[] folded() {
    return folded;
  }
}
