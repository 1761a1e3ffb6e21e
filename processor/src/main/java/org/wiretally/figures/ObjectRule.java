package org.wiretally.figures;

import java.util.List;

/** "the flood killed 12 people": those behind a verb in the active voice. */
final class ObjectRule extends VerbRule {
  ObjectRule() {
    super("object");
  }

  @Override
  boolean looksAtVerb(Term term) {
    return term.transitive && !term.form(Term.GERUND);
  }

  @Override
  Outcome read(Reading reading, VerbTrigger verb) {
    List<Mention> objects = verb.objects();
    boolean active =
        verb.ambiguous
            ? !verb.byAgent()
                && !objects.isEmpty()
                && (verb.group.have || !victimsBefore(reading, verb, objects))
            : !(objects.isEmpty() && (verb.term.intransitive || verb.participle));
    return active ? verb.claim(objects, this) : Outcome.OPEN;
  }

  /** "12 killed 30 wounded": the number behind belongs to the next trigger. */
  private static boolean victimsBefore(Reading reading, VerbTrigger verb, List<Mention> objects) {
    if (reading.type(verb.group.start - 1) != ItemType.MENTION) {
      return false;
    }
    Mention before = reading.mention(verb.group.start - 1);
    if (!before.counted() && !before.single) {
      return false;
    }
    int j = verb.k + 1;
    while (j < reading.size() && reading.type(j) != ItemType.MENTION) {
      j++;
    }
    if (j == reading.size()) {
      return false;
    }
    Mention behind = reading.mention(j);
    boolean headline = behind.single && !behind.indefinite && !behind.possessive;
    boolean bareNumber = before.counted() && before.head == Mention.Head.NUMBER;
    if (before.counted() && headline && (bareNumber || acts(reading, j))) {
      // "more than 700 injured Jokes poke fun at": two headlines that ran together
      return true;
    }
    ItemType after = reading.type(j + 1);
    return bareNumber && (after == ItemType.VERB || after == ItemType.STATE) && !objects.isEmpty();
  }

  /** Whether the mention is the subject of a verb right behind it. */
  private static boolean acts(Reading reading, int j) {
    ItemType after = reading.type(j + 1);
    return after == ItemType.SAID
        || after == ItemType.FINITE
        || after == ItemType.LIGHT
        || after == ItemType.BE;
  }
}
