package org.wiretally.figures;

/** "a blast tore the hall, injuring 30 others". */
final class ObjectParticipleRule extends VerbRule {
  ObjectParticipleRule() {
    super("object-participle");
  }

  @Override
  Outcome read(Reading reading, VerbTrigger verb) {
    if (!verb.gerund || verb.suffered()) {
      return Outcome.OPEN;
    }
    // "hit by gunfire" is a phrase that is all forms in one
    boolean participle = verb.participle && verb.objects().isEmpty();
    return participle ? Outcome.OPEN : verb.claim(verb.objects(), this);
  }
}
