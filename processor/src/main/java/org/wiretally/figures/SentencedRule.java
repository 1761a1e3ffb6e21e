package org.wiretally.figures;

import java.util.EnumSet;
import java.util.List;

/** "two men sentenced to life in prison": those in prison are in custody. */
final class SentencedRule extends TriggerRule {
  SentencedRule() {
    super("sentenced", EnumSet.allOf(ItemType.class));
  }

  @Override
  Outcome read(Reading reading, int k) {
    if (!reading.term(k).is(Tag.SENTENCED) || !reading.wordBehind(k, Tag.PRISON)) {
      return Outcome.OPEN;
    }
    VerbGroup group = reading.clauses.group(k);
    return reading.claim(k, group, Figure.DETAINED, sufferers(reading, group), this);
  }

  /** Whom a participle tells of, with its auxiliary or without. */
  static List<Mention> sufferers(Reading reading, VerbGroup group) {
    return group.be ? reading.clauses.subject(group.start) : reading.clauses.described(group.start);
  }
}
