package org.wiretally.figures;

import java.util.List;
import org.wiretally.text.Tokens;

/** "12 people are dead", "three missing", "resultaron heridas 12 personas". */
final class StateRule extends TriggerRule {
  StateRule() {
    super("state", ItemType.STATE);
  }

  @Override
  boolean looksAt(Term term) {
    return term.state != null;
  }

  @Override
  Outcome read(Reading reading, int k) {
    Figure figure = reading.term(k).state;
    if (figure == null) {
      return Outcome.OPEN;
    }
    if (reading.unsplit(k) && VerbTrigger.counted(reading, k)) {
      figure = Figure.CASUALTIES;
    } else if (reading.unsplit(k - 2) && VerbTrigger.counted(reading, k - 2)) {
      return Outcome.SETTLED;
    }
    VerbGroup group = reading.clauses.group(k);
    boolean predicate = group.be || group.light;
    if (figure.equals(Figure.MISSING)
        && (lacks(reading, k + 1) || (group.be && counted(reading, k + 1)))) {
      return Outcome.SETTLED;
    }
    if (figure.equals(Figure.MISSING) && !predicate && reading.found(k)) {
      return Outcome.SETTLED;
    }
    if (!predicate && (tallied(reading, k + 1) || inName(reading, k))) {
      return Outcome.SETTLED;
    }
    List<Mention> victims =
        predicate ? reading.clauses.subject(group.start) : reading.clauses.described(group.start);
    if (predicate && victims.isEmpty() && group.start == 0) {
      // a subject behind its verb
      victims = reading.clauses.objects(k);
    }
    if (!predicate && !victims.isEmpty() && wished(reading, victims.get(0))) {
      return Outcome.SETTLED;
    }
    return reading.claim(k, group, figure, victims, this);
  }

  /** "wished him dead". */
  private static boolean wished(Reading reading, Mention victim) {
    int at = reading.indexOf(victim);
    return at > 0 && reading.term(at - 1).is(Tag.WISH);
  }

  /** "had been missing two defenders". */
  private static boolean counted(Reading reading, int k) {
    return reading.type(k) == ItemType.MENTION && reading.mention(k).counted();
  }

  /** "are missing a limb", "missing time with a sprain". */
  private static boolean lacks(Reading reading, int k) {
    boolean thing = reading.type(k) == ItemType.MENTION && !reading.mention(k).countable();
    boolean article = reading.type(k) == ItemType.OTHER && reading.term(k).is(Tag.ARTICLE);
    if (!thing && !article) {
      return false;
    }
    // with a capital it opens another sentence
    Lexemes lexemes = reading.lexemes();
    return lexemes.tokens().upperCase() || !lexemes.has(reading.item(k).from, Tokens.CAPITAL);
  }

  /** "Opec (1) Gaul dead (4)": how often a word was used. */
  private static boolean tallied(Reading reading, int k) {
    if (reading.type(k) != ItemType.OPEN) {
      return false;
    }
    Lexemes lexemes = reading.lexemes();
    int number = reading.item(k).from + 1;
    return number + 1 < lexemes.size()
        && lexemes.kind(number) == Tokens.NUMBER
        && lexemes.kind(number + 1) == Tokens.CLOSE;
  }

  /** "Arlville's Missing Pieces": in a row of words with capitals, before a name. */
  private static boolean inName(Reading reading, int k) {
    if (k == 0 || k + 1 >= reading.size() || !reading.term(k - 1).phrase.equals("'s")) {
      return false;
    }
    ItemType next = reading.type(k + 1);
    boolean noun =
        next == ItemType.NAME
            || (next == ItemType.MENTION && reading.mention(k + 1).head == Mention.Head.THING);
    return noun
        && reading.lexemes().has(reading.item(k).from, Tokens.CAPITAL)
        && reading.lexemes().has(reading.item(k + 1).from, Tokens.CAPITAL);
  }
}
