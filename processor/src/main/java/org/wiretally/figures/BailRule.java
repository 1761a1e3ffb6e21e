package org.wiretally.figures;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** "the judge set bail at $50,000 for Reed": bail is set or denied for those in custody. */
final class BailRule extends TriggerRule {
  /** Items between the verb, the bail and those whom it is for. */
  private static final int REACH = 9;

  /** Items between the verb and the bail of somebody named. */
  private static final int OWNED = 4;

  BailRule() {
    super("bail", ItemType.FINITE, ItemType.OTHER, ItemType.DENY);
  }

  @Override
  boolean looksAt(Term term) {
    return term.is(Tag.GRANTED);
  }

  @Override
  Outcome read(Reading reading, int k) {
    Mention owner = owner(reading, k);
    if (owner != null) {
      return reading.claim(k, reading.clauses.group(k), Figure.DETAINED, List.of(owner), this);
    }
    int to = forBehind(reading, k, bailBefore(reading, k));
    if (to < 0) {
      return Outcome.OPEN;
    }
    return reading.claim(
        k, reading.clauses.group(k), Figure.DETAINED, reading.clauses.objects(to), this);
  }

  /** "his bond was set", "the judge set Reed's bail": whose it is; null where nobody is named. */
  private static @Nullable Mention owner(Reading reading, int k) {
    for (int j = Math.max(0, k - OWNED); j < reading.size() && j - k <= OWNED; j++) {
      Item item = reading.item(j);
      if (item.term.is(Tag.OWN_BAIL)) {
        Mention own = Mention.one(item.from, item.to);
        own.pronoun = true;
        return own;
      }
      boolean named =
          item.term.is(Tag.BAIL)
              && j > 1
              && reading.term(j - 1).genitive
              && reading.type(j - 2) == ItemType.MENTION;
      if (named && reading.mention(j - 2).single && reading.mention(j - 2).persons()) {
        return reading.mention(j - 2);
      }
    }
    return null;
  }

  /** "bond was denied". */
  private static boolean bailBefore(Reading reading, int k) {
    int j = k - 1;
    while (reading.type(j) == ItemType.BE
        || reading.type(j) == ItemType.HAVE
        || reading.type(j) == ItemType.ADVERB) {
      j--;
    }
    return j >= 0 && reading.term(j).is(Tag.BAIL);
  }

  /** The "for" behind the verb, before which the bail stood or stands; -1 where there is none. */
  private static int forBehind(Reading reading, int k, boolean told) {
    boolean bail = told;
    for (int j = k + 1; j < reading.size() && j - k < REACH; j++) {
      bail |= reading.term(j).is(Tag.BAIL);
      switch (reading.item(j).type) {
        case BREAK, COMMA, VERB, FINITE, BE -> {
          return -1;
        }
        case PREPOSITION -> {
          boolean person =
              bail
                  && reading.term(j).phrase.equals("for")
                  && reading.type(j + 1) == ItemType.MENTION
                  && reading.mention(j + 1).persons();
          if (person) {
            return j;
          }
        }
        default -> {}
      }
    }
    return -1;
  }
}
