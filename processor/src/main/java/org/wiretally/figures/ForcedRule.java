package org.wiretally.figures;

/** "12,000 people were forced to flee". */
final class ForcedRule extends TriggerRule {
  ForcedRule() {
    super("forced", ItemType.HOMEWARD);
  }

  @Override
  boolean looksAt(Term term) {
    return term.homeward != null;
  }

  @Override
  Outcome read(Reading reading, int k) {
    Figure figure = reading.term(k).homeward;
    int forced = ForcingRule.forcedBefore(reading, k);
    if (figure == null || forced < 0) {
      return Outcome.OPEN;
    }
    VerbGroup group = reading.clauses.group(forced);
    return reading.claim(k, group, figure, reading.clauses.subject(group.start), this);
  }
}
