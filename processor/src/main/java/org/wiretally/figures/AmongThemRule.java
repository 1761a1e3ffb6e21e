package org.wiretally.figures;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** "four Danes are among the 31 killed": a part of those counted in the same sentence. */
final class AmongThemRule implements SentenceRule {
  /** Items between "among" and those counted. */
  private static final int NEAR = 3;

  @Override
  public String name() {
    return "among-them";
  }

  @Override
  public void read(Reading reading) {
    for (int k = 1; k < reading.size(); k++) {
      if (reading.type(k - 1) != ItemType.BE || !reading.term(k).phrase.equals("among")) {
        continue;
      }
      Finding whole = wholeBehind(reading, k);
      if (whole == null) {
        continue;
      }
      VerbGroup group = reading.clauses.group(k);
      List<Mention> parts =
          reading.clauses.subject(group.start).stream()
              .filter(m -> !m.taken && !m.pronoun)
              .toList();
      for (Mention part : parts) {
        part.included = true;
      }
      reading.claim(k, group, whole.figure, parts, this);
    }
  }

  private static @Nullable Finding wholeBehind(Reading reading, int k) {
    for (int j = k + 1; j < reading.size() && j - k <= NEAR; j++) {
      if (reading.type(j) == ItemType.MENTION) {
        Mention m = reading.mention(j);
        return m.counted() ? reading.findingOf(m) : null;
      }
    }
    return null;
  }
}
