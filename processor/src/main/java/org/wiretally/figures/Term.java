package org.wiretally.figures;

import org.jspecify.annotations.Nullable;

/**
 * What the lexicon knows of one word or phrase. One phrase may play several parts ("shot" is a verb
 * form, "official" a victim and a claimant), so the parts lie side by side.
 *
 * <p>Written by {@link LexiconFiles} alone, read-only from then on.
 */
final class Term {
  /** Forms of a verb, as bits. */
  static final int BASE = 1;

  static final int THIRD = 2;
  static final int PAST = 4;
  static final int PARTICIPLE = 8;
  static final int GERUND = 16;

  /** The term of words that the lexicon does not hold. */
  static final Term UNKNOWN = new Term("");

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
  long tags;
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
  int lightForms;
  int takerForms;
  int forcedForms;
  @Nullable String group;
  Unit unit = Unit.PERSONS;
  boolean singular;
  boolean plural;
  char sex;
  @Nullable String thing;

  /** A building that households live in. */
  boolean house;

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
  int month;
  int weekday;

  Term(String phrase) {
    this.phrase = phrase;
  }

  boolean is(Tag tag) {
    return (tags & tag.bit) != 0;
  }

  boolean isAny(long bits) {
    return (tags & bits) != 0;
  }

  boolean known() {
    return this != UNKNOWN;
  }

  boolean form(int bits) {
    return (forms & bits) != 0;
  }

  /** Whether the lexer alone needs the term: it says nothing but that a full stop follows. */
  boolean onlyAbbreviates() {
    return tags == Tag.ABBREVIATION.bit && month == 0 && weekday == 0 && group == null;
  }

  boolean victim() {
    return group != null;
  }
}
