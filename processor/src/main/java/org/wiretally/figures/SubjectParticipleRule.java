package org.wiretally.figures;

/** "three sailors drowning off the cape": a participle of a verb that its subject suffers. */
final class SubjectParticipleRule extends VerbRule {
  SubjectParticipleRule() {
    super("subject-participle");
  }

  @Override
  boolean looksAtVerb(Term term) {
    return term.form(Term.GERUND);
  }

  @Override
  Outcome read(Reading reading, VerbTrigger verb) {
    if (verb.group.be || !verb.suffered()) {
      return Outcome.OPEN;
    }
    if (verb.figure.equals(Figure.DISPLACED) && reading.type(verb.k - 1) == ItemType.AFTER) {
      // "took two pistols before fleeing": what stands before it is the clause's object
      return Outcome.SETTLED;
    }
    return verb.claim(reading.clauses.described(verb.k), this);
  }
}
