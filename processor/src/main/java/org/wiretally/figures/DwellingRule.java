package org.wiretally.figures;

import java.util.EnumSet;

/** "4,000 people staying in or near the border camp". */
final class DwellingRule extends TriggerRule {
  private static final int REACH = 9;

  DwellingRule() {
    super("dwelling", EnumSet.complementOf(EnumSet.of(ItemType.MENTION)), Tag.DWELLING);
  }

  @Override
  Outcome read(Reading reading, int k) {
    if (reading.type(k + 1) != ItemType.PREPOSITION || !shelterBehind(reading, k)) {
      return Outcome.OPEN;
    }
    VerbGroup group = reading.clauses.group(k);
    return reading.claim(k, group, Figure.SHELTERED, reading.clauses.described(group.start), this);
  }

  private static boolean shelterBehind(Reading reading, int k) {
    for (int j = k + 2; j < reading.size() && j - k < REACH; j++) {
      if (reading.term(j).is(Tag.SHELTER_PLACE)) {
        return true;
      }
      switch (reading.item(j).type) {
        case MENTION, NAME, OTHER, AND, PREPOSITION, QUOTE -> {}
        default -> {
          return false;
        }
      }
    }
    return false;
  }
}
