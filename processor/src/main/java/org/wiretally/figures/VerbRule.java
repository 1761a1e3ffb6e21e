package org.wiretally.figures;

/** A rule for verbs that tell of a figure. Voice and word order decide whom they tell it of. */
abstract class VerbRule extends TriggerRule {
  VerbRule(String name) {
    super(name, ItemType.VERB);
  }

  @Override
  final boolean looksAt(Term term) {
    return term.verb != null && looksAtVerb(term);
  }

  /** Whether the rule looks at verbs of the term. */
  boolean looksAtVerb(Term term) {
    return true;
  }

  /** Whether a verb of the term may be {@link VerbTrigger#ambiguous}. */
  static boolean ambiguous(Term term) {
    return term.form(Term.PARTICIPLE) && !term.form(Term.GERUND);
  }

  @Override
  final Outcome read(Reading reading, int k) {
    return read(reading, reading.verb(k));
  }

  abstract Outcome read(Reading reading, VerbTrigger verb);
}
