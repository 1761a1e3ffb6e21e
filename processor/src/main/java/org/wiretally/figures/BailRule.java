package org.wiretally.figures;

/** "the judge set bail at $50,000 for Reed": bail is set or denied for those in custody. */
final class BailRule extends TriggerRule {
  /** Items between the verb, the bail and those whom it is for. */
  private static final int REACH = 9;

  BailRule() {
    super("bail", ItemType.FINITE, ItemType.OTHER, ItemType.DENY);
  }

  @Override
  boolean looksAt(Term term) {
    return term.is(Tag.GRANTED);
  }

  @Override
  Outcome read(Reading reading, int k) {
    int to = forBehind(reading, k, bailBefore(reading, k));
    if (to < 0) {
      return Outcome.OPEN;
    }
    return reading.claim(
        k, reading.clauses.group(k), Figure.DETAINED, reading.clauses.objects(to), this);
  }

  /** "bond was denied". */
  private static boolean bailBefore(Reading reading, int k) {
    int j = k - 1;
    while (reading.type(j) == ItemType.BE
        || reading.type(j) == ItemType.HAVE
        || reading.type(j) == ItemType.ADVERB) {
      j--;
    }
    return j >= 0 && reading.term(j).is(Tag.BAIL);
  }

  /** The "for" behind the verb, before which the bail stood or stands; -1 where there is none. */
  private static int forBehind(Reading reading, int k, boolean told) {
    boolean bail = told;
    for (int j = k + 1; j < reading.size() && j - k < REACH; j++) {
      bail |= reading.term(j).is(Tag.BAIL);
      switch (reading.item(j).type) {
        case BREAK, COMMA, VERB, FINITE, BE -> {
          return -1;
        }
        case PREPOSITION -> {
          boolean person =
              bail
                  && reading.term(j).phrase.equals("for")
                  && reading.type(j + 1) == ItemType.MENTION
                  && reading.mention(j + 1).persons();
          if (person) {
            return j;
          }
        }
        default -> {}
      }
    }
    return -1;
  }
}
