package org.wiretally.figures;

/** "the murder of six priests". */
final class ActOfRule extends TriggerRule {
  ActOfRule() {
    super("act-of", ItemType.ACT);
  }

  @Override
  Outcome read(Reading reading, int k) {
    Figure figure = reading.term(k).act;
    int of = reading.type(k + 1) == ItemType.OPEN ? k + 2 : k + 1;
    if (figure == null || reading.type(of) != ItemType.OF) {
      return Outcome.OPEN;
    }
    return reading.claim(k, VerbGroup.none(k), figure, reading.clauses.objects(of), this);
  }
}
