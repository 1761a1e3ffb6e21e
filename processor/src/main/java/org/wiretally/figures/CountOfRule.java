package org.wiretally.figures;

import java.util.List;

/** "the deaths of 12 people", "injuries to three others". */
final class CountOfRule extends TriggerRule {
  CountOfRule() {
    super("count-of", ItemType.MENTION);
  }

  @Override
  boolean looksAt(Term term) {
    return term.count != null;
  }

  @Override
  Outcome read(Reading reading, int k) {
    Mention m = reading.mention(k);
    Figure figure = CountNoun.figure(m);
    if (figure == null) {
      return Outcome.OPEN;
    }
    boolean injuriesTo = reading.type(k + 1) == ItemType.TO && figure.equals(Figure.INJURED);
    if (reading.type(k + 1) != ItemType.OF && !injuriesTo) {
      return Outcome.OPEN;
    }
    List<Mention> victims = reading.clauses.objects(k + 1);
    if (victims.isEmpty() || m.counted()) {
      return Outcome.OPEN;
    }
    return reading.claim(k, CountNoun.group(reading, k), figure, victims, this);
  }
}
