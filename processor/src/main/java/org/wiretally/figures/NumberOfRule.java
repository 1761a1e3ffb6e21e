package org.wiretally.figures;

import java.util.EnumSet;
import java.util.List;

/** "the number of those who died in the flood has reached 12". */
final class NumberOfRule extends TriggerRule {
  /** Items to the figure, and to the number. */
  private static final int NEAR = 16;

  private static final int REACH = 30;

  NumberOfRule() {
    super("number-of", EnumSet.complementOf(EnumSet.of(ItemType.MENTION)), Tag.NUMBER_OF);
  }

  /** "bringing to eight the number of". */
  private static boolean broughtTo(Reading reading, int k) {
    return reading.type(k - 2) == ItemType.MENTION
        && reading.mention(k - 2).counted()
        && reading.mention(k - 2).head == Mention.Head.NUMBER
        && reading.type(k - 3) == ItemType.TO
        && reading.type(k - 4) == ItemType.TOLLVERB;
  }

  @Override
  Outcome read(Reading reading, int k) {
    Figure figure = null;
    int j = k + 1;
    for (; j < reading.size() && j - k < NEAR && figure == null; j++) {
      Term term = reading.term(j);
      switch (reading.item(j).type) {
        case VERB -> figure = term.form(Term.PARTICIPLE) ? term.verb : null;
        case STATE -> figure = term.state;
        case BREAK, TOLLVERB -> {
          return Outcome.SETTLED;
        }
        default -> {}
      }
    }
    if (figure != null && broughtTo(reading, k)) {
      Mention m = reading.mention(k - 2);
      return reading.claim(k, VerbGroup.none(k), figure, List.of(m), this);
    }
    boolean reached = false;
    for (; j < reading.size() && j - k < REACH && figure != null; j++) {
      switch (reading.item(j).type) {
        case BREAK, COMMA, MODAL -> {
          return Outcome.SETTLED;
        }
        case TOLLVERB, BE -> reached = true;
        case MENTION -> {
          Mention m = reading.mention(j);
          if (m.counted()) {
            return reached && m.head != Mention.Head.THING
                ? reading.claim(k, VerbGroup.none(k), figure, List.of(m), this)
                : Outcome.SETTLED;
          }
        }
        default -> {}
      }
    }
    return Outcome.SETTLED;
  }
}
