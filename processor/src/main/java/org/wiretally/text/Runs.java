package org.wiretally.text;

import java.util.Arrays;

/**
 * A text's runs of ASCII letters: what nearly every word is. They are found, folded and given their
 * keys in one pass, linear in the text, which all readers of its words then share: each walks from
 * run to run and looks at single characters only between them and where a run is no word by itself.
 *
 * <p>Read-only once made, so thread-safe.
 */
public final class Runs {
  /** What tells a small ASCII letter from its capital. */
  private static final int LOWER = 'a' - 'A';

  private final String text;
  private final char[] chars;
  private final char[] folded;
  private int count;
  private int[] starts;
  private int[] ends;
  private long[] keys;

  /** Capitals of a run, or the most that a byte holds. */
  private byte[] capitals;

  private Runs(String text) {
    this.text = text;
    chars = text.toCharArray();
    folded = chars.clone();
    int room = chars.length / 5 + 8;
    starts = new int[room];
    ends = new int[room];
    keys = new long[room];
    capitals = new byte[room];
  }

  public static Runs of(String text) {
    Runs runs = new Runs(text);
    runs.read();
    return runs;
  }

  private void read() {
    int length = chars.length;
    int i = 0;
    while (i < length) {
      char c = chars[i];
      if (!isLetter(c)) {
        if (c >= 0x80) {
          char one = Words.foldedAsOne(c);
          folded[i] = one == 0 ? c : one;
        }
        i++;
        continue;
      }
      int start = i;
      long key = 0;
      int upper = 0;
      do {
        char letter = (char) (c | LOWER);
        folded[i] = letter;
        key = WordTable.withLetter(key, letter);
        upper += c == letter ? 0 : 1;
        i++;
        c = i < length ? chars[i] : 0;
      } while (isLetter(c));
      boolean exact = i - start <= WordTable.KEY_LETTERS;
      add(start, i, exact ? key : WordTable.key(folded, start, i), upper);
    }
  }

  private static boolean isLetter(char c) {
    int letter = c | LOWER;
    return letter >= 'a' && letter <= 'z';
  }

  private void add(int start, int end, long key, int upper) {
    if (count == starts.length) {
      int room = count * 2;
      starts = Arrays.copyOf(starts, room);
      ends = Arrays.copyOf(ends, room);
      keys = Arrays.copyOf(keys, room);
      capitals = Arrays.copyOf(capitals, room);
    }
    starts[count] = start;
    ends[count] = end;
    keys[count] = key;
    capitals[count] = (byte) Math.min(upper, Byte.MAX_VALUE);
    count++;
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
   * to be changed.
   */
  public char[] folded() {
    return folded;
  }
}
