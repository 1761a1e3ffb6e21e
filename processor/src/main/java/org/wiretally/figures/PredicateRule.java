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
    if (figure.equals(Figure.DETAINED) && heldByOthers(reading, k)) {
      return Outcome.SETTLED;
    }
    VerbGroup group = reading.clauses.group(k);
    return reading.claim(k, group, figure, reading.clauses.subject(group.start), this);
  }

  /** "the infant was being held by her mother". */
  private static boolean heldByOthers(Reading reading, int k) {
    if (reading.type(k + 1) != ItemType.BY || reading.type(k + 2) != ItemType.MENTION) {
      return false;
    }
    Mention by = reading.mention(k + 2);
    return by.head == Mention.Head.PERSONS && !by.group.equals("SECURITY_FORCES");
  }
}
