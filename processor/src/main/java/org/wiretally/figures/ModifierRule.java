package org.wiretally.figures;

import java.util.List;

/** "three wounded soldiers": a participle or a state before the noun. */
final class ModifierRule extends TriggerRule {
  ModifierRule() {
    super("modifier", ItemType.MENTION);
  }

  @Override
  boolean looksAt(Term term) {
    return false;
  }

  @Override
  boolean looksAtModified() {
    return true;
  }

  @Override
  Outcome read(Reading reading, int k) {
    Mention m = reading.mention(k);
    if (m.modifier == null || m.quantity == null || m.ofThem || m.modifier.equals(Figure.SHOT)) {
      return Outcome.OPEN;
    }
    boolean many = m.quantity.best() == null && m.counted();
    if (many && m.modifier.equals(Figure.MISSING)) {
      // "to locate many missing people": of no event
      return Outcome.SETTLED;
    }
    if (m.modifier.equals(Figure.MISSING) && reading.found(k)) {
      reading.keepApart(m, "found");
      return Outcome.SETTLED;
    }
    return reading.claim(k, VerbGroup.none(k), m.modifier, List.of(m), this);
  }
}
