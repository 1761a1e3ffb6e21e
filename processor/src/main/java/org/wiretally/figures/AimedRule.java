package org.wiretally.figures;

/** "shot at two men": nobody need be hit. */
final class AimedRule extends VerbRule {
  AimedRule() {
    super("aimed");
  }

  @Override
  Outcome read(Reading reading, VerbTrigger verb) {
    boolean at = verb.k + 1 < reading.size() && reading.term(verb.k + 1).is(Tag.AT);
    return verb.ambiguous && verb.term.transitive && verb.figure.equals(Figure.SHOT) && at
        ? Outcome.SETTLED
        : Outcome.OPEN;
  }
}
