package org.wiretally.figures;

import org.wiretally.text.Tokens;

/** "Reed is currently in the Arl County Jail": in a prison that bears a name. */
final class JailedRule extends TriggerRule {
  /** Words of a prison's name. */
  private static final int LONGEST = 7;

  JailedRule() {
    super("jailed", ItemType.PREPOSITION);
  }

  @Override
  boolean looksAt(Term term) {
    return term.is(Tag.WITHIN);
  }

  @Override
  Outcome read(Reading reading, int k) {
    if (!prisonBehind(reading, reading.item(k).to)) {
      return Outcome.OPEN;
    }
    VerbGroup group = reading.clauses.group(k);
    return group.be
        ? reading.claim(k, group, Figure.DETAINED, reading.clauses.subject(group.start), this)
        : Outcome.OPEN;
  }

  private static boolean prisonBehind(Reading reading, int from) {
    Lexemes lexemes = reading.lexemes();
    for (int i = from; i < lexemes.size() && i - from < LONGEST; i++) {
      if (lexemes.term(i).is(Tag.PRISON)) {
        return i + 1 == lexemes.size() || !goesOn(lexemes, i + 1);
      }
      boolean name = lexemes.kind(i) == Tokens.WORD && lexemes.has(i, Tokens.CAPITAL);
      if (!name && !lexemes.term(i).is(Tag.DEFINITE)) {
        return false;
      }
    }
    return false;
  }

  /** "the jail building". */
  private static boolean goesOn(Lexemes lexemes, int i) {
    Term term = lexemes.term(i);
    return term.victim() || term.thing != null || term.house;
  }
}
