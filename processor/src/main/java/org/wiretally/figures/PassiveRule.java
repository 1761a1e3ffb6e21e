package org.wiretally.figures;

import java.util.ArrayList;
import java.util.List;

/** "12 miners were killed", "fueron arrestadas 40 personas", "was shot along with two guards". */
final class PassiveRule extends VerbRule {
  PassiveRule() {
    super("passive");
  }

  @Override
  boolean looksAtVerb(Term term) {
    return term.transitive && term.form(Term.PARTICIPLE);
  }

  @Override
  Outcome read(Reading reading, VerbTrigger verb) {
    if (!verb.passive()) {
      return Outcome.OPEN;
    }
    List<Mention> victims = new ArrayList<>(reading.clauses.subject(verb.group.start));
    if (victims.isEmpty()) {
      // a subject behind its verb
      victims.addAll(reading.clauses.objects(verb.k));
    } else {
      victims.addAll(reading.clauses.companions(verb.k));
    }
    return verb.claim(victims, this);
  }
}
