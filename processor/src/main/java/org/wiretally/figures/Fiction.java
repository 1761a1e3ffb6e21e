package org.wiretally.figures;

import org.jspecify.annotations.Nullable;
import org.wiretally.text.Tokens;

/**
 * Tells what befell nobody: plots of books and films, what holds in general, figures of speech. One
 * for each text.
 */
final class Fiction {
  /** Lexemes at a sentence's head among which "in the film" names what is told of. */
  private static final int OPENING = 8;

  /** Items behind a verb among which "of boredom" stands. */
  private static final int PHRASE = 5;

  private final Items items;
  private final Lexemes lexemes;
  private int from;
  private int to;

  Fiction(Items items, Lexemes lexemes) {
    this.items = items;
    this.lexemes = lexemes;
  }

  /** Turns to the sentence at lexemes {@code [begin, end)}. */
  void open(int begin, int end) {
    from = begin;
    to = end;
  }

  /** "any person who is arrested must be brought before a judge". */
  boolean general() {
    if ((lexemes.traits(from, to) & Term.FICTION) == 0) {
      return false;
    }
    for (int l = from; l < to; l++) {
      if (lexemes.term(l).is(Tag.GENERAL)) {
        return true;
      }
    }
    return false;
  }

  /** "in the film, ...", "a novel in which ...", "the thriller opens with ...". */
  boolean tells(int trigger) {
    if (inTitle() || cast(trigger)) {
      return true;
    }
    int until = items.get(trigger).from;
    if ((lexemes.traits(from, until) & Term.FICTION) == 0) {
      return false;
    }
    for (int l = from; l < until; l++) {
      if (!lexemes.hasTrait(l, Term.FICTION)) {
        continue;
      }
      boolean comma = lexemes.kind(l + 1) == Tokens.COMMA;
      boolean name = lexemes.has(l + 1, Tokens.CAPITAL) && !lexemes.tokens().upperCase();
      if ((comma || name) && l - from < OPENING && lexemes.term(from).is(Tag.WITHIN)) {
        return true;
      }
      if (lexemes.term(comma ? l + 2 : l + 1).is(Tag.PLOT)) {
        return true;
      }
    }
    return false;
  }

  /** "In "The Mill", a clerk is killed": a title in quotes, which is no operation's. */
  private boolean inTitle() {
    if (from + 3 >= to
        || lexemes.kind(from + 1) != Tokens.QUOTE
        || !lexemes.term(from).is(Tag.WITHIN)
        || !lexemes.has(from + 2, Tokens.CAPITAL)
        || lexemes.term(from + 2).is(Tag.CAMPAIGN)) {
      return false;
    }
    for (int l = from + 3; l < to && l - from < OPENING + 2; l++) {
      if (lexemes.kind(l) == Tokens.QUOTE) {
        return true;
      }
    }
    return false;
  }

  /** "Carl (Adam Reed) dies": who plays whom. */
  private boolean cast(int trigger) {
    for (int j = trigger - 4; j >= 0; j--) {
      boolean brackets =
          items.type(j + 1) == ItemType.OPEN
              && items.type(j + 2) == ItemType.MENTION
              && items.type(j + 3) == ItemType.CLOSE;
      if (brackets && named(j) && given(items.get(j + 2).mention)) {
        return true;
      }
    }
    return false;
  }

  private boolean named(int k) {
    Mention m = items.get(k).mention;
    return items.type(k) == ItemType.NAME || (m != null && m.named());
  }

  /** A given name and more. */
  private boolean given(@Nullable Mention m) {
    return m != null
        && m.nameTo - m.nameFrom > 1
        && m.nameFrom == m.from
        && lexemes.term(m.nameFrom).given;
  }

  /** "died of boredom", "imprisoned by fear"; one may well die in poverty. */
  boolean figurative(int trigger) {
    boolean dies = Figure.KILLED.equals(items.get(trigger).term.verb);
    for (int j = trigger + 1; j + 1 < items.size() && j - trigger < PHRASE; j++) {
      switch (items.get(j).type) {
        case PREPOSITION, OF, BY -> {
          boolean within = lexemes.term(items.get(j).from).is(Tag.WITHIN);
          return !(dies && within) && lexemes.term(items.get(j + 1).from).is(Tag.FIGURATIVE);
        }
        case MENTION, ADVERB, OTHER -> {}
        default -> {
          return false;
        }
      }
    }
    return false;
  }
}
