package org.wiretally.figures;

import org.jspecify.annotations.Nullable;

/**
 * What the lexicon knows of one word or phrase. One phrase may play several parts ("shot" is a verb
 * form, "official" a victim and a claimant), so the parts lie side by side.
 *
 * <p>Written by {@link LexiconFiles} alone, read-only from then on.
 */
final class Term {
  /** A trait: a sentence with the word may tell of a figure. */
  static final byte TRIGGER = 1;

  /** A trait: a number in digits or words, a count without a number, a month or a weekday. */
  static final byte NUMBER = 2;

  /** A trait: who may claim something. */
  static final byte CLAIMANT = 4;

  /** A trait: a word of gunfire. */
  static final byte GUN = 8;

  /** A trait: not {@link #known}. {@link #alone} holds for it without a capital only. */
  static final byte STRANGE = 16;

  /** A trait: a number, or what may tell of a rate or of other events: "a year", "last month". */
  static final byte BACKGROUND = 32;

  /** A trait: a film, a novel, a game, or words of what holds in general. */
  static final byte FICTION = 64;

  /** A trait: some rule looks at items of the term. */
  static final byte RULED = Byte.MIN_VALUE;

  /** Forms of a verb, as bits. */
  static final int BASE = 1;

  static final int THIRD = 2;
  static final int PAST = 4;
  static final int PARTICIPLE = 8;
  static final int GERUND = 16;

  /** The term of words that the lexicon does not hold. */
  static final Term UNKNOWN = new Term("");

  static {
    UNKNOWN.alone = ItemType.OTHER;
    UNKNOWN.traits = STRANGE;
    UNKNOWN.look = Lexemes.look(UNKNOWN);
  }

  /** How a number word adds to its numeral. */
  enum NumberKind {
    UNIT,
    TENS,
    HUNDRED,
    /** A word for several hundreds, which adds: "doscientos". */
    HUNDREDS,
    MULTIPLIER,
    DOZEN,
    HALF
  }

  final String phrase;

  /**
   * Whether the phrase is this word: asked of nearly every word, whose letters lie far apart in
   * memory.
   */
  final boolean one;

  final boolean both;

  /** "between". */
  final boolean spanning;

  /** "'s". */
  final boolean genitive;

  /** "that". */
  final boolean that;

  /** "per". */
  final boolean per;

  long tags;

  /** Tags that are {@link Tag#second}. */
  long moreTags;

  /** Persons that the singular stands for: "couple" 2. */
  int size = 1;

  int forms;
  @Nullable Figure verb;
  boolean transitive;
  boolean intransitive;
  @Nullable Figure state;
  @Nullable Figure act;
  @Nullable Figure count;
  @Nullable Figure toll;
  @Nullable Figure held;
  @Nullable Figure homeward;
  @Nullable Figure fled;
  @Nullable Figure among;

  /** Of "the dead" those killed, whose names may follow. */
  @Nullable Figure whole;

  int lightForms;
  int takerForms;
  int forcedForms;
  @Nullable String group;
  Unit unit = Unit.PERSONS;
  boolean singular;
  boolean plural;
  char sex;
  @Nullable String thing;

  /** Of an {@link #act} whether it is told of as several: "murders". */
  boolean manyActs;

  /** A building that households live in. */
  boolean house;

  /** For a {@link #thing}: whether it may stand behind a number above one. */
  boolean manyThings;

  /** A given name of persons. */
  boolean given;

  /**
   * A given name, a teaser or a contextual word ({@link Tag#contextual}) and nothing else, so that
   * the grammar takes it as unknown.
   */
  boolean marginal;

  @Nullable Qualifier hedge;
  boolean below;
  boolean filler;
  @Nullable Qualifier afterHedge;
  @Nullable NumberKind numberKind;
  boolean joint;
  long number;
  boolean vague;
  long low;
  long high;

  /** What the word is to the grammar where it is no trigger; set when all its parts are known. */
  ItemType between = ItemType.OTHER;

  /**
   * The item that the word is wherever it stands, if nothing around it decides: what most words of
   * a text are. Null where a noun phrase or a time may open with it, or its neighbours tell what it
   * is. Not asked of words behind a hyphen.
   */
  @Nullable ItemType alone;

  /** Whether a noun phrase may open with the word; a quick look before a closer one. */
  boolean opensMention;

  /** Whether it may stand for persons: "he", "someone", "her". */
  boolean pronoun;

  /** Whether it may stand before the quantity of a noun phrase: "at least", "the", "his". */
  boolean precedes;

  /** Whether a quantity may open with it: "two", "a" (dozen), "several", "no", "both". */
  boolean quantifies;

  /** Whether it is no part of a noun phrase before its head, wherever it stands: "was", "of". */
  boolean endsNoun;

  /** Whether it names a day or a month. */
  boolean calendar;

