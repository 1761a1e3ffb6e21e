package org.wiretally.figures;

/** "shot at two men": nobody need be hit; "two men shot at a party" were. */
final class AimedRule extends VerbRule {
  /** Lexemes of a place's name. */
  private static final int PLACE = 5;

  AimedRule() {
    super("aimed");
  }

  @Override
  boolean looksAtVerb(Term term) {
    return Figure.SHOT.equals(term.verb) && term.transitive && ambiguous(term);
  }

  @Override
  Outcome read(Reading reading, VerbTrigger verb) {
    boolean at = verb.k + 1 < reading.size() && reading.term(verb.k + 1).is(Tag.AT);
    boolean aimed = verb.ambiguous && verb.figure.equals(Figure.SHOT) && at;
    return aimed && !(hit(reading, verb) && venueBehind(reading, verb.k + 1))
        ? Outcome.SETTLED
        : Outcome.OPEN;
  }

  /** Whether those right before the verb may be whom it hit: neither he nor those who bear arms. */
  private static boolean hit(Reading reading, VerbTrigger verb) {
    if (verb.group.start != verb.k || reading.type(verb.k - 1) != ItemType.MENTION) {
      return false;
    }
    Mention m = reading.mention(verb.k - 1);
    return m.quantity != null
        && !m.pronoun
        && !m.group.equals("ATTACKERS")
        && !m.group.equals("SECURITY_FORCES");
  }

  /** "at a gas station". */
  private static boolean venueBehind(Reading reading, int at) {
    Lexemes lexemes = reading.lexemes();
    int from = reading.item(at).to;
    for (int l = from; l < lexemes.size() && l - from < PLACE; l++) {
      Term term = lexemes.term(l);
      if (term.is(Tag.VENUE)) {
        return true;
      }
      if (term.victim() || term.isAny(Tag.PREPOSITION.bit | Tag.POSSESSIVE.bit | Tag.AND.bit)) {
        return false;
      }
    }
    return false;
  }
}
