package org.wiretally.figures;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** "the death toll rose to 31 from 26", "fatalities: 12", "deaths in the fire rose to 283". */
final class TollRule extends TriggerRule {
  private static final int REACH = 18;

  /** Items between a noun and what says that it is a toll. */
  private static final int NEAR = 12;

  TollRule() {
    super("toll", ItemType.TOLL, ItemType.MENTION);
  }

  @Override
  boolean looksAt(Term term) {
    return term.toll != null || term.count != null;
  }

  @Override
  Outcome read(Reading reading, int k) {
    Figure figure = figure(reading, k);
    if (figure == null) {
      return Outcome.OPEN;
    }
    VerbGroup group = VerbGroup.none(k);
    boolean colon = k + 1 < reading.size() && reading.isColon(k + 1);
    Mention chosen = colon ? null : adjacentBefore(reading, k);
    for (int j = k + 1; j < reading.size() && j - k < REACH && chosen == null; j++) {
      ItemType type = reading.type(j);
      if (type == ItemType.BREAK && !reading.isColon(j)) {
        break;
      }
      if (type == ItemType.MODAL || type == ItemType.FEAR) {
        group.modal = true;
      }
      if (type != ItemType.MENTION) {
        continue;
      }
      Mention m = reading.mention(j);
      if (!m.counted() || m.head == Mention.Head.THING || m.taken) {
        continue;
      }
      if (j == k + 1 && numbers(reading, j)) {
        break;
      }
      if (reading.term(j - 1).is(Tag.FROM) || reading.term(j - 1).is(Tag.BY)) {
        reading.keepApart(m, "superseded");
        continue;
      }
      chosen = m;
    }
    if (chosen == null) {
      chosen = before(reading, k);
    }
    if (chosen != null) {
      arrive(reading, k, chosen);
      if (figure.countsBuildings() && chosen.head == Mention.Head.NUMBER) {
        chosen.unit = Unit.HOUSEHOLDS;
      }
      reading.claim(k, group, figure, List.of(chosen), this);
    }
    return Outcome.SETTLED;
  }

  /** "bringing the toll up to 15", "deaths went up to 15": that is where it stands, no bound. */
  private static void arrive(Reading reading, int k, Mention m) {
    if (m.quantity == null || m.quantity.qualifier() != Qualifier.UP_TO) {
      return;
    }
    Long stated = m.quantity.high();
    for (int j = Math.max(0, k - NEAR); j < reading.indexOf(m) && stated != null; j++) {
      if (reading.term(j).is(Tag.TOLLVERB)) {
        m.quantity = Quantity.exact(stated);
        return;
      }
    }
  }

  private static @Nullable Figure figure(Reading reading, int k) {
    if (reading.type(k) == ItemType.TOLL) {
      Figure told = told(reading, k + 1);
      return told != null ? told : reading.term(k).toll;
    }
    Mention m = reading.mention(k);
    boolean bare = m.quantity == null && !m.possessive;
    Figure figure = CountNoun.figure(m);
    return figure != null && bare && tollBehind(reading, k) ? figure : null;
  }

  /** "arrests 8: The lost ferry": the number of the next line in a list. */
  private static boolean numbers(Reading reading, int j) {
    return reading.mention(j).head == Mention.Head.NUMBER
        && j + 1 < reading.size()
        && reading.isColon(j + 1);
  }

  /** "the number of hostages killed rose to 23": what is counted of them stands behind the noun. */
  private static @Nullable Figure told(Reading reading, int k) {
    boolean participle = reading.type(k) == ItemType.VERB && reading.term(k).form(Term.PARTICIPLE);
    return participle ? reading.term(k).verb : null;
  }

  /** "Deaths in the fire rose to 283", "Fatalities: 12". */
  private static boolean tollBehind(Reading reading, int k) {
    for (int j = k + 1; j < reading.size() && j - k < NEAR; j++) {
      switch (reading.item(j).type) {
        case PREPOSITION, NAME, OTHER, TIME, OF, HAVE -> {}
        case MENTION -> {
          Mention m = reading.mention(j);
          if (m.counted() && m.persons() && m.quantity != null) {
            return m.quantity.qualifier() == Qualifier.UP_TO
                || (j == k + 1 && !reading.term(k).singular);
          }
        }
        case TOLLVERB -> {
          return true;
        }
        case BREAK -> {
          return reading.isColon(j) && reading.type(j + 1) == ItemType.MENTION;
        }
        default -> {
          return false;
        }
      }
    }
    return false;
  }

  /** "six homes destroyed": the number right before. */
  private static @Nullable Mention adjacentBefore(Reading reading, int k) {
    if (reading.type(k - 1) != ItemType.MENTION) {
      return null;
    }
    Mention m = reading.mention(k - 1);
    return m.counted() && m.head == Mention.Head.NUMBER && !m.taken ? m : null;
  }

  /** "a 240 death toll", "brings to 274,000 the total number of people displaced". */
  private static @Nullable Mention before(Reading reading, int k) {
    int j = k - 1;
    while (reading.type(j) == ItemType.OTHER
        || reading.type(j) == ItemType.ADVERB
        || (reading.type(j) == ItemType.MENTION && !reading.mention(j).counted())) {
      j--;
    }
    if (reading.type(j) != ItemType.MENTION) {
      return null;
    }
    Mention m = reading.mention(j);
    boolean brings = reading.type(j - 1) == ItemType.TO && reading.type(j - 2) == ItemType.TOLLVERB;
    boolean right = brings || (j == k - 1 && m.head == Mention.Head.NUMBER);
    return right && m.head != Mention.Head.THING && !m.taken ? m : null;
  }
}
