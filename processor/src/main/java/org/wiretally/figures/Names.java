package org.wiretally.figures;

import org.wiretally.text.Tokens;

/**
 * Words that a text writes with a capital in mid-sentence and that the lexicon does not hold:
 * names. A sentence's first word has a capital anyway, so alone it is a name only if it is one
 * here. In a text in capitals, names are what follows given names.
 */
final class Names {
  private final Lexemes lexemes;

  /** An open-addressing table, 0 where a place is free. */
  private int[] hashes = new int[64];

  private int size;
  private boolean learnt;

  /** The names of a text, which is read for them once one is asked for. */
  Names(Lexemes lexemes) {
    this.lexemes = lexemes;
  }

  private void learn() {
    learnt = true;
    Tokens tokens = lexemes.tokens();
    boolean capitals = tokens.upperCase();
    for (int s = 0; s < tokens.sentences(); s++) {
      int from = lexemes.sentenceStart(s);
      int to = lexemes.sentenceStart(s + 1);
      for (int i = from; i < to; i++) {
        if (capitals) {
          if (lexemes.term(i).given) {
            surname(lexemes, i, to);
          }
        } else if (i > from && named(lexemes, i) && !lexemes.has(i, Tokens.UPPER)) {
          add(hash(tokens, lexemes.token(i)));
        }
      }
    }
  }

  private static boolean named(Lexemes lexemes, int i) {
    return lexemes.name(i);
  }

  /** What follows a given name in a text in capitals. */
  private void surname(Lexemes lexemes, int given, int to) {
    for (int i = given + 1; i < to && i < given + 5 && named(lexemes, i); i++) {
      if (!lexemes.term(i).given && lexemes.end(i) - lexemes.start(i) > 3) {
        add(hash(lexemes.tokens(), lexemes.token(i)));
      }
    }
  }

  boolean has(Tokens tokens, int token) {
    if (!learnt) {
      learn();
    }
    int hash = hash(tokens, token);
    return hashes[slot(hash)] == hash;
  }

  private void add(int hash) {
    int slot = slot(hash);
    if (hashes[slot] == hash) {
      return;
    }
    hashes[slot] = hash;
    if (++size * 2 > hashes.length) {
      int[] full = hashes;
      hashes = new int[full.length * 2];
      for (int old : full) {
        if (old != 0) {
          hashes[slot(old)] = old;
        }
      }
    }
  }

  /** Where the hash is, or a free place for it. */
  private int slot(int hash) {
    int mask = hashes.length - 1;
    int slot = (hash * 0x9E3779B9) >>> 7 & mask;
    while (hashes[slot] != 0 && hashes[slot] != hash) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private static int hash(Tokens tokens, int token) {
    int hash = 0;
    for (int i = tokens.start(token); i < tokens.end(token); i++) {
      hash = 31 * hash + tokens.text().charAt(i);
    }
    return hash == 0 ? 1 : hash;
  }
}
