package org.wiretally.figures;

/**
 * Runs of capitalised words that the lexicon does not hold. In a text in capitals no given name
 * need show that they are a person's name; where they stand does.
 */
final class CapitalNames {
  private CapitalNames() {}

  /** Where a run of two to four unknown capitalised words that ends at {@code p} starts, or -1. */
  static int endingAt(Clauses clauses, int p) {
    int q = p;
    while (q >= 0 && clauses.type(q) == ItemType.NAME && p - q < 5) {
      q--;
    }
    ItemType before = clauses.type(q);
    boolean opens =
        q < 0
            || before == ItemType.COMMA
            || before == ItemType.BREAK
            || before == ItemType.RELATIVE
            || before == ItemType.WHERE
            || before == ItemType.OF
            || before == ItemType.QUOTE;
    int words = p - q;
    return opens && words >= 2 && words <= 4 && !company(clauses, q + 1, p + 1) ? q + 1 : -1;
  }

  /** One past the run of capitalised unknown words at {@code i}: a name in a text in capitals. */
  static int startingAt(Clauses clauses, int i) {
    int p = i;
    while (clauses.type(p) == ItemType.NAME && p - i < 5) {
      p++;
    }
    return clauses.type(p) == ItemType.MENTION || company(clauses, i, p) ? i : p;
  }

  /** "DORN MILLS CORP". */
  private static boolean company(Clauses clauses, int from, int to) {
    for (int i = from; i < to; i++) {
      if (clauses.at(i).term.is(Tag.COMPANY)) {
        return true;
      }
    }
    return false;
  }

  /** The person whose name the items {@code [from, to)} are. */
  static Mention person(Clauses clauses, int from, int to) {
    Mention m = Mention.one(clauses.at(from).from, clauses.at(to - 1).to);
    m.head = Mention.Head.NAME;
    m.nameFrom = m.from;
    m.nameTo = m.to;
    return m;
  }
}
