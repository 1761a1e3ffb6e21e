package org.wiretally.figures;

/** "a blast tore the hall, injuring 30 others". */
final class ObjectParticipleRule extends VerbRule {
  ObjectParticipleRule() {
    super("object-participle");
  }

  @Override
  boolean looksAtVerb(Term term) {
    return term.form(Term.GERUND);
  }

  @Override
  Outcome read(Reading reading, VerbTrigger verb) {
    if (verb.suffered()) {
      return Outcome.OPEN;
    }
    if (verb.k > 0 && reading.term(verb.k - 1).is(Tag.DEFINITE)) {
      // "the murdering bandits": whoever stands behind did it
      return Outcome.SETTLED;
    }
    // "hit by gunfire" is a phrase that is all forms in one
    boolean participle = verb.participle && verb.objects().isEmpty();
    return participle ? Outcome.OPEN : verb.claim(verb.objects(), this);
  }
}
