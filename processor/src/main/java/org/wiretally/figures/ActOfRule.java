package org.wiretally.figures;

import java.util.List;

/** "the murder of six priests", "the murder on the evening of 27 February of six miners". */
final class ActOfRule extends TriggerRule {
  /** Items of time between the act and its persons. */
  private static final int REACH = 9;

  ActOfRule() {
    super("act-of", ItemType.ACT);
  }

  @Override
  boolean looksAt(Term term) {
    return term.act != null;
  }

  @Override
  Outcome read(Reading reading, int k) {
    Figure figure = reading.term(k).act;
    int of = of(reading, k);
    if (figure == null || of < 0) {
      return Outcome.OPEN;
    }
    boolean acts = reading.term(k).manyActs;
    boolean capture = reading.term(k).is(Tag.CAPTURE);
    List<Mention> victims =
        reading.clauses.objects(of).stream()
            .filter(m -> (acts || particular(m)) && !(capture && place(reading, m)))
            .toList();
    return reading.claim(k, VerbGroup.none(k), figure, victims, this);
  }

  /** "the murder of judges" is a crime in general, "the murders of judges" were committed. */
  private static boolean particular(Mention m) {
    return m.quantity != null || m.definite || m.possessive;
  }

  /** "the capture of Dornau": one name that is no given one. */
  private static boolean place(Reading reading, Mention m) {
    return m.head == Mention.Head.NAME
        && m.nameTo - m.nameFrom == 1
        && !reading.lexemes().term(m.nameFrom).given;
  }

  /** The "of" whose persons suffered the act, right behind it or past its time; -1 for none. */
  private static int of(Reading reading, int k) {
    int next = reading.type(k + 1) == ItemType.OPEN ? k + 2 : k + 1;
    if (reading.type(next) == ItemType.OF) {
      return next;
    }
    boolean time = false;
    for (int j = k + 1; j < reading.size() && j - k < REACH; j++) {
      switch (reading.item(j).type) {
        case PREPOSITION, OTHER, NAME -> {}
        case TIME -> time = true;
        case MENTION -> {
          if (reading.mention(j).countable()) {
            return -1;
          }
        }
        case OF -> {
          if (time && reading.type(j + 1) == ItemType.MENTION) {
            return reading.mention(j + 1).counted() ? j : -1;
          }
        }
        default -> {
          return -1;
        }
      }
    }
    return -1;
  }
}
