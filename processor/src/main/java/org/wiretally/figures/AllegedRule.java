package org.wiretally.figures;

/**
 * "the clerk charged that the mayor had lied", "he charged the ministry with neglect", "as the
 * rebels charged": said, not brought to court.
 */
final class AllegedRule extends VerbRule {
  /** Items of time and place between the verb and what is alleged. */
  private static final int REACH = 6;

  AllegedRule() {
    super("alleged");
  }

  @Override
  boolean looksAtVerb(Term term) {
    return Figure.CHARGED.equals(term.verb);
  }

  @Override
  Outcome read(Reading reading, VerbTrigger verb) {
    if (verb.group.be) {
      return Outcome.OPEN;
    }
    int j = verb.k + 1;
    while (j - verb.k < REACH && timeOrPlace(reading, j)) {
      j++;
    }
    if (j < reading.size() && (alleged(reading, j) || inWriting(reading, j))) {
      return Outcome.SETTLED;
    }
    return asSaid(reading, verb.group.start) ? Outcome.SETTLED : Outcome.OPEN;
  }

  private static boolean timeOrPlace(Reading reading, int j) {
    if (j >= reading.size()) {
      return false;
    }
    return switch (reading.item(j).type) {
      case TIME, ADVERB, PREPOSITION, NAME -> true;
      case MENTION ->
          reading.mention(j).head == Mention.Head.NAME
              && reading.type(j - 1) == ItemType.PREPOSITION;
      default -> false;
    };
  }

  /** "in a statement that". */
  private static boolean inWriting(Reading reading, int from) {
    for (int j = from; j < reading.size() && j - from < REACH; j++) {
      switch (reading.item(j).type) {
        case OTHER, PREPOSITION, NAME, TIME, ADVERB -> {}
        case MENTION -> {
          if (reading.mention(j).persons()) {
            return false;
          }
        }
        case RELATIVE -> {
          return !reading.term(j).is(Tag.WHO);
        }
        default -> {
          return false;
        }
      }
    }
    return false;
  }

  /** What follows is a clause, or something that no court charges. */
  private static boolean alleged(Reading reading, int j) {
    return switch (reading.item(j).type) {
      case RELATIVE -> !reading.term(j).is(Tag.WHO);
      case OTHER -> reading.term(j).is(Tag.DEFINITE) || reading.term(j).is(Tag.CLAIMANT);
      case MENTION -> reading.mention(j).head == Mention.Head.THING;
      default -> false;
    };
  }

  /** "as the rebels charged". */
  private static boolean asSaid(Reading reading, int start) {
    return reading.type(start - 1) == ItemType.MENTION
        && reading.type(start - 2) == ItemType.AFTER
        && reading.term(start - 2).phrase.equals("as");
  }
}
