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
    boolean passive = verb.byAgent();
    return passive
        ? tradeBehind(reading, verb.k)
        : reading.indexOf(victims.get(0)) > verb.k
            && !victims.get(0).counted()
            && (tradeBefore(reading, verb.group.start) || ownerOfThing(reading, victims.get(0)));
  }

  /** "charged a fee", "charging its official price", "charges 12 at the door". */
  private static boolean priced(Reading reading, VerbTrigger verb, Mention victim) {
    Lexemes lexemes = reading.lexemes();
    boolean number = victim.head == Mention.Head.NUMBER || victim.head == Mention.Head.OTHER;
    if (number
        && verb.term.form(Term.BASE | Term.THIRD)
        && !lexemes.term(victim.to).is(Tag.WITH)) {
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

  /** "wounded Norland's budget": what somebody has, in a word that is no person's. */
  private static boolean ownerOfThing(Reading reading, Mention m) {
    int at = reading.indexOf(m);
    return m.head == Mention.Head.NAME
        && at >= 0
        && at + 2 < reading.size()
        && reading.term(at + 1).genitive
        && reading.type(at + 2) == ItemType.OTHER
        && !reading.term(at + 2).known();
  }
}
