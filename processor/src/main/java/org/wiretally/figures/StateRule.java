package org.wiretally.figures;

import java.util.List;

/** "12 people are dead", "three missing", "resultaron heridas 12 personas". */
final class StateRule extends TriggerRule {
  StateRule() {
    super("state", ItemType.STATE);
  }

  @Override
  Outcome read(Reading reading, int k) {
    Figure figure = reading.term(k).state;
    if (figure == null) {
      return Outcome.OPEN;
    }
    VerbGroup group = reading.clauses.group(k);
    boolean predicate = group.be || group.light;
    boolean object = reading.type(k + 1) == ItemType.MENTION && !reading.mention(k + 1).countable();
    if (object && figure.equals(Figure.MISSING)) {
      // "missing time with a sprain"
      return Outcome.SETTLED;
    }
    List<Mention> victims =
        predicate ? reading.clauses.subject(group.start) : reading.clauses.described(group.start);
    if (predicate && victims.isEmpty() && group.start == 0) {
      // a subject behind its verb
      victims = reading.clauses.objects(k);
    }
    return reading.claim(k, group, figure, victims, this);
  }
}
