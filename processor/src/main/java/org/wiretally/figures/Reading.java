package org.wiretally.figures;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.wiretally.text.Tokens;

/**
 * The sentence that the {@link Rules} read: its items, the walks over its clauses, and what was
 * found so far. One for each text, opened for each sentence.
 */
final class Reading {
  /** Items behind "to" within which a destination is named. */
  private static final int PHRASE = 12;

  final Clauses clauses;
  private final Items items;
  private final Whereabouts whereabouts;
  private final Factuality factuality;
  private final KeptApart keptApart;
  private final Lexemes lexemes;
  private final ArticleFigures article;

  private Supplier<Sentence> whole;
  private boolean headline;
  private @Nullable VerbTrigger verb;
  private @Nullable Sentence sentence;
  private int coordinations;
  private boolean found;

  /**
   * @param items whose sentences are read
   * @param article takes what is found
   */
  Reading(
      Items items,
      Lexemes lexemes,
      @Nullable Instant published,
      KeptApart keptApart,
      ArticleFigures article) {
    this.items = items;
    this.clauses = new Clauses(items);
    this.whereabouts = new Whereabouts(clauses, lexemes);
    this.factuality = new Factuality(items, lexemes, published);
    this.keptApart = keptApart;
    this.lexemes = lexemes;
    this.article = article;
    this.whole =
        () -> {
          throw new IllegalStateException("no sentence is open");
        };
  }

  /**
   * Turns to the sentence at lexemes {@code [from, to)}, whose items have been cut.
   *
   * @param sentence made once something is found
   */
  void open(int from, int to, boolean isHeadline, Supplier<Sentence> sentence) {
    factuality.open(from, to);
    headline = isHeadline;
    whole = sentence;
    this.sentence = null;
    verb = null;
    coordinations = 0;
    found = false;
  }

  // ------------------------------------------------------------------ items

  Items items() {
    return items;
  }

  int size() {
    return items.size();
  }

  Item item(int k) {
    return items.get(k);
  }

  /** Null before the first item and behind the last. */
  @Nullable ItemType type(int k) {
    return clauses.type(k);
  }

  Term term(int k) {
    return items.get(k).term;
  }

  Mention mention(int k) {
    return clauses.mention(k);
  }

  Lexemes lexemes() {
    return lexemes;
  }

  /** The verb at {@code k}, which the rules for verbs look at one after the other. */
  VerbTrigger verb(int k) {
    if (verb == null || verb.k != k) {
      Figure figure = term(k).verb;
      if (figure == null) {
        throw new IllegalStateException("item " + k + " is no verb with a figure");
      }
      verb = new VerbTrigger(this, k, figure);
    }
    return verb;
  }

  boolean isColon(int k) {
    int lexeme = items.get(k).from;
    return lexemes.end(lexeme) - lexemes.start(lexeme) == 1 && lexemes.kind(lexeme) == Tokens.COLON;
  }

  /** Where a mention stands, or -1 for one that a rule made itself. */
  int indexOf(Mention m) {
    return m.place;
  }

  /** Whether the phrase behind an item holds a word of the class. */
  boolean wordBehind(int k, Tag tag) {
    for (int j = k + 1; j < items.size() && j - k < PHRASE; j++) {
      Item item = items.get(j);
      for (int l = item.from; l < item.to; l++) {
        if (lexemes.term(l).is(tag)) {
          return true;
        }
      }
      switch (item.type) {
        case MENTION, NAME, OTHER, AND, OF, QUOTE -> {}
        case TO, PREPOSITION, TIME, BY, ADVERB, REJECTED -> {
          if (tag == Tag.HOSPITAL) {
            return false;
          }
        }
        default -> {
          return false;
        }
      }
    }
    return false;
  }

  /** "100 killed or wounded": one number for both, which the words at {@code k} and on share. */
  boolean unsplit(int k) {
    if (k < 0 || k + 2 >= items.size() || type(k + 1) != ItemType.AND) {
      return false;
    }
    Figure one = told(k);
    Figure other = told(k + 2);
    boolean both =
        (Figure.KILLED.equals(one) && Figure.INJURED.equals(other))
            || (Figure.INJURED.equals(one) && Figure.KILLED.equals(other));
    boolean own = type(k + 3) == ItemType.MENTION && mention(k + 3).counted();
    return both && !own;
  }

