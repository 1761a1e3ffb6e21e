package org.wiretally.figures;

import org.wiretally.article.Span;
import org.wiretally.text.Tokens;
import org.wiretally.text.WordTable;

/** A text's tokens with the lexicon's phrases taken together: the longest phrase wins. */
final class Lexemes {
  private final Tokens tokens;
  private final int[] first;
  private final int[] last;
  private final Term[] term;
  private final boolean jointAfterTens;

  /** By lexeme: the traits of its term. */
  private final byte[] traits;

  private int size;
  private boolean gunfire;
  private final int[] sentenceStart;

  Lexemes(Tokens tokens, Lexicon lexicon) {
    this.tokens = tokens;
    this.jointAfterTens = lexicon.jointAfterTens();
    int room = tokens.size();
    first = new int[room];
    last = new int[room];
    term = new Term[room];
    traits = new byte[room];
    sentenceStart = new int[tokens.sentences() + 1];
    for (int s = 0; s < tokens.sentences(); s++) {
      sentenceStart[s] = size;
      int end = tokens.last(s);
      for (int t = tokens.first(s); t < end; ) {
        t = add(lexicon, t, end);
      }
    }
    sentenceStart[tokens.sentences()] = size;
  }

  private int add(Lexicon lexicon, int t, int end) {
    Term found = Term.UNKNOWN;
    int to = t + 1;
    byte said = 0;
    int opening = tokens.kind(t) == Tokens.WORD ? tokens.word(t) : WordTable.UNKNOWN;
    if (opening != WordTable.UNKNOWN) {
      Term own = lexicon.own(opening);
      found = own == null ? found : own;
      said = lexicon.traits(opening);
      int node = lexicon.opening(opening);
      for (int i = to; node != lexicon.root() && i < end && tokens.kind(i) == Tokens.WORD; i++) {
        int word = tokens.word(i);
        node = word == WordTable.UNKNOWN ? lexicon.root() : lexicon.next(node, word);
        Term here = lexicon.term(node);
        if (here != null) {
          found = here;
          said = here.traits;
          to = i + 1;
        }
      }
    }
    gunfire |= (said & Term.GUN) != 0;
    first[size] = t;
    last[size] = to - 1;
    term[size] = found;
    traits[size] = said;
    size++;
    return to;
  }

  /** Whether the text tells of gunfire. */
  boolean gunfire() {
    return gunfire;
  }

  boolean jointAfterTens() {
    return jointAfterTens;
  }

  Tokens tokens() {
    return tokens;
  }

  int size() {
    return size;
  }

  int sentenceStart(int sentence) {
    return sentenceStart[sentence];
  }

  Term term(int lexeme) {
    return term[lexeme];
  }

  boolean hasTrait(int lexeme, byte trait) {
    return (traits[lexeme] & trait) != 0;
  }

  /** Whether a term among the lexemes {@code [from, to)} has the trait. */
  boolean anyTrait(int from, int to, byte trait) {
    int all = 0;
    for (int i = from; i < to; i++) {
      all |= traits[i];
    }
    return (all & trait) != 0;
  }

  byte kind(int lexeme) {
    return tokens.kind(first[lexeme]);
  }

  int token(int lexeme) {
    return first[lexeme];
  }

  int start(int lexeme) {
    return tokens.start(first[lexeme]);
  }

  int end(int lexeme) {
    return tokens.end(last[lexeme]);
  }

  boolean has(int lexeme, byte flag) {
    return tokens.has(first[lexeme], flag);
  }

  /** The span of lexemes {@code [from, to)}. */
  Span span(int from, int to) {
    return new Span(start(from), end(Math.max(from, to - 1)));
  }
}
