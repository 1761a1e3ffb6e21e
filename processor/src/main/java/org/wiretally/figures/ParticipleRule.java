package org.wiretally.figures;

import java.util.List;

/** "six people killed in the fire": a participle behind those whom it describes. */
final class ParticipleRule extends VerbRule {
  ParticipleRule() {
    super("participle");
  }

  @Override
  boolean looksAtVerb(Term term) {
    return term.transitive && term.form(Term.PARTICIPLE);
  }

  @Override
  Outcome read(Reading reading, VerbTrigger verb) {
    boolean reduced =
        verb.ambiguous
            ? !verb.group.have || verb.byAgent()
            : verb.participle && !verb.term.intransitive;
    if (!reduced) {
      return Outcome.OPEN;
    }
    if (verb.term.is(Tag.BLOW)
        || shotItself(verb)
        || aThrow(reading, verb)
        || nameBehind(reading, verb)) {
      return Outcome.SETTLED;
    }
    List<Mention> victims = reading.clauses.described(verb.group.start);
    if (!victims.isEmpty() && filmed(reading, verb, victims.get(0))) {
      return Outcome.SETTLED;
    }
    if (victims.size() == 1) {
      Mention whole = victims.get(0).whole;
      if (whole != null && reading.item(verb.k).from == victims.get(0).to) {
        // "3 of the 20 abducted", "two of the 6 drivers arrested": all of the 20, of the 6
        return verb.claim(List.of(whole), this);
      }
    }
    if (!victims.isEmpty() && victims.get(0).pronoun) {
      // "he shot a 68": a pronoun acts, as whoever stands before "hit his third basket"
      return Outcome.SETTLED;
    }
    return verb.claim(victims, this);
  }

  /** "damage in Arlville shot on 4 December": by a camera, where no gun is told of. */
  private static boolean filmed(Reading reading, VerbTrigger verb, Mention victim) {
    return verb.figure.equals(Figure.SHOT)
        && victim.head == Mention.Head.NAME
        && victim.sex == 0
        && verb.k + 1 < reading.size()
        && reading.term(verb.k + 1).phrase.equals("on")
        && !reading.lexemes().gunfire();
  }

  /** "one shot was fired". */
  private static boolean shotItself(VerbTrigger verb) {
    return verb.figure.equals(Figure.SHOT) && verb.typeBehind() == ItemType.BE;
  }

  /** "a turnaround shot": behind an unknown word, where no gun is told of. */
  private static boolean aThrow(Reading reading, VerbTrigger verb) {
    return verb.figure.equals(Figure.SHOT)
        && verb.group.start == verb.k
        && reading.type(verb.k - 1) == ItemType.OTHER
        && !reading.term(verb.k - 1).known()
        && !reading.lexemes().gunfire();
  }

  /** In capitals an unknown word behind the verb is most often whom it hit. */
  private static boolean nameBehind(Reading reading, VerbTrigger verb) {
    boolean named =
        reading.type(verb.k + 1) == ItemType.NAME || reading.type(verb.k + 2) == ItemType.NAME;
    return named && reading.lexemes().tokens().upperCase() && verb.typeBehind() == ItemType.NAME;
  }
}