  /** What every word of a text is asked, as bits. */
  byte traits;

  /** The {@link Rules} that look at items of the term, as bits. */
  long rules;

  /** {@link #traits} and {@link #alone} as {@link Lexemes} keeps them by lexeme. */
  int look;

  /** Of "second" 2; 0 for words that are no ordinal. */
  int ordinal;

  int month;
  int weekday;

  Term(String phrase) {
    this.phrase = phrase;
    one = phrase.equals("one");
    both = phrase.equals("both");
    spanning = phrase.equals("between");
    genitive = phrase.equals("'s");
    that = phrase.equals("that");
    per = phrase.equals("per");
  }

  boolean is(Tag tag) {
    return ((tag.second ? moreTags : tags) & tag.bit) != 0;
  }

  /** Whether a tag of {@code bits} is there; they must not be {@link Tag#second}. */
  boolean isAny(long bits) {
    return (tags & bits) != 0;
  }

  boolean known() {
    return this != UNKNOWN && !marginal;
  }

  boolean form(int bits) {
    return (forms & bits) != 0;
  }

  /** Whether the lexer alone needs the term: it says nothing but that a full stop follows. */
  boolean onlyAbbreviates() {
    return tags == Tag.ABBREVIATION.bit
        && moreTags == 0
        && month == 0
        && weekday == 0
        && group == null;
  }

  private static final long OPENING =
      Tag.ARTICLE.bit
          | Tag.DEFINITE.bit
          | Tag.POSSESSIVE.bit
          | Tag.ANOTHER.bit
          | Tag.OTHERS.bit
          | Tag.BOTH.bit
          | Tag.COUPLE.bit
          | Tag.NO.bit
          | Tag.TITLE.bit;

  private static final long ELSEWHERE = Tag.RATE.bit | Tag.COMPARISON.bit | Tag.HISTORY.bit;

  private boolean mayOpenMention() {
    return (tags & OPENING) != 0
        || group != null
        || thing != null
        || count != null
        || numberKind != null
        || hedge != null
        || vague
        || filler
        || phrase.equals("both")
        || phrase.equals("between");
  }

  /** Decides what is asked of every word of a text, once all parts are given. */
  void close() {
    between = GrammarWords.between(this);
    opensMention = mayOpenMention();
    calendar = month > 0 || weekday > 0 || is(Tag.TODAY) || is(Tag.YESTERDAY);
    rules = Rules.lookingAt(this);
    boolean trigger = is(Tag.BAIL) || (known() && told());
    boolean number = numberKind != null || vague || month != 0 || weekday != 0;
    pronoun = one || isAny(Pronouns.ANYWHERE) || is(Tag.OBJECT_PRONOUN);
    precedes =
        hedge != null
            || filler
            || spanning
            || isAny(Tag.ANOTHER.bit | Tag.DEFINITE.bit | Tag.POSSESSIVE.bit);
    quantifies =
        numberKind != null
            || vague
            || both
            || isAny(Tag.BOTH.bit | Tag.COUPLE.bit | Tag.NO.bit | Tag.ARTICLE.bit);
    endsNoun = NounHeads.ends(this);
    alone = GrammarWords.alone(this);
    traits =
        (byte)
            (trait(trigger, TRIGGER)
                | trait(number, NUMBER)
                | trait(is(Tag.CLAIMANT), CLAIMANT)
                | trait(is(Tag.GUN), GUN)
                | trait(!known(), STRANGE)
                | trait(per || numberKind != null || isAny(ELSEWHERE), BACKGROUND)
                | trait(is(Tag.FICTION) || is(Tag.GENERAL), FICTION)
                | trait(rules != 0, RULED));
    look = Lexemes.look(this);
  }

  /** Whether a part of the word tells of a figure. */
  private boolean told() {
    return verb != null
        || state != null
        || act != null
        || count != null
        || toll != null
        || held != null
        || homeward != null
        || fled != null
        || among != null
        || whole != null
        || is(Tag.DWELLING)
        || is(Tag.TRANSPORT)
        || is(Tag.SENTENCED)
        || is(Tag.PRISON)
        || is(Tag.KILLER)
        || is(Tag.NUMBER_OF);
  }

  private static int trait(boolean has, byte trait) {
    return has ? trait : 0;
  }

  /** Whether no entry of the lexicon has given the term a part yet. */
  boolean unused() {
    return (tags | moreTags) == 0
        && forms == 0
        && state == null
        && act == null
        && count == null
        && toll == null
        && held == null
        && homeward == null
        && fled == null
        && group == null
        && thing == null
        && hedge == null
        && afterHedge == null
        && numberKind == null
        && !filler
        && !joint
        && !vague
        && month == 0
        && weekday == 0
        && ordinal == 0;
  }

  boolean victim() {
    return group != null;
  }
}
