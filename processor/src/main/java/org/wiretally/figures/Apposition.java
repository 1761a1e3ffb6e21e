package org.wiretally.figures;

/** Two noun phrases side by side that tell of the same persons: "Ann Hill, a baker from Arl". */
final class Apposition {
  private Apposition() {}

  /** "Oqueli, leader of the movement, and two guards": the noun tells of the name before it. */
  static boolean describes(Mention noun, Mention name) {
    return name.named()
        && !noun.named()
        && noun.single
        && !noun.indefinite
        && !noun.possessive
        && !noun.another;
  }

  /** "a baker, Ann Hill", "Ann Hill, a baker", "12 people, tourists": one is told of twice. */
  static boolean apposes(Mention whole, Mention apposition) {
    if (differ(whole, apposition)) {
      return false;
    }
    boolean one = whole.single && apposition.single && !apposition.named();
    boolean title = whole.single && apposition.named() && !whole.named();
    return one || title || (whole.counted() && apposition.quantity == null);
  }

  /** "Mother, boyfriend held": two persons, as they are of two sexes. */
  static boolean differ(Mention a, Mention b) {
    return a.single && b.single && a.sex != 0 && b.sex != 0 && a.sex != b.sex;
  }

  /** "Man, 3 children killed": a headline's comma for "and", as its first noun has no article. */
  static boolean besides(Mention one, Mention several) {
    boolean bare = !one.indefinite && !one.definite && !one.possessive && !one.pronoun;
    return one.single
        && bare
        && !one.named()
        && one.age < 0
        && several.counted()
        && !several.single
        && !several.ofThem
        && several.head == Mention.Head.PERSONS;
  }

  /**
   * "her mother, Dora Marsh, and ...": the noun before a name tells of the same person.
   *
   * @param closed whether a comma stands behind the name too
   */
  static boolean introduces(Mention noun, Mention name, boolean closed) {
    return noun.single
        && !noun.named()
        && !noun.pronoun
        && noun.head == Mention.Head.PERSONS
        && name.single
        && name.named()
        && (name.noun == Term.UNKNOWN || name.age >= 0)
        && (closed || noun.possessive || noun.definite || noun.age >= 0);
  }

  /** Takes what the apposition tells of the person over. */
  static void merge(Mention whole, Mention apposition) {
    if (whole.age < 0) {
      whole.age = apposition.age;
    }
    if (!whole.named() && apposition.named() && whole.single) {
      whole.nameFrom = apposition.nameFrom;
      whole.nameTo = apposition.nameTo;
    }
    if (whole.sex == 0) {
      whole.sex = apposition.sex;
    }
    if (whole.group.equals(Claim.ALL)) {
      whole.group = apposition.group;
    }
  }
}
