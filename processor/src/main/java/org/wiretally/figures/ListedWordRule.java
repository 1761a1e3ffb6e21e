package org.wiretally.figures;

/** "storm, boy, killed, float": words of a search, apart by commas, make no clause. */
final class ListedWordRule extends VerbRule {
  ListedWordRule() {
    super("listed-word");
  }

  @Override
  Outcome read(Reading reading, VerbTrigger verb) {
    boolean listed =
        verb.group.start == verb.k
            && reading.type(verb.k + 1) == ItemType.COMMA
            && reading.type(verb.k - 1) == ItemType.COMMA
            && bareWord(reading, verb.k - 2)
            && opens(reading, verb.k - 3);
    return listed ? Outcome.SETTLED : Outcome.OPEN;
  }

  private static boolean bareWord(Reading reading, int k) {
    if (reading.type(k) != ItemType.MENTION) {
      return false;
    }
    Mention m = reading.mention(k);
    return m.to - m.from == 1 && m.head == Mention.Head.PERSONS && !m.pronoun;
  }

  private static boolean opens(Reading reading, int k) {
    return k < 0 || reading.type(k) == ItemType.COMMA || reading.type(k) == ItemType.BREAK;
  }
}
