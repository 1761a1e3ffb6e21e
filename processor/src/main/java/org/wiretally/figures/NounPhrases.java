package org.wiretally.figures;

import org.jspecify.annotations.Nullable;
import org.wiretally.text.Tokens;

/**
 * Noun phrases that may be the victims of something: their determiners and hedges, then what is
 * counted or the one person told of.
 */
final class NounPhrases {
  /** Words before a quantity: "the at least". */
  private static final int PREFIX = 6;

  private final Window window;
  private final Lexemes lexemes;
  private final Pronouns pronouns;
  private final Dates dates;
  private final Distractors distractors;
  private final Quantities quantities;
  private final CountedPhrases counted;
  private final SinglePhrases singles;

  NounPhrases(
      Window window,
      Distractors distractors,
      Dates dates,
      Ages ages,
      Names names,
      KeptApart keptApart) {
    this.window = window;
    this.lexemes = window.lexemes;
    this.pronouns = new Pronouns(window);
    this.dates = dates;
    this.distractors = distractors;
    this.quantities = new Quantities(window, ages);
    NounHeads heads = new NounHeads(window, ages, keptApart);
    this.counted = new CountedPhrases(window, heads);
    this.singles =
        new SinglePhrases(window, heads, new PersonNames(window, names), ages, keptApart);
  }

  /** As {@link #read} of a word with a capital of which nothing is known, but that it is a name. */
  @Nullable Mention name(int i) {
    return singles.name(i);
  }

  /** The phrase that starts at {@code i}, or null. */
  @Nullable Mention read(int i) {
    Term term = lexemes.term(i);
    Mention pronoun = term.pronoun ? pronouns.read(i, term) : null;
    if (pronoun != null) {
      return pronoun;
    }
    if (lexemes.kind(i) == Tokens.WORD
        && !(term.known() ? term.opensMention : lexemes.has(i, Tokens.CAPITAL))) {
      return null;
    }
    if (term.both && i > window.begin && auxiliary(i - 1)) {
      // "have both been arrested"
      return null;
    }
    if (term.one && i > window.begin && lexemes.term(i - 1).is(Tag.DEFINITE)) {
      // "this one hurt"
      return null;
    }
    Mention m = new Mention(i);
    int j = i;
    Term hedge = null;
    boolean between = false;
    boolean determined = false;
    for (int steps = 0; j < window.end && steps < PREFIX; steps++, j++) {
      Term t = lexemes.term(j);
      if (!t.precedes) {
        break;
      }
      if (t.hedge != null && !t.vague) {
        hedge = hedge == null ? t : hedge;
        if (steps == 0 || m.quantityFrom == i) {
          m.quantityFrom = j;
        }
      } else if (t.is(Tag.ANOTHER)) {
        m.another = true;
        m.indefinite = true;
      } else if (t.spanning && window.numerals.read(j + 1, window.end)) {
        between = true;
        m.quantityFrom = j;
      } else if (t.is(Tag.DEFINITE)) {
        m.definite = true;
        determined = true;
      } else if (t.filler) {
        m.quantityFrom = j;
      } else if (t.is(Tag.POSSESSIVE) && lexemes.kind(j) == Tokens.WORD) {
        if (t.genitive && j == i) {
          return null;
        }
        m.possessive = true;
        determined = true;
      } else {
        break;
      }
    }
    if (j >= window.end) {
      return null;
    }
    int prefixEnd = j;
    if (j > i && (lexemes.kind(j) != Tokens.WORD || lexemes.term(j).calendar)) {
      if (dates.dateAt(j)) {
        // "the 19 April movement"
        return null;
      }
    }
    if (j > i && (lexemes.kind(j) != Tokens.WORD || lexemes.term(j).numberKind != null)) {
      if (distractors.reason(j) != null) {
        return null;
      }
    }
    if (m.definite && lexemes.term(j).one && !window.victimAt(j + 1)) {
      // "this one hurt"
      return null;
    }
    if (quantities.read(m, j, hedge, between)) {
      return counted.read(m, i);
    }
    Term t = lexemes.term(j);
    if (hedge != null && !t.is(Tag.ARTICLE) && prefixEnd > i && !m.definite && !m.possessive) {
      return hedge.phrase.equals("some") ? singles.bare(m, j, false) : null;
    }
    if (t.is(Tag.ARTICLE)) {
      m.indefinite = true;
      return singles.determined(m, j + 1, i);
    }
    if (m.another || determined) {
      return singles.determined(m, j, i);
    }
    if (j > i) {
      return null;
    }
    return singles.bare(m, j, true);
  }

  private boolean auxiliary(int i) {
    return lexemes.term(i).isAny(Tag.HAVE.bit | Tag.BE.bit)
        && i + 2 < window.end
        && (lexemes.term(i + 2).is(Tag.BE)
            || lexemes.term(i + 2).form(Term.PARTICIPLE)
            || lexemes.term(i + 2).fled != null
            || lexemes.term(i + 2).state != null);
  }
}
