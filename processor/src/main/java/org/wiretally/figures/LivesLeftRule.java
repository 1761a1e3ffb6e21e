package org.wiretally.figures;

/** "changed 12 lives": nothing took them. */
final class LivesLeftRule extends TriggerRule {
  LivesLeftRule() {
    super("lives-left", ItemType.MENTION);
  }

  @Override
  boolean looksAt(Term term) {
    return term.count != null;
  }

  @Override
  Outcome read(Reading reading, int k) {
    Mention m = reading.mention(k);
    boolean left =
        CountNoun.figure(m) != null && CountNoun.lives(m) && CountNoun.taker(reading, k) < 0;
    return left ? Outcome.SETTLED : Outcome.OPEN;
  }
}
