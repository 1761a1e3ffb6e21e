package org.wiretally.figures;

import java.util.EnumSet;
import java.util.List;

/** "a woman's body was found", "found the man's body": one death, where the owner is a person. */
final class BodyRule extends TriggerRule {
  BodyRule() {
    super("body", EnumSet.of(ItemType.OTHER), Tag.BODY);
  }

  @Override
  Outcome read(Reading reading, int k) {
    boolean owned =
        reading.type(k - 2) == ItemType.MENTION
            && reading.mention(k - 2).persons()
            && PossessorRule.possessive(reading, k - 1)
            && (reading.found(k) || foundBefore(reading, k - 3));
    return owned
        ? reading.claim(k, VerbGroup.none(k), Figure.KILLED, List.of(reading.mention(k - 2)), this)
        : Outcome.OPEN;
  }

  private static boolean foundBefore(Reading reading, int k) {
    return k >= 0 && reading.term(k).is(Tag.FOUND);
  }
}
