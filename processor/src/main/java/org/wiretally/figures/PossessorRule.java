package org.wiretally.figures;

import java.util.List;

/** "the minister's arrest", "the six teachers' murder", "his death". */
final class PossessorRule extends TriggerRule {
  PossessorRule() {
    super("possessor", ItemType.ACT, ItemType.MENTION);
  }

  @Override
  boolean looksAt(Term term) {
    return term.act != null || term.count != null;
  }

  @Override
  Outcome read(Reading reading, int k) {
    return reading.type(k) == ItemType.ACT ? ofOwner(reading, k) : ofPronoun(reading, k);
  }

  private Outcome ofOwner(Reading reading, int k) {
    Figure figure = reading.term(k).act;
    boolean owned =
        reading.type(k - 2) == ItemType.MENTION
            && possessive(reading, k - 1)
            && !compound(reading, k);
    if (figure == null || !owned) {
      return Outcome.OPEN;
    }
    return reading.claim(k, VerbGroup.none(k), figure, List.of(reading.mention(k - 2)), this);
  }

  private Outcome ofPronoun(Reading reading, int k) {
    Mention m = reading.mention(k);
    Figure figure = CountNoun.figure(m);
    boolean act = m.possessive && !CountNoun.lives(m) && m.noun.singular && m.noun.act != null;
    if (figure == null || !act) {
      return Outcome.OPEN;
    }
    Mention his = Mention.one(m.from, m.from + 1);
    his.pronoun = true;
    return reading.claim(k, VerbGroup.none(k), figure, List.of(his), this);
  }

  /** "his shooting slump": the noun goes on. */
  private static boolean compound(Reading reading, int k) {
    return reading.type(k + 1) == ItemType.OTHER
        && (!reading.term(k + 1).known() || reading.term(k + 1).is(Tag.CASE_NOUN));
  }

  /** "the minister's", "the six teachers'". */
  static boolean possessive(Reading reading, int i) {
    Mention owner = reading.mention(i - 1);
    return switch (reading.item(i).type) {
      case OTHER -> reading.term(i).phrase.equals("'s") && owner.single;
      case QUOTE -> owner.counted() || owner.quantity == null;
      default -> false;
    };
  }
}
