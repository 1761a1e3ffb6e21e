package org.wiretally.text;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/**
 * The words of a text: runs of letters and digits, an apostrophe within kept. A possessive 's is
 * cut off. They are compared folded, in lower case and without diacritics.
 *
 * <p>The folded letters of all words lie in one array, and a word is looked up by its place in it,
 * so that a word makes no string. Immutable once made, so thread-safe; but those of an {@link
 * ArticleReader} last only until it reads on.
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

  private String text = "";

  /** The text's characters, as written. */
  private char[] chars = {};

  /** Characters that are read. */
  private int length;

  private int count;
  private int[] starts = {};
  private int[] ends = {};
  private long[] keys = {};

  /** A bit for each word that begins with a capital. */
  private long[] capitals = {};

  /** The text, folded; behind it the words that do not fold letter by letter. */
  private char[] letters = {};

  private int lettersEnd;

  /** Whether every word folds letter by letter, so that it lies where it is written. */
  private boolean inPlace = true;

  /**
   * Where the folded letters of a word begin, and how many they are; of words that are all in
   * place, unused.
   */
  private int[] at = {};

  private int[] lengths = {};

  Words() {}

  /** The words of the first {@code limit} characters. */
  public static Words of(String text, int limit) {
    return of(Runs.of(text), limit);
  }

  /** The words of the first {@code limit} characters of a text whose runs were read. */
  static Words of(Runs runs, int limit) {
    Words words = new Words();
    words.read(runs, limit);
    return words;
  }

  /** Becomes the words of another text. */
  void read(Runs runs, int limit) {
    text = runs.text();
    chars = runs.chars();
    letters = runs.folded();
    lettersEnd = chars.length;
    length = Math.min(limit, chars.length);
    int room = Math.min(runs.count(), length / 2) + 16;
    if (starts.length < room) {
      makeRoom(room);
    }
    Arrays.fill(capitals, 0);
    count = 0;
    inPlace = true;
    read(runs);
  }

  private void read(Runs runs) {
    int run = 0;
    int nextRun = runs.start(0);
    for (int i = 0; i < length; ) {
      while (nextRun < i) {
        nextRun = runs.start(++run);
      }
      if (i == nextRun && isWord(runs.end(run))) {
        int end = runs.end(run);
        add(i, end, runs.key(run));
        i = end;
      } else if (isLetterOrDigit(chars[i])) {
        i = readByCharacter(i);
      } else {
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
  private int readByCharacter(int start) {
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
        addSlowly(start, end);
        return i;
      }
    }
    add(start, end, WordTable.key(letters, start, end));
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

  private void add(int start, int end, long key) {
    if (count == starts.length) {
      makeRoom(count * 2);
    }
    starts[count] = start;
    ends[count] = end;
    keys[count] = key;
    if (isCapital(chars[start])) {
      capitals[count >>> 6] |= 1L << count;
    }
    if (!inPlace) {
      at[count] = start;
      lengths[count] = end - start;
    }
    count++;
  }

  private void makeRoom(int room) {
    starts = Arrays.copyOf(starts, room);
    ends = Arrays.copyOf(ends, room);
    keys = Arrays.copyOf(keys, room);
    capitals = Arrays.copyOf(capitals, (room >>> 6) + 1);
    if (!inPlace) {
      at = Arrays.copyOf(at, room);
      lengths = Arrays.copyOf(lengths, room);
    }
  }

  /** Adds a word that does not fold letter by letter; its letters go behind those of the text. */
  private void addSlowly(int start, int end) {
    String folded = fold(text.substring(start, end));
    if (inPlace) {
      inPlace = false;
      at = Arrays.copyOf(starts, starts.length);
      lengths = new int[starts.length];
      for (int i = 0; i < count; i++) {
        lengths[i] = ends[i] - starts[i];
      }
    }
    int to = lettersEnd;
    lettersEnd += folded.length();
    if (lettersEnd > letters.length) {
      letters = Arrays.copyOf(letters, Math.max(lettersEnd, letters.length * 2));
    }
    folded.getChars(0, folded.length(), letters, to);
    add(start, end, WordTable.key(folded));
    at[count - 1] = to;
    lengths[count - 1] = folded.length();
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

  /** Line breaks before word i, which takes time linear in the text before it. */
  public int line(int i) {
    int line = 0;
    for (int k = 0; k < starts[i]; k++) {
      line += chars[k] == '\n' ? 1 : 0;
    }
    return line;
  }

  /** The word in lower case, without diacritics. */
  public String folded(int i) {
    return new String(letters, at(i), length(i));
  }

  /** Characters of the folded word, 0 where it is nothing but marks. */
  public int length(int i) {
    return inPlace ? ends[i] - starts[i] : lengths[i];
  }

  /** Where the folded words are, {@link #length} characters from {@link #at} on each. */
  @SuppressWarnings("ReturnsMutable") // read by those who walk over every letter of a text
  public char[] letters() {
    return letters;
  }

  /** Where word i begins among {@link #letters}. */
  public int at(int i) {
    return inPlace ? starts[i] : at[i];
  }

  /** Character k of the folded word. */
  public char letter(int i, int k) {
    return letters[at(i) + k];
  }

  /** The folded word's {@link WordTable#key}. */
  public long key(int i) {
    return keys[i];
  }

  /** Whether the folded word is this one. */
  public boolean is(int i, String word) {
    int wordLength = length(i);
    if (wordLength != word.length()) {
      return false;
    }
    int from = at(i);
    for (int k = 0; k < wordLength; k++) {
      if (letters[from + k] != word.charAt(k)) {
        return false;
      }
    }
    return true;
  }

  /** The id of the folded word in the table, or {@link WordTable#UNKNOWN}. */
  public int find(int i, WordTable table) {
    int from = at(i);
    return table.find(keys[i], letters, from, from + length(i));
  }

  public String text() {
    return text;
  }

  public boolean capitalised(int i) {
    return (capitals[i >>> 6] & (1L << i)) != 0;
  }

  /** The first word from i on that begins with a capital; {@link #count} where none does. */
  public int nextCapitalised(int i) {
    int block = i >>> 6;
    if (i >= count) {
      return count;
    }
    long rest = capitals[block] & (-1L << i);
    while (rest == 0) {
      block++;
      if (block << 6 >= count) {
        return count;
      }
      rest = capitals[block];
    }
    return (block << 6) + Long.numberOfTrailingZeros(rest);
  }

  /** How many words begin with a capital. */
  public int capitalised() {
    int n = 0;
    for (int block = 0; block << 6 < count; block++) {
      n += Long.bitCount(capitals[block]);
    }
    return n;
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
