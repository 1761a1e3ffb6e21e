package org.wiretally.story;

import org.wiretally.text.Words;

/** How a word becomes a term, and a term a number. */
final class Terms {
  private static final int BASIS = 0x811c9dc5;
  private static final int PRIME = 0x01000193;

  private Terms() {}

  /** Cuts a plural s. The word table is built by the same rule. */
  static String stem(String word) {
    int n = word.length();
    return n > 4 && plural(word.charAt(n - 2), word.charAt(n - 1))
        ? word.substring(0, n - 1)
        : word;
  }

  /** Characters of the stem of word i. */
  static int stemLength(Words words, int i) {
    int n = words.length(i);
    return n > 4 && plural(words.letter(i, n - 2), words.letter(i, n - 1)) ? n - 1 : n;
  }

  private static boolean plural(char before, char last) {
    return last == 's' && before != 's' && before != 'u' && before != 'i';
  }

  /** FNV-1a with a final mix: the same on every machine and in every release. */
  static int hash(String term) {
    int h = BASIS;
    for (int i = 0; i < term.length(); i++) {
      h = (h ^ term.charAt(i)) * PRIME;
    }
    return mixed(h);
  }

  /** The hash of the stem of word i. */
  static int stem(Words words, int i) {
    return mixed(taken(BASIS, words, i, stemLength(words, i)));
  }

  /**
   * The hash of a name, its words parted by a blank: odd for names of two words or more, even for
   * single words.
   */
  static int name(Words words, int from, int last) {
    int h = taken(BASIS, words, from, words.length(from));
    for (int i = from + 1; i <= last; i++) {
      h = taken((h ^ ' ') * PRIME, words, i, words.length(i));
    }
    return last > from ? mixed(h) | 1 : mixed(h) & ~1;
  }

  private static int taken(int hash, Words words, int i, int length) {
    int h = hash;
    char[] letters = words.letters();
    int end = words.at(i) + length;
    for (int k = words.at(i); k < end; k++) {
      h = (h ^ letters[k]) * PRIME;
    }
    return h;
  }

  private static int mixed(int hash) {
    int h = hash ^ (hash >>> 16);
    h *= 0x85ebca6b;
    return h ^ (h >>> 13);
  }
}
