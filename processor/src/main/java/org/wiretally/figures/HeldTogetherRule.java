package org.wiretally.figures;

import java.util.List;

/** "held 20 diplomats hostage": the noun behind says what those before it are. */
final class HeldTogetherRule extends TriggerRule {
  HeldTogetherRule() {
    super("modifier", ItemType.MENTION);
  }

  @Override
  boolean looksAt(Term term) {
    return term.held != null;
  }

  @Override
  Outcome read(Reading reading, int k) {
    Mention held = reading.mention(k);
    boolean behind = held.held() && held.quantity == null;
    if (!behind || reading.type(k - 1) != ItemType.MENTION) {
      return Outcome.OPEN;
    }
    Mention m = reading.mention(k - 1);
    if (m.taken || !m.counted() || !m.persons() || held.modifier == null || m.ofThem) {
      return Outcome.SETTLED;
    }
    m.modifier = held.modifier;
    return reading.claim(k, VerbGroup.none(k), held.modifier, List.of(m), this);
  }
}