  private @Nullable Figure told(int k) {
    Term term = term(k);
    if (type(k) == ItemType.STATE) {
      return term.state;
    }
    return type(k) == ItemType.VERB && term.form(Term.PARTICIPLE) ? term.verb : null;
  }

  /** Whether the sentence tells behind or right before the item that somebody was found. */
  boolean found(int k) {
    if (k > 0 && term(k - 1).is(Tag.FOUND)) {
      return true;
    }
    for (int j = k + 1; j < items.size() && j - k < PHRASE; j++) {
      Term term = items.get(j).term;
      if (term.is(Tag.FOUND) || Figure.RESCUED.equals(term.fled)) {
        return !clauses.group(j).not && !clauses.group(j).modal && !clauses.group(j).infinitive;
      }
    }
    return false;
  }

  // ------------------------------------------------------------------ findings

  /** Whether a rule found anything in the sentence yet. */
  boolean anyFinding() {
    return found;
  }

  @Nullable Finding findingOf(Mention m) {
    return m.finding;
  }

  /** Keeps a mention's number apart with the reason; no later rule takes it. */
  void keepApart(Mention m, String reason) {
    if (m.quantity != null) {
      keptApart.add(m.quantityFrom, m.quantityTo, reason);
    }
    m.taken = true;
  }

  /**
   * Counts the victims for the figure, as far as the figure may count them and the clause states a
   * fact. Several victims make one coordination.
   */
  TriggerRule.Outcome claim(
      int trigger, VerbGroup group, Figure told, List<Mention> victims, Rule rule) {
    if (victims.isEmpty()) {
      return TriggerRule.Outcome.SETTLED;
    }
    boolean hurt = told.equals(Figure.INJURED);
    if (hurt && asPrecaution(trigger)) {
      victims.forEach(m -> keepApart(m, "precaution"));
      return TriggerRule.Outcome.SETTLED;
    }
    Figure figure = hurt && whereTheyDied(trigger) ? Figure.KILLED : told;
    Enumeration.include(victims);
    int coordination = victims.size() > 1 ? ++coordinations : 0;
    boolean asked = false;
    String reason = null;
    for (Mention m : victims) {
      if (victims.size() > 1 && objectOfOther(m, figure, trigger)) {
        // "killed ten, and more than 30 people injured"
        continue;
      }
      if (!Eligibility.fits(figure, m, term(trigger), group)
          || (!headline
              && type(trigger) == ItemType.VERB
              && Eligibility.habit(m, term(trigger), group))) {
        continue;
      }
      if (victims.size() == 1 && m.pronoun && m.single && group.plural) {
        // "he spoke of those who were killed"
        continue;
      }
      if (m.quantity == null && group.relative && ofThose(group.start)) {
        // "those who kill civilians"
        continue;
      }
      if (m.head == Mention.Head.NAME && quoted(m)) {
        // "Amber Tide" was shot in a month
        continue;
      }
      if (m.head == Mention.Head.NAME && ownsSubject(m, group.start)) {
        continue;
      }
      if (m.head == Mention.Head.NUMBER && inLosses(m)) {
        keepApart(m, "money");
        continue;
      }
      if (!asked) {
        reason = factuality.against(clauses, trigger, group, victims.get(0));
        asked = true;
      }
      if (Eligibility.score(figure, m) || Eligibility.ratio(figure, m, lexemes())) {
        keepApart(m, "score");
      } else if (m.head == Mention.Head.NUMBER && ofAnimals(m)) {
        keepApart(m, "animal");
      } else if (reason != null && !(reason.equals("negated") && noneIn(m))) {
        keepApart(m, reason);
      } else {
        asPersons(m, figure);
        found(figure, m, rule, coordination, Math.max(trigger, indexOf(m)));
      }
    }
    return TriggerRule.Outcome.SETTLED;
  }

  /** "two men were taken to a hospital, where they later died". */
  private boolean whereTheyDied(int trigger) {
    for (int j = trigger + 1; j + 1 < items.size(); j++) {
      if (type(j) == ItemType.BREAK) {
        return false;
      }
      if (type(j) == ItemType.WHERE && term(j + 1).is(Tag.THEY)) {
        for (int k = j + 2; k < items.size() && k - j < PHRASE; k++) {
          Term term = term(k);
          boolean died = type(k) == ItemType.VERB && Figure.KILLED.equals(term.verb);
          if (died || (type(k) == ItemType.STATE && Figure.KILLED.equals(term.state))) {
            return !clauses.group(k).not && !clauses.group(k).modal;
          }
        }
        return false;
      }
    }
    return false;
  }

