package org.wiretally.figures;

import java.util.List;

/** "the fighting forced 12,000 people from their homes". */
final class ForcingRule extends TriggerRule {
  private static final int REACH = 12;

  ForcingRule() {
    super("forcing", ItemType.HOMEWARD);
  }

  @Override
  boolean looksAt(Term term) {
    return term.homeward != null;
  }

  @Override
  Outcome read(Reading reading, int k) {
    Figure figure = reading.term(k).homeward;
    int forced = forcedBefore(reading, k);
    List<Mention> objects = forced < 0 ? List.of() : reading.clauses.objects(forced);
    if (figure == null || objects.isEmpty()) {
      return Outcome.OPEN;
    }
    return reading.claim(k, reading.clauses.group(forced), figure, objects, this);
  }

  /** The verb of force in the clause before {@code k}, or -1. */
  static int forcedBefore(Reading reading, int k) {
    for (int j = k - 1; j >= 0 && k - j < REACH; j--) {
      ItemType type = reading.type(j);
      if (type == ItemType.BREAK) {
        return -1;
      }
      if (type == ItemType.FORCED) {
        return j;
      }
    }
    return -1;
  }
}
