package org.wiretally.figures;

import java.util.List;

/** "Killed were Ann Hill, 30, and Bob Reed, 41", "Also injured in the blast was a driver". */
final class InversionRule extends VerbRule {
  /** Items between the participle and its auxiliary. */
  private static final int REACH = 10;

  InversionRule() {
    super("inversion");
  }

  @Override
  boolean looksAtVerb(Term term) {
    return term.transitive && term.form(Term.PARTICIPLE);
  }

  @Override
  Outcome read(Reading reading, VerbTrigger verb) {
    if (!verb.participle || !verb.term.transitive || !opens(reading, verb.k)) {
      return Outcome.OPEN;
    }
    int be = auxiliaryBehind(reading, verb.k);
    List<Mention> victims = be < 0 ? List.of() : reading.clauses.objects(be);
    return victims.isEmpty() ? Outcome.OPEN : verb.claim(victims, this);
  }

  private static boolean opens(Reading reading, int k) {
    int j = k - 1;
    while (reading.type(j) == ItemType.ADVERB || reading.type(j) == ItemType.QUOTE) {
      j--;
    }
    return j < 0 || reading.type(j) == ItemType.BREAK;
  }

  private static int auxiliaryBehind(Reading reading, int k) {
    for (int j = k + 1; j < reading.size() && j - k < REACH; j++) {
      switch (reading.item(j).type) {
        case BE -> {
          return j;
        }
        case PREPOSITION, NAME, OTHER, TIME, OF, QUOTE, ADVERB, REJECTED -> {}
        case MENTION -> {
          if (reading.type(j - 1) == ItemType.VERB || reading.mention(j).counted()) {
            return -1;
          }
        }
        default -> {
          return -1;
        }
      }
    }
    return -1;
  }
}
