package org.wiretally.figures;

/** "the senator killed the bill": an object, but no victim, and whoever stands before it acts. */
final class ThingHitRule extends VerbRule {
  ThingHitRule() {
    super("thing-hit");
  }

  @Override
  boolean looksAtVerb(Term term) {
    return term.transitive && ambiguous(term);
  }

  @Override
  Outcome read(Reading reading, VerbTrigger verb) {
    if (!verb.ambiguous || !verb.term.transitive || !verb.objects().isEmpty()) {
      return Outcome.OPEN;
    }
    return !verb.byAgent() && thingBehind(reading, verb.k) && !verb.countedBefore()
        ? Outcome.SETTLED
        : Outcome.OPEN;
  }

  private static boolean thingBehind(Reading reading, int k) {
    int j = k + 1;
    while (reading.type(j) == ItemType.ADVERB) {
      j++;
    }
    if (j < reading.size() && reading.type(j) == ItemType.OTHER) {
      // "shot a wolverine": a noun that the lexicon does not hold
      return reading.term(j).isAny(Tag.ARTICLE.bit | Tag.DEFINITE.bit);
    }
    return reading.type(j) == ItemType.MENTION && reading.mention(j).head == Mention.Head.THING;
  }
}
