package org.wiretally.figures;

import org.wiretally.text.Tokens;

/**
 * The storms that a text names. One is what it mainly tells of; a sentence that names only another
 * tells of the past: "Hurricane Katrina killed 1,800", in a report on Isaac. One for each text,
 * which is read for them once one is asked for.
 */
final class NamedStorms {
  /** More names than a season has storms at once. */
  private static final int MOST = 8;

  /** Lexemes before a sentence among which "that hurricane" finds its name. */
  private static final int REACH = 60;

  private final Lexemes lexemes;

  /** A lexeme of each name. */
  private final int[] names = new int[MOST];

  private final int[] mentions = new int[MOST];
  private int size;
  private int main;
  private boolean learnt;

  NamedStorms(Lexemes lexemes) {
    this.lexemes = lexemes;
  }

  /**
   * Whether the sentence at lexemes {@code [from, to)} names another storm than the text's own, or
   * speaks of "that hurricane" after another one was named.
   */
  boolean tellOfAnother(int from, int to) {
    if (!learnt) {
      learn();
    }
    if (size < 2) {
      return false;
    }
    boolean another = false;
    boolean unnamed = false;
    for (int i = from; i < to; i++) {
      int name = nameAt(i);
      if (name == main) {
        return false;
      }
      another |= name >= 0;
      unnamed |= storm(i);
    }
    return another || (unnamed && anotherBefore(from));
  }

  private boolean anotherBefore(int from) {
    for (int i = from - 1; i >= 0 && from - i < REACH; i--) {
      int name = nameAt(i);
      if (name >= 0) {
        return name != main;
      }
    }
    return false;
  }

  private void learn() {
    learnt = true;
    for (int i = 0; i + 1 < lexemes.size(); i++) {
      if (storm(i) && names(i + 1) && nameAt(i + 1) < 0 && size < MOST) {
        names[size++] = i + 1;
      }
    }
    for (int i = 0; i < lexemes.size() && size > 1; i++) {
      int name = nameAt(i);
      if (name >= 0) {
        mentions[name]++;
      }
    }
    for (int name = 1; name < size; name++) {
      main = mentions[name] > mentions[main] ? name : main;
    }
  }

  private boolean storm(int i) {
    return "storm".equals(lexemes.term(i).thing);
  }

  private boolean names(int i) {
    return lexemes.name(i) || (lexemes.term(i).given && lexemes.has(i, Tokens.CAPITAL));
  }

  /** Which of the names the lexeme is, or -1. */
  private int nameAt(int i) {
    if (size > 0 && names(i)) {
      for (int name = 0; name < size; name++) {
        if (same(names[name], i)) {
          return name;
        }
      }
    }
    return -1;
  }

  private boolean same(int i, int j) {
    int length = lexemes.end(i) - lexemes.start(i);
    String text = lexemes.tokens().text();
    return lexemes.end(j) - lexemes.start(j) == length
        && text.regionMatches(lexemes.start(i), text, lexemes.start(j), length);
  }
}
