package org.wiretally.text;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/**
 * The words of a text: runs of letters and digits, an apostrophe within kept. A possessive 's is
 * cut off. They are compared folded, in lower case and without diacritics.
 *
 * <p>The folded letters of all words lie in one array, and a word is looked up by its place in it,
 * so that a word makes no string. Immutable once made, so thread-safe.
 */
public final class Words {
  /** Folded letters of the characters that a single one stands for; 0 for all others. */
  private static final char[] LATIN = new char[0x250];

  static {
    for (char c = 0; c < LATIN.length; c++) {
      String folded = fold(String.valueOf(c));
      LATIN[c] = folded.length() == 1 ? folded.charAt(0) : 0;
    }
  }

  private final String text;

  /** The text's characters, as written. */
  private final char[] chars;

  /** Characters that are read. */
  private final int length;

  private int count;
  private int[] starts;
  private int[] ends;
  private int[] lines;
  private long[] keys;

  /** Where the folded letters of a word begin, and how many they are. */
  private int[] at;

  private int[] lengths;

  /** The text, folded; behind it the words that do not fold letter by letter. */
  private char[] letters;

  private int lettersEnd;

  private Words(Runs runs, int length) {
    text = runs.text();
    chars = runs.chars();
    letters = runs.folded();
    lettersEnd = letters.length;
    this.length = length;
    int room = Math.min(runs.count(), length / 2) + 16;
    starts = new int[room];
    ends = new int[room];
    lines = new int[room];
    keys = new long[room];
    at = new int[room];
    lengths = new int[room];
  }

  /** The words of the first {@code limit} characters. */
  public static Words of(String text, int limit) {
    return of(Runs.of(text), limit);
  }

  /** The words of the first {@code limit} characters of a text whose runs were read. */
  static Words of(Runs runs, int limit) {
    Words words = new Words(runs, Math.min(limit, runs.chars().length));
    words.read(runs);
    return words;
  }

  private void read(Runs runs) {
    int line = 0;
    int run = 0;
    int nextRun = runs.start(0);
    for (int i = 0; i < length; ) {
      while (nextRun < i) {
        nextRun = runs.start(++run);
      }
      char c = chars[i];
      if (i == nextRun && isWord(runs.end(run))) {
        int end = runs.end(run);
        add(i, end, line, i, end - i, runs.key(run));
        i = end;
      } else if (isLetterOrDigit(c)) {
        i = readByCharacter(i, line);
      } else {
        if (c == '\n') {
          line++;
        }
        i++;
      }
    }
  }

  /** Whether a run that starts a word and ends here is all of it. */
  private boolean isWord(int end) {
    if (end >= length) {
      return end == length;
    }
    char behind = chars[end];
    return behind < 0x80 && behind != '\'' && !(behind >= '0' && behind <= '9');
  }

  /** Reads a word with more than ASCII letters; returns where it ends. */
  private int readByCharacter(int start, int line) {
    int i = start;
    while (i < length && within(i)) {
      i++;
    }
    int end = i;
    if (end - start > 2 && isApostrophe(chars[end - 2]) && isS(chars[end - 1])) {
      end -= 2;
    }
    for (int k = start; k < end; k++) {
      if (chars[k] >= 0x80 && foldedAsOne(chars[k]) == 0) {
        addSlowly(start, end, line);
        return i;
      }
    }
    add(start, end, line, start, end - start, WordTable.key(letters, start, end));
    return i;
  }

  /**
   * The folded letter of a character that one stands for, an apostrophe's for the curly one; 0 for
   * others.
   */
  static char foldedAsOne(char c) {
    return c == '\u2019' ? '\'' : c < LATIN.length ? LATIN[c] : 0;
  }

  private boolean within(int i) {
    char c = chars[i];
    return isLetterOrDigit(c)
        || (c >= 0x300 && Character.getType(c) == Character.NON_SPACING_MARK)
        || (isApostrophe(c) && i + 1 < length && Character.isLetter(chars[i + 1]));
  }

