package org.wiretally.figures;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** "Arrest made in harbour shooting": a headline's noun for one event, without its article. */
final class HeadlineEventRule extends VerbRule {
  HeadlineEventRule() {
    super("event");
  }

  @Override
  boolean looksAtVerb(Term term) {
    return term.act != null && term.form(Term.BASE);
  }

  @Override
  Outcome read(Reading reading, VerbTrigger verb) {
    int k = verb.k;
    boolean made =
        verb.figure.equals(verb.term.act)
            && k + 1 < reading.size()
            && opens(reading.type(k - 1))
            && reading.term(k + 1).is(Tag.MADE);
    if (!made) {
      return Outcome.OPEN;
    }
    Mention one = Mention.one(reading.item(k).from, reading.item(k).to);
    if (verb.figure.equals(verb.term.count)) {
      one.head = Mention.Head.COUNT;
      one.noun = verb.term;
    }
    return verb.claim(List.of(one), this);
  }

  private static boolean opens(@Nullable ItemType before) {
    return before == null
        || before == ItemType.BREAK
        || before == ItemType.COMMA
        || before == ItemType.QUOTE;
  }
}
