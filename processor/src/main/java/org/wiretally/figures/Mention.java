package org.wiretally.figures;

import org.jspecify.annotations.Nullable;

/**
 * A noun phrase that may be the victims of something: how many, who, and where it stands. Offsets
 * are lexemes, {@code from} inclusive and {@code to} exclusive.
 */
final class Mention {
  /** What the head of the phrase is. */
  enum Head {
    /** A noun for persons that the lexicon holds, or an age, or a pronoun. */
    PERSONS,
    /** A proper name. */
    NAME,
    /** A number and nothing else: "killed 26". */
    NUMBER,
    /** A number and a noun that the lexicon does not hold: "26 Peruvians". */
    OTHER,
    /** A noun that is counted itself: "12 deaths". */
    COUNT,
    /** No persons: "12 houses", "a bomb". */
    THING
  }

  final int from;
  int to;

  /** The place of its item in the sentence; -1 where a rule made it. */
  int place = -1;

  /** The quantity expression, in lexemes. */
  int quantityFrom;

  int quantityTo;
  Head head = Head.PERSONS;

  /** Null: persons without a number ("other officials"). */
  @Nullable Quantity quantity;

  /** One person that no number counts: "a man", "John Smith", "he". */
  boolean single;

  Term noun = Term.UNKNOWN;
  String group = Claim.ALL;
  Unit unit = Unit.PERSONS;
  char sex;
  int age = -1;
  int nameFrom = -1;
  int nameTo = -1;
  boolean indefinite;
  boolean definite;
  boolean possessive;
  boolean pronoun;
  boolean reflexive;
  boolean another;

  /** Of "a third suspect" 3; 0 where no ordinal counts the person. */
  int ordinal;

  boolean more;
  boolean ofThem;

  /** Of "two of the 6 drivers" the six. */
  @Nullable Mention whole;

  boolean included;
  boolean both;

  /** Took the comma behind its age with it: "John Marsh, 34,". */
  boolean closed;

  /** Stands behind a number that counts no persons: "12% of drivers". */
  boolean numbered;

  /** A figure said by a modifier: "three wounded soldiers". */
  @Nullable Figure modifier;

  /** Set when some trigger took it as its victims. */
  boolean taken;

  /** The figure that the last rule claimed of it. */
  @Nullable Figure claimed;

  /** What the last rule found of it. */
  @Nullable Finding finding;

  /** One person or event that no number counts. */
  static Mention one(int from, int to) {
    Mention m = new Mention(from);
    m.to = to;
    m.quantityTo = to;
    m.single = true;
    m.quantity = Quantity.exact(1);
    return m;
  }

  /** Those of whom this counts a part, whose number is the lexemes {@code [at, next)}. */
  void partOf(long number, int at, int next) {
    Mention all = new Mention(at);
    all.to = to;
    all.quantityTo = next;
    all.quantity = Quantity.exact(number);
    all.definite = true;
    all.head = head;
    all.noun = noun;
    all.group = group;
    all.unit = unit;
    whole = all;
  }

  Mention(int from) {
    this.from = from;
    this.to = from;
    this.quantityFrom = from;
    this.quantityTo = from;
  }

  boolean persons() {
    return head != Head.THING && head != Head.COUNT;
  }

  /** Persons, or buildings that stand for households. */
  boolean countable() {
    return persons() || noun.house;
  }

  boolean counted() {
    return quantity != null && !single;
  }

  /** "12 hostages": the noun itself implies a figure. */
  boolean held() {
    return noun.held != null;
  }

  boolean named() {
    return nameFrom >= 0;
  }
}
