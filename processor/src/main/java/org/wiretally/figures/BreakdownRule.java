package org.wiretally.figures;

import java.util.ArrayList;
import java.util.List;

/**
 * "13 bodies were found: eight rebels, four soldiers and a priest", "ten people (four soldiers and
 * six civilians) were hurt": a list behind a counted whole that makes up just its number.
 */
final class BreakdownRule implements SentenceRule {
  /** Items between the whole and its list. */
  private static final int NEAR = 12;

  private static final int LONGEST = 24;

  @Override
  public String name() {
    return "breakdown";
  }

  @Override
  public void read(Reading reading) {
    Items items = reading.items();
    for (int n = 0; n < items.looked(); n++) {
      int k = items.looked(n);
      if (reading.type(k) != ItemType.MENTION) {
        continue;
      }
      Mention whole = reading.mention(k);
      Finding finding = whole.counted() && whole.taken ? reading.findingOf(whole) : null;
      Long best = finding == null ? null : finding.best();
      int opening = best == null || best < 2 ? -1 : opening(reading, k);
      if (finding == null || best == null || opening < 0) {
        continue;
      }
      List<Mention> parts = list(reading, opening + 1);
      if (parts.size() > 1 && sum(parts) == best) {
        for (Mention part : parts) {
          part.included = true;
        }
        reading.claim(k, VerbGroup.none(k), finding.figure, parts, this);
      }
    }
  }

  /** The bracket, dash, colon or semicolon behind the whole, or -1. */
  private static int opening(Reading reading, int k) {
    for (int j = k + 1; j < reading.size() && j - k < NEAR; j++) {
      ItemType type = reading.item(j).type;
      if (type == ItemType.OPEN || type == ItemType.BREAK) {
        return j;
      }
      if (type == ItemType.MENTION && reading.mention(j).counted()) {
        return -1;
      }
    }
    return -1;
  }

  /** The persons of a list without a verb, none of them counted for a figure yet. */
  private static List<Mention> list(Reading reading, int from) {
    List<Mention> parts = new ArrayList<>();
    for (int j = from; j < reading.size() && j - from < LONGEST; j++) {
      switch (reading.item(j).type) {
        case MENTION -> {
          Mention m = reading.mention(j);
          boolean noun = reading.type(j - 1) == ItemType.MENTION && m.named();
          // "one Dane": the name belongs to the number
          if (m.persons() && m.quantity != null && !m.pronoun && !noun) {
            boolean bare = m.head == Mention.Head.NUMBER && m.counted() && !isOne(m);
            if (m.taken || bare) {
              return List.of();
            }
            parts.add(m);
          }
        }
        case AND, COMMA, NAME, OTHER, OF, PREPOSITION, ADVERB, QUOTE, REJECTED -> {}
        case CLOSE, BREAK -> {
          return parts;
        }
        default -> {
          return List.of();
        }
      }
    }
    return parts;
  }

  private static boolean isOne(Mention m) {
    return m.quantity != null && Long.valueOf(1).equals(m.quantity.best());
  }

  private static long sum(List<Mention> parts) {
    long sum = 0;
    for (Mention part : parts) {
      Long best = part.quantity == null ? null : part.quantity.best();
      if (best == null) {
        return -1;
      }
      sum += best;
    }
    return sum;
  }
}
