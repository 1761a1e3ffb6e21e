package org.wiretally.figures;

import java.util.List;

/** "another 14 bodies were found, bringing the total to 90": the whole of what was counted. */
final class BringingRule implements SentenceRule {
  @Override
  public String name() {
    return "bringing";
  }

  @Override
  public void read(Reading reading) {
    Finding last = null;
    for (int k = 0; k < reading.size(); k++) {
      if (reading.type(k) != ItemType.MENTION) {
        continue;
      }
      Mention m = reading.mention(k);
      if (m.taken) {
        last = m.counted() ? reading.findingOf(m) : null;
      } else if (last != null && brought(reading, k, m)) {
        reading.claim(k, VerbGroup.none(k), last.figure, List.of(m), this);
      }
    }
  }

  private static boolean brought(Reading reading, int k, Mention m) {
    return m.counted()
        && m.head == Mention.Head.NUMBER
        && reading.type(k - 1) == ItemType.TO
        && k > 2
        && reading.term(k - 2).is(Tag.TOTAL)
        && tollVerbBefore(reading, k - 3);
  }

  private static boolean tollVerbBefore(Reading reading, int k) {
    int j = k;
    while (reading.type(j) == ItemType.OTHER) {
      j--;
    }
    return j >= 0 && reading.term(j).is(Tag.TOLLVERB);
  }
}
