package org.wiretally.figures;

/** "the killers of the six monks": a noun for those who killed, and whom. */
final class KillersOfRule extends TriggerRule {
  KillersOfRule() {
    super("killers-of", ItemType.MENTION);
  }

  @Override
  boolean looksAt(Term term) {
    return term.is(Tag.KILLER);
  }

  @Override
  Outcome read(Reading reading, int k) {
    if (reading.type(k + 1) != ItemType.OF) {
      return Outcome.OPEN;
    }
    return reading.claim(k, VerbGroup.none(k), Figure.KILLED, reading.clauses.objects(k + 1), this);
  }
}
