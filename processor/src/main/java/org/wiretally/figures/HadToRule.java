package org.wiretally.figures;

/** "4,000 villagers had to evacuate". */
final class HadToRule extends TriggerRule {
  HadToRule() {
    super("had-to", ItemType.HOMEWARD);
  }

  @Override
  boolean looksAt(Term term) {
    return term.homeward != null;
  }

  @Override
  Outcome read(Reading reading, int k) {
    Figure figure = reading.term(k).homeward;
    if (figure == null || reading.type(k - 1) != ItemType.HAVE) {
      return Outcome.OPEN;
    }
    int start = reading.type(k - 2) == ItemType.HAVE ? k - 2 : k - 1;
    VerbGroup group = reading.clauses.group(start);
    return reading.claim(k, group, figure, reading.clauses.subject(start), this);
  }
}
