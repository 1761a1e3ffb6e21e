package org.wiretally.figures;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A verb that tells of a figure, with what the rules ask of it, each looked up once. */
final class VerbTrigger {
  /** Items within which "to death" belongs to the verb. */
  private static final int PHRASE = 10;

  final int k;
  final Term term;
  final Figure figure;
  final VerbGroup group;
  final boolean gerund;

  /** "killed", neither "kills" nor "may have": the form is a participle's. */
  final boolean participle;

  /** "killed" without an auxiliary, which is a past tense or a participle by what stands around. */
  final boolean ambiguous;

  private final Reading reading;
  private @Nullable List<Mention> objects;

  VerbTrigger(Reading reading, int k, Figure figure) {
    this.reading = reading;
    this.k = k;
    this.term = reading.term(k);
    boolean unsplit = reading.unsplit(k) && counted(reading, k);
    this.figure = unsplit ? Figure.CASUALTIES : fatal(reading, k, figure) ? Figure.KILLED : figure;
    this.group = reading.clauses.group(k);
    this.gerund = term.form(Term.GERUND);
    this.participle = term.form(Term.PARTICIPLE) && !group.modal;
    boolean bare = !group.be && !group.have && !group.modal && !group.infinitive;
    this.ambiguous = !gerund && participle && !(term.form(Term.BASE) && !bare);
  }

  /** Whether the nearest phrase before {@code k} counts persons; of one person both are told. */
  static boolean counted(Reading reading, int k) {
    for (int j = k - 1; j >= 0 && k - j < PHRASE; j--) {
      if (reading.type(j) == ItemType.MENTION) {
        return reading.mention(j).counted() && reading.mention(j).persons();
      }
    }
    return false;
  }

  /** "shot his wife and three children to death". */
  private static boolean fatal(Reading reading, int k, Figure figure) {
    if (!figure.equals(Figure.SHOT) && !figure.equals(Figure.INJURED)) {
      return false;
    }
    for (int j = k + 1; j < reading.size() && j - k < PHRASE; j++) {
      if (reading.term(j).is(Tag.FATAL)) {
        return true;
      }
      switch (reading.item(j).type) {
        case MENTION, NAME, OTHER, AND, ADVERB, QUOTE, REJECTED -> {}
        default -> {
          return false;
        }
      }
    }
    return false;
  }

  /** "killed or wounded": the second word tells of those whom the first counted. */
  boolean shares() {
    return reading.unsplit(k - 2) && counted(reading, k - 2);
  }

  /** "were killed". */
  boolean passive() {
    return term.transitive && group.be && term.form(Term.PARTICIPLE);
  }

  /** "drowned": the subject suffers what the verb tells, as there is no object. */
  boolean suffered() {
    return !term.transitive || (term.intransitive && objects().isEmpty());
  }

  /** The mentions behind the verb; of "shot, killed two men" for the first verb too. */
  List<Mention> objects() {
    if (objects == null) {
      objects = reading.clauses.objects(k);
      if (objects.isEmpty() && ambiguous && listed() && !countedBefore()) {
        objects = reading.clauses.objects(k + 2).stream().filter(Mention::persons).toList();
      }
    }
    return objects;
  }

  private boolean listed() {
    return k + 2 < reading.size()
        && (reading.type(k + 1) == ItemType.COMMA || reading.type(k + 1) == ItemType.AND)
        && reading.type(k + 2) == ItemType.VERB
        && reading.term(k + 2).transitive;
  }

  /** "12 killed". */
  boolean countedBefore() {
    return reading.type(group.start - 1) == ItemType.MENTION
        && reading.mention(group.start - 1).counted();
  }

  /** "killed by". */
  boolean byAgent() {
    return typeBehind() == ItemType.BY;
  }

  /** The type of the next item that is no adverb. */
  @Nullable ItemType typeBehind() {
    int j = k + 1;
    while (reading.type(j) == ItemType.ADVERB || reading.type(j) == ItemType.QUOTE) {
      j++;
    }
    return reading.type(j);
  }

  /** "troops captured two gunmen"; cameras capture whoever passes, and a team the title. */
  private List<Mention> hunted(List<Mention> victims) {
    for (int j = k - 1; j >= 0 && k - j < PHRASE && reading.type(j) != ItemType.BREAK; j--) {
      if (reading.term(j).is(Tag.CAMERA)) {
        return List.of();
      }
    }
    return victims.stream()
        .filter(
            m ->
                m.group.equals("ATTACKERS")
                    || m.group.equals("SECURITY_FORCES")
                    || (m.counted() && m.head == Mention.Head.PERSONS))
        .toList();
  }

  TriggerRule.Outcome claim(List<Mention> found, Rule rule) {
    List<Mention> victims = term.is(Tag.CAPTURE) && !passive() ? hunted(found) : found;
    if (Business.tellsOf(reading, this, victims)) {
      return TriggerRule.Outcome.SETTLED;
    }
    reading.claim(k, group, figure, victims, rule);
    return TriggerRule.Outcome.SETTLED;
  }
}
