package org.wiretally.figures;

import java.util.Arrays;
import org.wiretally.text.Tokens;
import org.wiretally.text.WordTable;

/**
 * Words that a text writes with a capital in mid-sentence and that the lexicon does not hold:
 * names. A sentence's first word has a capital anyway, so alone it is a name only if it is one
 * here.
 */
final class Names {
  private int[] hashes = new int[16];
  private int size;

  /** Takes the names of a text. */
  void learn(Tokens tokens) {
    if (tokens.upperCase()) {
      return;
    }
    for (int s = 0; s < tokens.sentences(); s++) {
      for (int t = tokens.first(s) + 1; t < tokens.last(s); t++) {
        boolean name =
            tokens.kind(t) == Tokens.WORD
                && tokens.word(t) == WordTable.UNKNOWN
                && tokens.has(t, Tokens.CAPITAL)
                && !tokens.has(t, Tokens.UPPER);
        if (name) {
          add(hash(tokens, t));
        }
      }
    }
    Arrays.sort(hashes, 0, size);
  }

  boolean has(Tokens tokens, int token) {
    return Arrays.binarySearch(hashes, 0, size, hash(tokens, token)) >= 0;
  }

  private void add(int hash) {
    if (size == hashes.length) {
      hashes = Arrays.copyOf(hashes, size * 2);
    }
    hashes[size++] = hash;
  }

  private static int hash(Tokens tokens, int token) {
    int hash = 0;
    for (int i = tokens.start(token); i < tokens.end(token); i++) {
      hash = 31 * hash + tokens.text().charAt(i);
    }
    return hash;
  }
}
