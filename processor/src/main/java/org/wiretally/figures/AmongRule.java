package org.wiretally.figures;

import java.util.List;

/** "ten women were among the dead": a part of those counted elsewhere. */
final class AmongRule extends TriggerRule {
  AmongRule() {
    super("among", ItemType.INCLUDING);
  }

  @Override
  boolean looksAt(Term term) {
    return term.among != null;
  }

  @Override
  Outcome read(Reading reading, int k) {
    Figure figure = reading.term(k).among;
    if (figure == null) {
      return Outcome.OPEN;
    }
    VerbGroup group = reading.clauses.group(k);
    if (!group.be) {
      return Outcome.OPEN;
    }
    List<Mention> victims = reading.clauses.subject(group.start);
    for (Mention m : victims) {
      m.included = true;
    }
    return reading.claim(k, group, figure, victims, this);
  }
}
