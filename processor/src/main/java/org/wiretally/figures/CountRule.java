package org.wiretally.figures;

import java.util.List;

/** "12 deaths", "claimed 12 lives", "an arrest was made". */
final class CountRule extends TriggerRule {
  CountRule() {
    super("count", ItemType.MENTION);
  }

  @Override
  boolean looksAt(Term term) {
    return term.count != null;
  }

  @Override
  Outcome read(Reading reading, int k) {
    Mention m = reading.mention(k);
    Figure figure = CountNoun.figure(m);
    if (figure == null) {
      return Outcome.OPEN;
    }
    if (figure.equals(Figure.DETAINED) && reading.type(k - 1) == ItemType.HAVE) {
      // "had 8 arrests": what somebody was arrested for before
      return Outcome.SETTLED;
    }
    if (m.quantity == null && m.indefinite && m.noun.singular && made(reading, k)) {
      m.quantity = Quantity.exact(1);
      m.single = true;
    }
    if (m.quantity == null && noneBefore(reading, k)) {
      m.quantity = Quantity.exact(0);
    }
    return m.quantity == null
        ? Outcome.OPEN
        : reading.claim(k, CountNoun.group(reading, k), figure, List.of(m), this);
  }

  /** "no deaths or injuries". */
  private static boolean noneBefore(Reading reading, int k) {
    if (reading.type(k - 1) != ItemType.AND
        || !reading.term(k - 1).is(Tag.OR)
        || reading.type(k - 2) != ItemType.MENTION) {
      return false;
    }
    Mention before = reading.mention(k - 2);
    return CountNoun.figure(before) != null
        && before.quantity != null
        && Long.valueOf(0).equals(before.quantity.best());
  }

  /** "made an arrest", "an arrest has been made"; not "an arrest has yet to be made". */
  private static boolean made(Reading reading, int k) {
    if (k > 0 && reading.term(k - 1).is(Tag.MADE)) {
      VerbGroup group = reading.clauses.group(k - 1);
      return !group.not && !group.modal && !group.infinitive;
    }
    int j = k + 1;
    while (reading.type(j) == ItemType.HAVE || reading.type(j) == ItemType.BE) {
      j++;
    }
    return j < reading.size() && reading.term(j).is(Tag.MADE);
  }
}
