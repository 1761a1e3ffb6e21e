package org.wiretally.text;

import java.util.List;

/**
 * Words that are looked for at both ends of others, where a blank was lost: "beenforced". Their
 * first and last letters rule most of them out at one look for all. Immutable, thread-safe.
 */
final class Glued {
  /** Letters at each end that are looked at for all words at once. */
  private static final int LETTERS = 3;

  private static final int ALPHABET = 128;

  private final char[][] words;

  /** By letter's place in the word and by letter: a bit for each word that has it there. */
  private final long[][] first = new long[LETTERS][ALPHABET];

  /** As {@link #first}, by the place from the end. */
  private final long[][] last = new long[LETTERS][ALPHABET];

  /**
   * @param words 64 at most, of three ASCII letters or more
   */
  Glued(List<String> words) {
    if (words.size() > Long.SIZE) {
      throw new IllegalArgumentException(
          words.size() + " words are looked for where a blank was lost: give 64 at most");
    }
    for (String word : words) {
      if (word.length() < LETTERS || word.chars().anyMatch(c -> c >= ALPHABET)) {
        throw new IllegalArgumentException(
            "\""
                + word
                + "\" is looked for where a blank was lost: give three ASCII letters or more");
      }
    }
    this.words = words.stream().map(String::toCharArray).toArray(char[][]::new);
    for (int w = 0; w < this.words.length; w++) {
      char[] word = this.words[w];
      for (int i = 0; i < LETTERS; i++) {
        first[i][word[i]] |= 1L << w;
        last[i][word[word.length - 1 - i]] |= 1L << w;
      }
    }
  }

  /** Bits of the words that may open or end the longer word at {@code [from, to)}. */
  long like(char[] text, int from, int to) {
    long opening = -1;
    long ending = -1;
    for (int i = 0; i < LETTERS; i++) {
      opening &= with(first[i], text[from + i]);
      ending &= with(last[i], text[to - 1 - i]);
    }
    return opening | ending;
  }

  private static long with(long[] bits, char letter) {
    return letter < ALPHABET ? bits[letter] : 0;
  }

  int length(int word) {
    return words[word].length;
  }

  /** Whether the word stands at {@code from}, where the text must be long enough for it. */
  boolean stands(int word, char[] text, int from) {
    char[] letters = words[word];
    for (int i = 0; i < letters.length; i++) {
      if (text[from + i] != letters[i]) {
        return false;
      }
    }
    return true;
  }
}
