package org.wiretally.place;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/**
 * The words of a text: runs of letters and digits, an apostrophe within kept. A possessive 's is
 * cut off. Immutable once made.
 */
public final class Tokens {
  private final String text;
  private final int[] starts;
  private final int[] ends;
  private final String[] folded;
  private final int count;

  private Tokens(String text, int[] starts, int[] ends, String[] folded, int count) {
    this.text = text;
    this.starts = starts;
    this.ends = ends;
    this.folded = folded;
    this.count = count;
  }

  /** The words of the first {@code limit} characters. */
  public static Tokens of(String text, int limit) {
    int length = Math.min(limit, text.length());
    int[] starts = new int[64];
    int[] ends = new int[64];
    String[] folded = new String[64];
    int count = 0;
    int i = 0;
    while (i < length) {
      if (!Character.isLetterOrDigit(text.charAt(i))) {
        i++;
        continue;
      }
      int start = i;
      while (i < length && within(text, i, length)) {
        i++;
      }
      int end = i;
      if (end - start > 2 && isApostrophe(text.charAt(end - 2)) && isS(text.charAt(end - 1))) {
        end -= 2;
      }
      if (count == starts.length) {
        starts = Arrays.copyOf(starts, count * 2);
        ends = Arrays.copyOf(ends, count * 2);
        folded = Arrays.copyOf(folded, count * 2);
      }
      starts[count] = start;
      ends[count] = end;
      folded[count] = fold(text.substring(start, end));
      count++;
    }
    return new Tokens(text, starts, ends, folded, count);
  }

  private static boolean within(String text, int i, int length) {
    char c = text.charAt(i);
    return Character.isLetterOrDigit(c)
        || Character.getType(c) == Character.NON_SPACING_MARK
        || (isApostrophe(c) && i + 1 < length && Character.isLetter(text.charAt(i + 1)));
  }

  private static boolean isApostrophe(char c) {
    return c == '\'' || c == '\u2019';
  }

  private static boolean isS(char c) {
    return c == 's' || c == 'S';
  }

  /** Lower case without diacritics. */
  public static String fold(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    for (int i = 0; i < lower.length(); i++) {
      if (lower.charAt(i) > 127) {
        String decomposed = Normalizer.normalize(lower, Normalizer.Form.NFD);
        StringBuilder kept = new StringBuilder(decomposed.length());
        for (int k = 0; k < decomposed.length(); k++) {
          char c = decomposed.charAt(k);
          if (Character.getType(c) != Character.NON_SPACING_MARK) {
            kept.append(c == '\u2019' ? '\'' : c);
          }
        }
        return kept.toString();
      }
    }
    return lower;
  }

  public int count() {
    return count;
  }

  public int start(int i) {
    return starts[i];
  }

  public int end(int i) {
    return ends[i];
  }

  /** The word in lower case, without diacritics. */
  public String folded(int i) {
    return folded[i];
  }

  /** The word as written. */
  public String written(int i) {
    return text.substring(starts[i], ends[i]);
  }

  public String text() {
    return text;
  }

  public boolean capitalised(int i) {
    return Character.isUpperCase(text.charAt(starts[i]));
  }

  /** Whether every letter is a capital, in a word of two letters or more. */
  public boolean allCapitals(int i) {
    if (ends[i] - starts[i] < 2) {
      return false;
    }
    for (int k = starts[i]; k < ends[i]; k++) {
      if (Character.isLowerCase(text.charAt(k))) {
        return false;
      }
    }
    return Character.isUpperCase(text.charAt(starts[i]));
  }

  /** Whether one space alone, or a hyphen, parts word i from the next. */
  public boolean touchesNext(int i) {
    if (i + 1 >= count || starts[i + 1] - ends[i] != 1) {
      return false;
    }
    char c = text.charAt(ends[i]);
    return c == ' ' || c == '-' || c == '\u00a0';
  }

  /** Whether word i begins a sentence or a paragraph. */
  public boolean opensSentence(int i) {
    if (i == 0) {
      return true;
    }
    for (int k = ends[i - 1]; k < starts[i]; k++) {
      switch (text.charAt(k)) {
        case '.',
            '!',
            '?',
            ':',
            ';',
            '\n',
            '"',
            '\u201c',
            '\u2014',
            '\u2013',
            '|',
            '\u2022',
            '(',
            ')' -> {
          return true;
        }
        default -> {
          // keep looking
        }
      }
    }
    return false;
  }
}
