package org.wiretally.figures;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** "The dead were identified as Ann Hill, 30, and Bob Reed", "the injured were two sailors". */
final class NamedVictimsRule extends TriggerRule {
  NamedVictimsRule() {
    super("named-victims", ItemType.OTHER, ItemType.MENTION);
  }

  @Override
  boolean looksAt(Term term) {
    return term.whole != null;
  }

  @Override
  boolean looksAtModified() {
    return true;
  }

  @Override
  Outcome read(Reading reading, int k) {
    Figure figure = figure(reading, k);
    if (figure == null || reading.type(k + 1) != ItemType.BE) {
      return Outcome.OPEN;
    }
    boolean identified = k + 2 < reading.size() && reading.term(k + 2).is(Tag.IDENTIFIED);
    List<Mention> victims = reading.clauses.objects(identified ? k + 2 : k + 1);
    return victims.isEmpty()
        ? Outcome.OPEN
        : reading.claim(k, VerbGroup.none(k), figure, victims, this);
  }

  /** The figure of "the dead", or of "the deceased" without a noun. */
  private static @Nullable Figure figure(Reading reading, int k) {
    if (reading.type(k) != ItemType.MENTION) {
      return reading.term(k).whole;
    }
    Mention m = reading.mention(k);
    boolean whole = m.definite && m.quantity == null && m.noun == Term.UNKNOWN;
    return whole ? m.modifier : null;
  }
}
