package org.wiretally.figures;

import java.util.List;

/** "300 hostages": the noun itself tells the figure. */
final class HeldRule extends TriggerRule {
  HeldRule() {
    super("held", ItemType.MENTION);
  }

  @Override
  boolean looksAt(Term term) {
    return term.held != null;
  }

  @Override
  Outcome read(Reading reading, int k) {
    Mention m = reading.mention(k);
    if (!m.held() || m.modifier == null || m.quantity == null) {
      return Outcome.OPEN;
    }
    boolean lasting = Figure.DISPLACED.equals(m.modifier);
    boolean elsewhere = m.taken && !lasting;
    return elsewhere || m.ofThem || m.single || m.modifier.equals(Figure.SHOT)
        ? Outcome.SETTLED
        : reading.claim(k, VerbGroup.none(k), m.modifier, List.of(m), this);
  }
}