  /** "was taken to a hospital as a precaution"; who was hurt and taken there so was hurt. */
  private boolean asPrecaution(int trigger) {
    if (Figure.INJURED.equals(term(trigger).verb)) {
      return false;
    }
    for (int j = trigger + 1; j < items.size() && type(j) != ItemType.BREAK; j++) {
      Item item = items.get(j);
      for (int l = item.from; l < item.to; l++) {
        if ("precaution".equals(lexemes.term(l).thing)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean objectOfOther(Mention m, Figure figure, int trigger) {
    if (m.claimed == null || figure.equals(m.claimed) || !m.counted()) {
      return false;
    }
    int at = indexOf(m);
    return at > 0 && at < trigger && type(at - 1) == ItemType.VERB && term(at - 1).transitive;
  }

  /** Counts a mention for the figure of another, in one coordination with it. */
  Finding claimLike(Finding other, int k, Mention m, Rule rule) {
    if (other.coordination == 0) {
      other.coordination = ++coordinations;
    }
    m.group = other.mention.group;
    m.unit = other.mention.unit;
    return found(other.figure, m, rule, other.coordination, k);
  }

  private Finding found(Figure figure, Mention m, Rule rule, int coordination, int placedBehind) {
    m.taken = true;
    m.claimed = figure;
    Finding finding = new Finding(figure, m, rule.name(), sentence());
    finding.coordination = coordination;
    finding.place = whereabouts.around(placedBehind, indexOf(m));
    article.add(finding);
    m.finding = finding;
    found = true;
    return finding;
  }

  /** "the injury of six people and millions in losses". */
  private boolean inLosses(Mention m) {
    return m.to + 1 < lexemes().size()
        && lexemes().term(m.to).is(Tag.WITHIN)
        && lexemes().term(m.to + 1).is(Tag.LOSS);
  }

  /** "Arlville's hopes died": what somebody has, many of them in a word not held, is no person. */
  private boolean ownsSubject(Mention m, int verb) {
    if (verb < 3 || type(verb - 1) != ItemType.OTHER || term(verb - 1).known()) {
      return false;
    }
    String text = lexemes().tokens().text();
    char last = text.charAt(lexemes().end(items.get(verb - 1).from) - 1);
    return (last == 's' || last == 'S')
        && term(verb - 2).phrase.equals("'s")
        && m.equals(items.get(verb - 3).mention);
  }

  private boolean ofThose(int start) {
    return start > 1 && term(start - 2).phrase.equals("those");
  }

  private boolean quoted(Mention m) {
    return m.nameFrom > 0
        && lexemes.kind(m.nameFrom - 1) == Tokens.QUOTE
        && m.nameTo < lexemes.size()
        && lexemes.kind(m.nameTo) == Tokens.QUOTE;
  }

  /** "thirteen whales were stranded and nine died": a bare number counts on what stands before. */
  private boolean ofAnimals(Mention m) {
    for (int j = indexOf(m) - 1; j >= 0; j--) {
      if (type(j) == ItemType.MENTION && mention(j).head != Mention.Head.NUMBER) {
        return mention(j).counted() && "animal".equals(mention(j).noun.thing);
      }
    }
    return false;
  }

  private Sentence sentence() {
    if (sentence == null) {
      sentence = whole.get();
    }
    return sentence;
  }

  /** "nobody was hurt": a count of none is a negation itself. */
  private static boolean noneIn(Mention m) {
    return m.quantity != null && m.quantity.best() != null && m.quantity.best() <= 0;
  }

  /** "a family was found dead": two at least, no household. */
  private static void asPersons(Mention m, Figure figure) {
    if (m.unit == Unit.FAMILIES && m.single && !Eligibility.byFamilies(figure)) {
      m.unit = Unit.PERSONS;
      m.single = false;
      m.quantity = new Quantity(2L, null, null, Qualifier.VAGUE);
    }
  }
}
