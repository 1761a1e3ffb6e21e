package org.wiretally.figures;

import java.util.List;

/** "44 people were killed, 3 of them children": a part of the figure claimed last before it. */
final class OfThemRule implements SentenceRule {
  @Override
  public String name() {
    return "of-them";
  }

  @Override
  public void read(Reading reading) {
    Figure last = null;
    boolean including = false;
    for (int k = 0; k < reading.size(); k++) {
      ItemType type = reading.type(k);
      if (type != ItemType.MENTION) {
        including =
            type == ItemType.INCLUDING
                || (including
                    && (type == ItemType.AND || type == ItemType.COMMA || type == ItemType.ADVERB));
        continue;
      }
      Mention m = reading.mention(k);
      if (m.taken && m.claimed != null) {
        // "no one was hurt": nobody is included
        last = none(m) ? null : m.claimed;
      } else if (including && !m.taken && besides(reading, k)) {
        last = null;
      } else if (last != null
          && (m.ofThem || including || fatallyAlone(reading, k, m))
          && open(reading, k, m)) {
        m.included = true;
        reading.claim(
            k, VerbGroup.none(k), fatally(reading, k) ? Figure.KILLED : last, List.of(m), this);
      }
    }
  }

  private static boolean open(Reading reading, int k, Mention m) {
    return m.quantity != null && m.persons() && reading.type(k + 1) != ItemType.FINITE && !m.taken;
  }

  private static boolean fatally(Reading reading, int k) {
    return reading.type(k + 1) == ItemType.ADVERB && reading.term(k + 1).phrase.equals("fatally");
  }

  /** "two teens were shot, one fatally". */
  private static boolean fatallyAlone(Reading reading, int k, Mention m) {
    ItemType behind = reading.type(k + 2);
    return m.counted()
        && m.head == Mention.Head.NUMBER
        && fatally(reading, k)
        && (behind == null || behind == ItemType.BREAK || behind == ItemType.COMMA);
  }

  private static boolean none(Mention m) {
    return m.quantity != null && Long.valueOf(0).equals(m.quantity.high());
  }

  /** "several people, including two children, were inside": those before it have no figure. */
  private static boolean besides(Reading reading, int k) {
    for (int j = k - 1; j >= 0 && k - j < 6; j--) {
      if (reading.type(j) == ItemType.MENTION) {
        Mention m = reading.mention(j);
        return m.persons() && !m.taken && m.quantity != null;
      }
    }
    return false;
  }
}
