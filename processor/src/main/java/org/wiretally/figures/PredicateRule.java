package org.wiretally.figures;

/** "12,000 people fled", "the family lost its home": a phrase that its subject is told of by. */
final class PredicateRule extends TriggerRule {
  PredicateRule() {
    super("predicate", ItemType.FLED);
  }

  @Override
  Outcome read(Reading reading, int k) {
    Figure figure = reading.term(k).fled;
    if (figure == null) {
      return Outcome.OPEN;
    }
    VerbGroup group = reading.clauses.group(k);
    return reading.claim(k, group, figure, reading.clauses.subject(group.start), this);
  }
}
