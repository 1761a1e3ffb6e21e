package org.wiretally.figures;

/** "shot at two men": nobody need be hit. */
final class AimedRule extends VerbRule {
  AimedRule() {
    super("aimed");
  }

  @Override
  boolean looksAt(Term term) {
    return Figure.SHOT.equals(term.verb) && term.transitive && ambiguous(term);
  }

  @Override
  Outcome read(Reading reading, VerbTrigger verb) {
    boolean at = verb.k + 1 < reading.size() && reading.term(verb.k + 1).is(Tag.AT);
    return verb.ambiguous && verb.figure.equals(Figure.SHOT) && at ? Outcome.SETTLED : Outcome.OPEN;
  }
}
