package org.wiretally.figures;

import java.util.List;
import org.wiretally.text.Tokens;

/**
 * Verbs that tell of money as often as of persons: clients are charged a fee, a maker of tin is
 * hurt by weak demand.
 */
final class Business {
  /** Lexemes behind "charged" within which the price is named. */
  private static final int PRICED = 8;

  /** Lexemes within which the cause of a hurt is named. */
  private static final int CAUSE = 6;

  private Business() {}

  /** Whether the verb tells of business and of nothing that happened to the victims. */
  static boolean tellsOf(Reading reading, VerbTrigger verb, List<Mention> victims) {
    if (victims.isEmpty()) {
      return false;
    }
    if (verb.figure.equals(Figure.CHARGED)) {
      return priced(reading, verb, victims.get(0));
    }
    if (!verb.figure.equals(Figure.INJURED)) {
      return false;
    }
    Mention victim = victims.get(0);
    if (reading.indexOf(victim) < verb.k) {
      int before = reading.item(verb.group.start).from - 1;
      return (verb.byAgent() && tradeBehind(reading, verb.k))
          || (before >= 0 && reading.lexemes().term(before).is(Tag.TRADE));
    }
    return ofThing(reading, victim)
        || (!victim.counted() && tradeBefore(reading, verb.group.start));
  }

  /** "charged a fee", "charging its official fare", "charges 12 at the door". */
  private static boolean priced(Reading reading, VerbTrigger verb, Mention victim) {
    Lexemes lexemes = reading.lexemes();
    boolean number = victim.head == Mention.Head.NUMBER || victim.head == Mention.Head.OTHER;
    if (number && verb.term.form(Term.BASE | Term.THIRD) && !lexemes.term(victim.to).is(Tag.WITH)) {
      return true;
    }
    int from = reading.item(verb.k).to;
    int end = reading.item(reading.size() - 1).to;
    for (int l = from; l < end && l < from + PRICED; l++) {
      Term term = lexemes.term(l);
      boolean word = lexemes.kind(l) == Tokens.WORD;
      if (word && (term.is(Tag.WITH) || term.isAny(Tag.PREPOSITION.bit | Tag.AND.bit))) {
        return l == from && term.per;
      }
      if (lexemes.kind(l) == Tokens.STOP || lexemes.kind(l) == Tokens.SEMICOLON) {
        return false;
      }
      boolean money = lexemes.kind(l) == Tokens.MONEY || lexemes.kind(l) == Tokens.CURRENCY;
      if (money || term.is(Tag.PRICE) || "money".equals(term.thing)) {
        return true;
      }
    }
    return false;
  }

  /** "hurt by weak demand". */
  private static boolean tradeBehind(Reading reading, int k) {
    Lexemes lexemes = reading.lexemes();
    int from = reading.item(k).to;
    int end = reading.item(reading.size() - 1).to;
    for (int l = from; l < end && l < from + CAUSE; l++) {
      byte kind = lexemes.kind(l);
      if (kind == Tokens.COMMA || kind == Tokens.STOP) {
        return false;
      }
      if (lexemes.term(l).is(Tag.TRADE)) {
        return true;
      }
    }
    return false;
  }

  /** "tariffs hurt farmers", "the collapse of prices has hurt farmers". */
  private static boolean tradeBefore(Reading reading, int start) {
    int first = reading.item(0).from;
    int to = reading.item(start).from;
    for (int l = to - 1; l >= first && l >= to - CAUSE; l--) {
      if (reading.lexemes().term(l).is(Tag.TRADE)) {
        return true;
      }
      if (reading.lexemes().kind(l) != Tokens.WORD) {
        return false;
      }
    }
    return false;
  }

  /**
   * "wounded Norland's budget", "hurt the driver's feelings", "injured Norlandic growers": whose
   * something is.
   */
  private static boolean ofThing(Reading reading, Mention m) {
    int next = reading.indexOf(m) + 1;
    if (next == 0 || next >= reading.size()) {
      return false;
    }
    if (reading.term(next).genitive) {
      return next + 1 < reading.size()
          && reading.lexemes().term(reading.item(next + 1).from).is(Tag.TRADE);
    }
    return m.head == Mention.Head.NAME
        && !reading.lexemes().term(m.nameFrom).given
        && plainWord(reading, next);
  }

  /** A word that is no name, not held, and no verb by its ending. */
  private static boolean plainWord(Reading reading, int k) {
    if (k >= reading.size() || reading.type(k) != ItemType.OTHER || reading.term(k).known()) {
      return false;
    }
    Lexemes lexemes = reading.lexemes();
    int l = reading.item(k).from;
    return lexemes.kind(l) == Tokens.WORD && !lexemes.has(l, Tokens.CAPITAL) && !adverb(lexemes, l);
  }

  private static boolean adverb(Lexemes lexemes, int l) {
    String text = lexemes.tokens().text();
    int end = lexemes.end(l);
    return end > 2 && text.charAt(end - 2) == 'l' && text.charAt(end - 1) == 'y';
  }
}
