package org.wiretally.figures;

import org.jspecify.annotations.Nullable;
import org.wiretally.text.Tokens;

/**
 * Numbers whose form or neighbours say that they count no persons: percentages, money, times, ages,
 * years, scores, "Highway 61".
 */
final class Distractors {
  /** Lexemes of a list of ages. */
  private static final int LONGEST_LIST = 16;

  /** From here on a number behind "suspect" is more likely an age. */
  private static final int SEVERAL = 13;

  /** Words of a street's name, the street itself included. */
  private static final int STREET_NAME = 4;

  private final Window window;
  private final Lexemes lexemes;
  private final Dates dates;
  private final Ages ages;
  private final KeptApart keptApart;

  Distractors(Window window, Dates dates, Ages ages, KeptApart keptApart) {
    this.window = window;
    this.lexemes = window.lexemes;
    this.dates = dates;
    this.ages = ages;
    this.keptApart = keptApart;
  }

  /** The item of a number that counts no persons, which is kept apart; null for others. */
  @Nullable Item item(int i) {
    String reason = reason(i);
    if (reason == null) {
      return null;
    }
    int to = i + 1;
    if (reason.equals("score")) {
      to = i + 2;
    }
    while (lexemes.kind(i) == Tokens.MONEY && to < window.end && multiplies(to)) {
      to++;
    }
    keptApart.add(i, to, reason);
    return new Item(ItemType.REJECTED, i, to, lexemes.term(i), null);
  }

  /** "$2 million". */
  private boolean multiplies(int i) {
    return lexemes.term(i).numberKind == Term.NumberKind.MULTIPLIER;
  }

  /** Why the number at {@code i} counts no persons, or null. */
  @Nullable String reason(int i) {
    return switch (lexemes.kind(i)) {
      case Tokens.PERCENT -> "percentage";
      case Tokens.MONEY -> "money";
      case Tokens.CODE -> "time-or-code";
      case Tokens.ORDINAL -> "ordinal";
      case Tokens.HUGE -> "number-too-large";
      case Tokens.DECIMAL -> window.numerals.read(i, window.end) ? null : "decimal";
      case Tokens.NUMBER -> reasonOfNumber(i);
      default -> lexemes.term(i).numberKind == null ? null : reasonOfWord(i);
    };
  }

  private @Nullable String reasonOfWord(int i) {
    return agedBefore(i) ? "age" : ofOnePerson(i) ? "children" : null;
  }

  /** "Father of 5 killed", "a woman of 80": his children, her age. */
  private boolean ofOnePerson(int i) {
    if (i - 2 < window.begin || !lexemes.term(i - 1).is(Tag.OF) || window.victimAt(i + 1)) {
      return false;
    }
    Term person = lexemes.term(i - 2);
    return person.victim() && person.singular && person.sex != 0;
  }

  private @Nullable String reasonOfNumber(int i) {
    boolean hyphened =
        lexemes.has(i, Tokens.HYPHENATED)
            && i > window.begin
            && lexemes.kind(i - 1) != Tokens.NUMBER;
    if (hyphened || labelBefore(i)) {
      return "label";
    }
    if (dates.isYear(i) && !window.countsPersons(i)) {
      return "year";
    }
    if (houseNumber(i)) {
      return "address";
    }
    if (ages.isAge(i) || agedBefore(i) || ageOfNamed(i)) {
      return "age";
    }
    if (ofOnePerson(i)) {
      return "children";
    }
    return scoreLike(i) ? "score" : null;
  }

  /** "Kay Day 21, of Arl". */
  private boolean ageOfNamed(int i) {
    return i > window.begin
        && i + 3 < window.end
        && lexemes.end(i) - lexemes.start(i) == 2
        && lexemes.kind(i - 1) == Tokens.WORD
        && lexemes.has(i - 1, Tokens.CAPITAL)
        && lexemes.kind(i + 1) == Tokens.COMMA
        && lexemes.term(i + 2).is(Tag.OF)
        && lexemes.has(i + 3, Tokens.CAPITAL)
        && !lexemes.known(i + 3);
  }

  /** "2370 Lake Drive", "407 S. Oak Street". */
  private boolean houseNumber(int i) {
    for (int j = i + 1; j < window.end && j - i <= STREET_NAME; j++) {
      if (lexemes.kind(j) == Tokens.STOP) {
        continue;
      }
      if (lexemes.kind(j) != Tokens.WORD && lexemes.kind(j) != Tokens.ORDINAL) {
        return false;
      }
      if (lexemes.kind(j) == Tokens.WORD && !lexemes.has(j, Tokens.CAPITAL)) {
        return false;
      }
      if (j > i + 1 && lexemes.term(j).is(Tag.STREET)) {
        return true;
      }
    }
    return false;
  }

  /** "aged 9", "ages 9, 11 and 12". */
  private boolean agedBefore(int i) {
    int j = i - 1;
    while (j > window.begin && i - j < LONGEST_LIST && joins(j)) {
      while (j > window.begin && joins(j)) {
        j--;
      }
      if (!Window.isDigits(lexemes.kind(j)) && lexemes.term(j).numberKind == null) {
        return false;
      }
      j--;
    }
    return j >= window.begin && lexemes.term(j).is(Tag.AGED);
  }

  private boolean joins(int i) {
    return lexemes.kind(i) == Tokens.COMMA || lexemes.term(i).is(Tag.AND);
  }

  private boolean labelBefore(int i) {
    if (i == window.begin) {
      return false;
    }
    Term before = lexemes.term(i - 1);
    if (before.is(Tag.NUMBERED) && window.tokens.value(lexemes.token(i)) < SEVERAL) {
      return !window.victimAt(i + 1);
    }
    if (before.is(Tag.LABEL) && !lexemes.has(i, Tokens.GROUPED)) {
      // "Room 8", "room number 8"
      boolean named = lexemes.has(i - 1, Tokens.CAPITAL);
      boolean numbered = i - 2 >= window.begin && lexemes.term(i - 2).is(Tag.LABEL);
      return (named || numbered) && !window.victimAt(i + 1);
    }
    if (before.is(Tag.NO)) {
      return lexemes.end(i - 1) - lexemes.start(i - 1) == 3;
    }
    return lexemes.kind(i - 1) == Tokens.SYMBOL
        && window.tokens.has(lexemes.token(i), Tokens.TIGHT);
  }

  /** "3-2": hyphenated and falling, which is no range. */
  private boolean scoreLike(int i) {
    return i + 1 < window.end
        && lexemes.kind(i + 1) == Tokens.NUMBER
        && lexemes.has(i + 1, Tokens.HYPHENATED)
        && window.tokens.value(lexemes.token(i + 1)) <= window.tokens.value(lexemes.token(i))
        && !window.victimAt(i + 2);
  }
}
