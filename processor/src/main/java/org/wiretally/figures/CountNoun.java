package org.wiretally.figures;

import org.jspecify.annotations.Nullable;

/** What the rules for nouns that are counted themselves ("deaths", "arrests", "lives") share. */
final class CountNoun {
  private CountNoun() {}

  /** The figure that the mention's noun counts, or null where it counts none. */
  static @Nullable Figure figure(Mention m) {
    return m.head == Mention.Head.COUNT ? m.noun.count : null;
  }

  /** "lives" count only where something takes them. */
  static boolean lives(Mention m) {
    return m.noun.phrase.equals("lives") || m.noun.phrase.equals("life");
  }

  /** The verb that takes the lives at {@code k}, or -1. */
  static int taker(Reading reading, int k) {
    int j = k - 1;
    while (reading.type(j) == ItemType.ADVERB) {
      j--;
    }
    boolean takes = reading.type(j) == ItemType.TAKER || (j >= 0 && reading.term(j).is(Tag.TAKER));
    return takes ? j : -1;
  }

  /** The verb group that says whether the count is a fact. */
  static VerbGroup group(Reading reading, int k) {
    if (lives(reading.mention(k))) {
      return reading.clauses.group(taker(reading, k));
    }
    VerbGroup group = VerbGroup.none(k);
    group.modal = reading.type(k - 1) == ItemType.BE && reading.type(k - 2) == ItemType.MODAL;
    return group;
  }
}
