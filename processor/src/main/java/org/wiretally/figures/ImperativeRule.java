package org.wiretally.figures;

import org.jspecify.annotations.Nullable;

/** "Shoot it, send it in": an order tells no fact; "Police kill two" has who did it before. */
final class ImperativeRule extends VerbRule {
  ImperativeRule() {
    super("imperative");
  }

  @Override
  boolean looksAtVerb(Term term) {
    return term.form(Term.BASE) && !term.form(Term.PAST | Term.PARTICIPLE | Term.GERUND);
  }

  @Override
  Outcome read(Reading reading, VerbTrigger verb) {
    return verb.group.start == verb.k && opens(reading.type(verb.k - 1))
        ? Outcome.SETTLED
        : Outcome.OPEN;
  }

  private static boolean opens(@Nullable ItemType before) {
    return before == null
        || before == ItemType.BREAK
        || before == ItemType.QUOTE
        || before == ItemType.REJECTED;
  }
}
