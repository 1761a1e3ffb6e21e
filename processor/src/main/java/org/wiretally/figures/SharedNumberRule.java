package org.wiretally.figures;

/** "100 killed or wounded": the second word tells of those whom the first counted. */
final class SharedNumberRule extends VerbRule {
  SharedNumberRule() {
    super("shared-number");
  }

  @Override
  boolean looksAtVerb(Term term) {
    return term.form(Term.PARTICIPLE)
        && (Figure.KILLED.equals(term.verb) || Figure.INJURED.equals(term.verb));
  }

  @Override
  Outcome read(Reading reading, VerbTrigger verb) {
    return verb.shares() ? Outcome.SETTLED : Outcome.OPEN;
  }
}
