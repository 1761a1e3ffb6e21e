package org.wiretally.figures;

/** "the clerk charged that the mayor had lied": said, not brought to court. */
final class AllegedRule extends VerbRule {
  /** Items of time between the verb and what is alleged. */
  private static final int REACH = 4;

  AllegedRule() {
    super("alleged");
  }

  @Override
  Outcome read(Reading reading, VerbTrigger verb) {
    if (!verb.figure.equals(Figure.CHARGED) || verb.group.be) {
      return Outcome.OPEN;
    }
    int j = verb.k + 1;
    while (j - verb.k < REACH
        && (reading.type(j) == ItemType.TIME || reading.type(j) == ItemType.ADVERB)) {
      j++;
    }
    boolean clause = j < reading.size() && reading.type(j) == ItemType.RELATIVE;
    return clause && !reading.term(j).is(Tag.WHO) ? Outcome.SETTLED : Outcome.OPEN;
  }
}
