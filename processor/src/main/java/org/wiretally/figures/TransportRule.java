package org.wiretally.figures;

import java.util.EnumSet;
import java.util.List;

/** "was rushed to Mercy Hospital", "took two boys to a trauma center", "was booked into jail". */
final class TransportRule extends TriggerRule {
  /** Items between the verb and "to". */
  private static final int REACH = 8;

  private final Tag destination;
  private final Figure figure;

  /**
   * A rule for one kind of destination.
   *
   * @param figure what those who are brought there count for
   */
  TransportRule(String name, Tag destination, Figure figure) {
    super(name, EnumSet.complementOf(EnumSet.of(ItemType.MENTION)), Tag.TRANSPORT);
    this.destination = destination;
    this.figure = figure;
  }

  @Override
  Outcome read(Reading reading, int k) {
    int to = toBehind(reading, k);
    if (to < 0 || !reading.wordBehind(to, destination)) {
      return Outcome.OPEN;
    }
    boolean safety = destination == Tag.SAFETY;
    if (safety && !reading.term(to + 1).is(Tag.SAFETY)) {
      // "led lawyers to question their safety"
      return Outcome.OPEN;
    }
    VerbGroup group = reading.clauses.group(k);
    List<Mention> objects = group.be ? List.of() : reading.clauses.objects(k);
    List<Mention> victims = objects.isEmpty() ? SentencedRule.sufferers(reading, group) : objects;
    return reading.claim(
        k,
        group,
        figure,
        victims.stream().filter(m -> !dead(m) && !(safety && vessel(m))).toList(),
        this);
  }

  /** "escorted the Amber Tide to safety": a name that opens like no person's. */
  private static boolean vessel(Mention m) {
    return m.head == Mention.Head.NAME && m.sex == 0;
  }

  private static boolean dead(Mention m) {
    return Figure.KILLED.equals(m.claimed);
  }

  private static int toBehind(Reading reading, int k) {
    for (int j = k + 1; j < reading.size() && j - k < REACH; j++) {
      switch (reading.item(j).type) {
        case TO -> {
          return j;
        }
        case BREAK, COMMA, VERB -> {
          return -1;
        }
        default -> {}
      }
    }
    return -1;
  }
}
