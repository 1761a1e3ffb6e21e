package org.wiretally.figures;

/** "12 people died": a verb that its subject suffers. */
final class SubjectRule extends VerbRule {
  SubjectRule() {
    super("subject");
  }

  @Override
  boolean looksAtVerb(Term term) {
    return !term.transitive || term.intransitive;
  }

  @Override
  Outcome read(Reading reading, VerbTrigger verb) {
    return verb.suffered()
        ? verb.claim(reading.clauses.subject(verb.group.start), this)
        : Outcome.OPEN;
  }
}
