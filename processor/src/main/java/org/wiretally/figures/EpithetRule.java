package org.wiretally.figures;

/**
 * "tells wounded Arlville", "for wounded Arlville": a participle before a name, as an adjective.
 */
final class EpithetRule extends VerbRule {
  EpithetRule() {
    super("epithet");
  }

  @Override
  boolean looksAtVerb(Term term) {
    return ambiguous(term);
  }

  @Override
  Outcome read(Reading reading, VerbTrigger verb) {
    boolean governed =
        reading.type(verb.k - 1) == ItemType.SAID
            || reading.type(verb.k - 1) == ItemType.PREPOSITION;
    boolean name =
        reading.type(verb.k + 1) == ItemType.MENTION
            && reading.mention(verb.k + 1).head == Mention.Head.NAME;
    return verb.ambiguous && governed && name ? Outcome.SETTLED : Outcome.OPEN;
  }
}
