package org.wiretally.figures;

import org.jspecify.annotations.Nullable;

/** "three died in the north and one in the south": a number without its verb, but with a place. */
final class GappedRule implements SentenceRule {
  @Override
  public String name() {
    return "gapped";
  }

  @Override
  public void read(Reading reading) {
    Finding last = null;
    Items items = reading.items();
    for (int n = 0; n < items.looked(); n++) {
      int k = items.looked(n);
      if (reading.type(k) != ItemType.MENTION) {
        continue;
      }
      Mention m = reading.mention(k);
      if (m.taken) {
        last = m.counted() ? reading.findingOf(m) : null;
      } else if (last != null && gap(reading, k, m, last)) {
        last = reading.claimLike(last, k, m, this);
      }
    }
  }

  private static boolean gap(Reading reading, int k, Mention m, Finding last) {
    return m.counted()
        && m.head == Mention.Head.NUMBER
        && !m.ofThem
        && !reading.clauses.subjectAt(k)
        && placed(reading, k + 1)
        && listed(reading.type(k - 1))
        && placed(reading, reading.indexOf(last.mention) + 1, k);
  }

  private static boolean listed(@Nullable ItemType before) {
    return before == ItemType.AND || before == ItemType.COMMA;
  }

  private static boolean placed(Reading reading, int from, int to) {
    for (int i = from; i < to; i++) {
      if (placed(reading, i)) {
        return true;
      }
    }
    return false;
  }

  /** "in Cauca": a place right there. */
  private static boolean placed(Reading reading, int i) {
    return i + 1 < reading.size()
        && reading.type(i) == ItemType.PREPOSITION
        && reading.term(i).is(Tag.LOCATIVE)
        && (reading.type(i + 1) == ItemType.NAME
            || reading.type(i + 1) == ItemType.MENTION
            || reading.term(i + 1).is(Tag.DEFINITE));
  }
}
