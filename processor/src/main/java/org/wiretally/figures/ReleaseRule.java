package org.wiretally.figures;

import java.util.EnumSet;
import java.util.List;

/**
 * "the gunmen released 14 hostages", "12 hostages were freed by troops": those held by force go
 * free. Whom an army or a raid frees is rescued. Prisoners, patients and films are released too,
 * and are no such count.
 */
final class ReleaseRule extends TriggerRule {
  private static final Figure RELEASED = Figure.named("RELEASED");

  /** Lexemes before or behind the verb within which stands who freed them. */
  private static final int REACH = 8;

  ReleaseRule() {
    super("release", EnumSet.of(ItemType.FINITE, ItemType.OTHER), Tag.RELEASE);
  }

  @Override
  Outcome read(Reading reading, int k) {
    VerbGroup group = reading.clauses.group(k);
    List<Mention> freed = freed(reading, k, group);
    for (Mention m : freed) {
      if (Figure.DETAINED.equals(m.modifier) && !m.taken) {
        // "released 300 detainees": they are held no longer
        reading.keepApart(m, "released");
      }
    }
    List<Mention> captives = freed.stream().filter(m -> captive(reading, k, m)).toList();
    if (captives.isEmpty()) {
      return Outcome.OPEN;
    }
    Figure figure = rescued(reading, k, group) ? Figure.RESCUED : RELEASED;
    return reading.claim(k, group, figure, captives, this);
  }

  /** Of a passive verb the subject, else the objects; of "12 hostages freed" who stands before. */
  private static List<Mention> freed(Reading reading, int k, VerbGroup group) {
    if (group.be) {
      return reading.clauses.subject(group.start);
    }
    List<Mention> objects = reading.clauses.objects(k);
    boolean participle = reading.term(k).is(Tag.BESIDE);
    return objects.isEmpty() && participle && !group.have
        ? reading.clauses.described(group.start)
        : objects;
  }

  /** Hostages and the kidnapped, or counted persons where the words before tell of a kidnapping. */
  private static boolean captive(Reading reading, int k, Mention m) {
    if (Figure.KIDNAPPED.equals(m.modifier) || Figure.KIDNAPPED.equals(m.claimed)) {
      return true;
    }
    if (!m.persons() || m.quantity == null || Figure.DETAINED.equals(m.modifier)) {
      return false;
    }
    int at = reading.indexOf(m);
    if (reading.type(at + 1) == ItemType.OTHER) {
      // "released an official letter on the kidnapping"
      return false;
    }
    for (int j = 0; j < reading.size(); j++) {
      Term term = reading.term(j);
      // who stands before an active verb did it
      boolean verb =
          Figure.KIDNAPPED.equals(term.verb) && (j < at || m.ofThem || reading.clauses.group(j).be);
      if (verb || (Figure.KIDNAPPED.equals(term.state) && j < k)) {
        return true;
      }
    }
    return false;
  }

  /** "troops freed", "freed by troops", "freed in a raid". */
  private static boolean rescued(Reading reading, int k, VerbGroup group) {
    Lexemes lexemes = reading.lexemes();
    int first = reading.item(0).from;
    int end = reading.item(reading.size() - 1).to;
    if (group.be) {
      int from = reading.item(k).to;
      for (int l = from; l < end && l < from + REACH; l++) {
        if (lexemes.term(l).is(Tag.RESCUER)) {
          return true;
        }
      }
      return false;
    }
    int to = reading.item(group.start).from;
    for (int l = to - 1; l >= first && l >= to - REACH && !lexemes.term(l).is(Tag.SAID); l--) {
      if (lexemes.term(l).is(Tag.RESCUER)) {
        return true;
      }
    }
    return false;
  }
}
