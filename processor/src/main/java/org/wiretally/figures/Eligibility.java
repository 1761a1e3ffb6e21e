package org.wiretally.figures;

import org.wiretally.text.Tokens;

/** Whom a figure may count: persons as a rule, buildings or deaths for some, never a score. */
final class Eligibility {
  /** As many flee a scene, more flee their homes. */
  private static final long FEW = 10;

  private static final long MOST_SHOT = 20;

  private Eligibility() {}

  /** Whether a mention may be the trigger's victims. */
  static boolean fits(Figure figure, Mention m, Term trigger, VerbGroup group) {
    if (!counts(figure, m) || (figure.equals(m.claimed) && m.taken)) {
      return false;
    }
    if (m.quantity == null && general(figure, trigger, group)) {
      return false;
    }
    if (m.head == Mention.Head.NAME && m.sex == 0 && noPerson(figure, m, trigger, group)) {
      return false;
    }
    boolean ongoing = group.present && trigger.form(Term.GERUND) && figure.equals(Figure.KILLED);
    if (ongoing && m.single && m.definite) {
      // "which is killing the youth of the land"
      return false;
    }
    if (ongoing && many(m)) {
      // "so many of our elders are dying"
      return false;
    }
    boolean settled = figure.equals(Figure.SHELTERED) || figure.equals(Figure.RELOCATED);
    if (m.single && settled) {
      // "he hosted in 2007"
      return false;
    }
    if (trigger.is(Tag.BLOW) && !person(m)) {
      return false;
    }
    if (m.single && !m.pronoun && plural(trigger, group)) {
      return false;
    }
    // a suspect flees the scene, a population its homes
    return !(figure.equals(Figure.DISPLACED) && few(m));
  }

  /** "children who are homeless", "stop murdering civilians": nobody in particular. */
  private static boolean general(Figure figure, Term trigger, VerbGroup group) {
    if (trigger.is(Tag.KILLER)) {
      return true;
    }
    boolean state = group.present && group.relative && !figure.equals(Figure.KIDNAPPED);
    return state || (figure.equals(Figure.KILLED) && trigger.form(Term.GERUND) && !group.detached);
  }

  /** "the state massacres the people": what is done in general, except in a headline's tense. */
  static boolean habit(Mention m, Term trigger, VerbGroup group) {
    boolean present =
        trigger.verb != null
            && trigger.form(Term.BASE | Term.THIRD)
            && !trigger.form(Term.PAST | Term.PARTICIPLE | Term.GERUND);
    boolean custom = group.present && !group.ongoing && !group.have && !group.said;
    boolean passive = custom && trigger.transitive && trigger.form(Term.PARTICIPLE);
    return m.quantity == null
        && (passive ? !m.definite && harmed(trigger) : present && !group.have && !group.be);
  }

  /** "peasants are arrested"; "villagers are displaced" tells of a state that goes on. */
  private static boolean harmed(Term trigger) {
    return Figure.KILLED.equals(trigger.verb)
        || Figure.DETAINED.equals(trigger.verb)
        || Figure.CHARGED.equals(trigger.verb)
        || Figure.KIDNAPPED.equals(trigger.verb);
  }

  /** Buildings count for their own figures, and as households where they are evacuated. */
  private static boolean counts(Figure figure, Mention m) {
    boolean house = m.noun.house && m.quantity != null;
    if (figure.countsBuildings()) {
      return house || (m.head == Mention.Head.NUMBER && m.unit == Unit.HOUSEHOLDS);
    }
    boolean unknown = m.head == Mention.Head.OTHER;
    boolean figurative =
        figure.equals(Figure.SHOT)
            || figure.equals(Figure.RESCUED)
            || figure.equals(Figure.TRAPPED);
    if (unknown && figurative) {
      // "shot 12 photographs", "three pillars of the economy trapped by habit"
      return false;
    }
    return m.persons()
        || (m.head == Mention.Head.COUNT && figure.equals(m.noun.count))
        || (house && figure.equals(Figure.EVACUATED));
  }

  /**
   * "the evacuation of Arlville", "keeper rescues Arlville": a name that opens like no person's.
   */
  private static boolean noPerson(Figure figure, Mention m, Term trigger, VerbGroup group) {
    if (group.be) {
      return false;
    }
    boolean population =
        figure.equals(Figure.EVACUATED)
            || figure.equals(Figure.DISPLACED)
            || figure.equals(Figure.RELOCATED);
    boolean headline = trigger.form(Term.THIRD) && m.nameTo - m.nameFrom == 1;
    boolean figurative = figure.equals(Figure.RESCUED) || figure.equals(Figure.CHARGED);
    return population || (headline && figurative);
  }

  /** Figures that are counted in families. */
  static boolean byFamilies(Figure figure) {
    return figure.equals(Figure.DISPLACED)
        || figure.equals(Figure.EVACUATED)
        || figure.equals(Figure.HOMELESS)
        || figure.equals(Figure.SHELTERED)
        || figure.equals(Figure.RELOCATED)
        || figure.equals(Figure.RESCUED);
  }

  /** "many", "some": no count. */
  private static boolean many(Mention m) {
    return m.quantity == null
        || (m.quantity.qualifier() == Qualifier.VAGUE && Long.valueOf(2).equals(m.quantity.low()));
  }

  private static boolean person(Mention m) {
    return m.head == Mention.Head.PERSONS || m.head == Mention.Head.NAME;
  }

  /** "shot 9 of 14". */
  static boolean ratio(Figure figure, Mention m, Lexemes lexemes) {
    return figure.equals(Figure.SHOT)
        && m.head == Mention.Head.NUMBER
        && m.to + 1 < lexemes.size()
        && lexemes.term(m.to).is(Tag.OF)
        && lexemes.kind(m.to + 1) == Tokens.NUMBER;
  }

  /** "The team shot 46": a bare number that nobody hits. */
  static boolean score(Figure figure, Mention m) {
    return figure.equals(Figure.SHOT)
        && m.head == Mention.Head.NUMBER
        && m.quantity != null
        && m.quantity.qualifier() == Qualifier.EXACT
        && m.quantity.best() != null
        && m.quantity.best() > MOST_SHOT;
  }

  /** "drown" has no single subject; "drowns" and "drowned" have. */
  private static boolean plural(Term verb, VerbGroup group) {
    boolean base =
        verb.form(Term.BASE) && !verb.form(Term.THIRD | Term.PAST | Term.PARTICIPLE | Term.GERUND);
    boolean bare = !group.modal && !group.infinitive && !group.be && !group.have;
    return base && bare && verb.intransitive && !verb.transitive;
  }

  private static boolean few(Mention m) {
    if (m.quantity == null || m.unit != Unit.PERSONS) {
      return m.quantity == null;
    }
    Long best = m.quantity.best() != null ? m.quantity.best() : m.quantity.low();
    return best != null && best > 0 && best < FEW;
  }
}
