package org.wiretally.figures;

/** "12,000 people fled", "the family lost its home": a phrase that its subject is told of by. */
final class PredicateRule extends TriggerRule {
  /** Items of a noun phrase before its verb. */
  private static final int PHRASE = 8;

  PredicateRule() {
    super("predicate", ItemType.FLED);
  }

  @Override
  boolean looksAt(Term term) {
    return term.fled != null;
  }

  @Override
  Outcome read(Reading reading, int k) {
    Figure figure = reading.term(k).fled;
    if (figure == null) {
      return Outcome.OPEN;
    }
    VerbGroup group = reading.clauses.group(k);
    if (figure.equals(Figure.DETAINED)
        && (heldByOthers(reading, k)
            || takesPlace(reading, group.start)
            || reading.wordBehind(k, Tag.CAMERA))) {
      return Outcome.SETTLED;
    }
    return reading.claim(k, group, figure, reading.clauses.subject(group.start), this);
  }

  /** "the infant was being held by her mother". */
  private static boolean heldByOthers(Reading reading, int k) {
    if (reading.type(k + 1) != ItemType.BY || reading.type(k + 2) != ItemType.MENTION) {
      return false;
    }
    Mention by = reading.mention(k + 2);
    return by.head == Mention.Head.PERSONS && !by.group.equals("SECURITY_FORCES");
  }

  /** "the ministers' meeting is being held", "a vigil for the victims is being held". */
  private static boolean takesPlace(Reading reading, int verb) {
    for (int j = verb - 1; j >= 0 && verb - j < PHRASE; j--) {
      if (reading.term(j).is(Tag.GATHERING)) {
        return true;
      }
      switch (reading.item(j).type) {
        case MENTION, NAME, OTHER, OF, PREPOSITION, QUOTE, TIME, ADVERB -> {}
        default -> {
          return false;
        }
      }
    }
    return false;
  }
}