  private static boolean isLetterOrDigit(char c) {
    if (c < 128) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
    return Character.isLetterOrDigit(c);
  }

  private static boolean isCapital(char c) {
    return c < 128 ? c >= 'A' && c <= 'Z' : Character.isUpperCase(c);
  }

  private static boolean isApostrophe(char c) {
    return c == '\'' || c == '\u2019';
  }

  private static boolean isS(char c) {
    return c == 's' || c == 'S';
  }

  private void add(int start, int end, int line, int lettersAt, int letterCount, long key) {
    if (count == starts.length) {
      int room = count * 2;
      starts = Arrays.copyOf(starts, room);
      ends = Arrays.copyOf(ends, room);
      lines = Arrays.copyOf(lines, room);
      keys = Arrays.copyOf(keys, room);
      at = Arrays.copyOf(at, room);
      lengths = Arrays.copyOf(lengths, room);
    }
    starts[count] = start;
    ends[count] = end;
    lines[count] = line;
    at[count] = lettersAt;
    lengths[count] = letterCount;
    keys[count] = key;
    count++;
  }

  /** Adds a word that does not fold letter by letter; its letters go behind those of the text. */
  private void addSlowly(int start, int end, int line) {
    String folded = fold(text.substring(start, end));
    int to = lettersEnd;
    lettersEnd += folded.length();
    if (lettersEnd > letters.length) {
      letters = Arrays.copyOf(letters, Math.max(lettersEnd, letters.length * 2));
    }
    folded.getChars(0, folded.length(), letters, to);
    add(start, end, line, to, folded.length(), WordTable.key(folded));
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

  /** Line breaks before word i. */
  public int line(int i) {
    return lines[i];
  }

  /** The word in lower case, without diacritics. */
  public String folded(int i) {
    return new String(letters, at[i], lengths[i]);
  }

  /** Characters of the folded word, 0 where it is nothing but marks. */
  public int length(int i) {
    return lengths[i];
  }

  /** Where the folded words are, {@link #length} characters from {@link #at} on each. */
  @SuppressWarnings("ReturnsMutable") // read by those who walk over every letter of a text
  public char[] letters() {
    return letters;
  }

  /** Where word i begins among {@link #letters}. */
  public int at(int i) {
    return at[i];
  }

  /** Character k of the folded word. */
  public char letter(int i, int k) {
    return letters[at[i] + k];
  }

  /** The folded word's {@link WordTable#key}. */
  public long key(int i) {
    return keys[i];
  }

  /** Whether the folded word is this one. */
  public boolean is(int i, String word) {
    int length = lengths[i];
    if (length != word.length()) {
      return false;
    }
    for (int k = 0; k < length; k++) {
      if (letters[at[i] + k] != word.charAt(k)) {
        return false;
      }
    }
    return true;
  }

  /** The id of the folded word in the table, or {@link WordTable#UNKNOWN}. */
  public int find(int i, WordTable table) {
    return table.find(keys[i], letters, at[i], at[i] + lengths[i]);
  }

  public String text() {
    return text;
  }

  public boolean capitalised(int i) {
    return isCapital(chars[starts[i]]);
  }

  /** Whether every letter is a capital, in a word of two letters or more. */
  public boolean allCapitals(int i) {
    if (ends[i] - starts[i] < 2) {
      return false;
    }
    for (int k = starts[i]; k < ends[i]; k++) {
      if (Character.isLowerCase(chars[k])) {
        return false;
      }
    }
    return isCapital(chars[starts[i]]);
  }

  /** Whether one space alone, or a hyphen, parts word i from the next. */
  public boolean touchesNext(int i) {
    if (i + 1 >= count || starts[i + 1] - ends[i] != 1) {
      return false;
    }
    char c = chars[ends[i]];
    return c == ' ' || c == '-' || c == '\u00a0';
  }

  /** Whether word i begins a sentence or a paragraph. */
  public boolean opensSentence(int i) {
    if (i == 0) {
      return true;
    }
    for (int k = ends[i - 1]; k < starts[i]; k++) {
      switch (chars[k]) {
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
