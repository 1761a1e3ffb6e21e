package org.wiretally.figures;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** "Killed: 12. Injured: 30.": a row of a table. */
final class LabelRule extends TriggerRule {
  LabelRule() {
    super("label", ItemType.VERB, ItemType.STATE);
  }

  @Override
  boolean looksAt(Term term) {
    return figure(term) != null;
  }

  @Override
  Outcome read(Reading reading, int k) {
    Figure figure = figure(reading.term(k));
    boolean opens = k == 0 || reading.type(k - 1) == ItemType.BREAK;
    boolean label = opens && k + 2 < reading.size() && reading.isColon(k + 1);
    if (figure == null || !label || reading.type(k + 2) != ItemType.MENTION) {
      return Outcome.OPEN;
    }
    Mention m = reading.mention(k + 2);
    boolean ends = k + 3 == reading.size() || reading.type(k + 3) == ItemType.BREAK;
    if (!m.counted() || m.head != Mention.Head.NUMBER || !ends) {
      return Outcome.OPEN;
    }
    return reading.claim(k, VerbGroup.none(k), figure, List.of(m), this);
  }

  private static @Nullable Figure figure(Term term) {
    return term.state != null ? term.state : term.form(Term.PARTICIPLE) ? term.verb : null;
  }
}
