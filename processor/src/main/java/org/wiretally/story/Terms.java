package org.wiretally.story;

/** How a word becomes a term, and a term a number. */
final class Terms {
  private Terms() {}

  /** Cuts a plural s. The word table is built by the same rule. */
  static String stem(String word) {
    int n = word.length();
    if (n > 4
        && word.charAt(n - 1) == 's'
        && word.charAt(n - 2) != 's'
        && word.charAt(n - 2) != 'u'
        && word.charAt(n - 2) != 'i') {
      return word.substring(0, n - 1);
    }
    return word;
  }

  /** FNV-1a with a final mix: the same on every machine and in every release. */
  static int hash(String term) {
    int h = 0x811c9dc5;
    for (int i = 0; i < term.length(); i++) {
      h ^= term.charAt(i);
      h *= 0x01000193;
    }
    h ^= h >>> 16;
    h *= 0x85ebca6b;
    h ^= h >>> 13;
    return h;
  }

  /** The hash of a name: odd for names of two words or more, even for single words. */
  static int nameHash(String name) {
    int h = hash(name);
    return name.indexOf(' ') > 0 ? h | 1 : h & ~1;
  }
}
