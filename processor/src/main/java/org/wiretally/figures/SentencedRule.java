package org.wiretally.figures;

import java.util.EnumSet;
import java.util.List;

/** "two men sentenced to life in prison", "to 46 years": those in prison are in custody. */
final class SentencedRule extends TriggerRule {
  SentencedRule() {
    super("sentenced", EnumSet.allOf(ItemType.class), Tag.SENTENCED);
  }

  @Override
  Outcome read(Reading reading, int k) {
    if (!reading.wordBehind(k, Tag.PRISON) && !toYears(reading, k)) {
      return Outcome.OPEN;
    }
    VerbGroup group = reading.clauses.group(k);
    return reading.claim(k, group, Figure.DETAINED, sufferers(reading, group), this);
  }

  /** "to 46 years"; not "to five years of probation". */
  private static boolean toYears(Reading reading, int k) {
    if (reading.type(k + 1) != ItemType.TO || reading.type(k + 2) != ItemType.MENTION) {
      return false;
    }
    Mention term = reading.mention(k + 2);
    return term.counted() && term.noun.is(Tag.YEAR) && !reading.wordBehind(k, Tag.PROBATION);
  }

  /** Whom a participle tells of, with its auxiliary or without. */
  static List<Mention> sufferers(Reading reading, VerbGroup group) {
    return group.be ? reading.clauses.subject(group.start) : reading.clauses.described(group.start);
  }
}
