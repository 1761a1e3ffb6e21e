package org.wiretally.figures;

import org.wiretally.text.Tokens;

/** Ages of persons: "Ann Hill, 34,", "a boy (9)", "the 19-year-old", "two men, 30 and 42". */
final class Ages {
  private static final int OLDEST = 115;

  private final Window window;
  private final Lexemes lexemes;

  Ages(Window window) {
    this.window = window;
    this.lexemes = window.lexemes;
  }

  /** ", 34," and "(34)" behind a person. */
  boolean isAge(int i) {
    if (window.tokens.value(lexemes.token(i)) > OLDEST || i == window.begin) {
      return false;
    }
    byte before = lexemes.kind(i - 1);
    boolean closed =
        i + 1 == window.end
            || lexemes.kind(i + 1) == Tokens.COMMA
            || lexemes.kind(i + 1) == Tokens.CLOSE
            || lexemes.kind(i + 1) == Tokens.STOP
            || lexemes.term(i + 1).is(Tag.OF)
            || lexemes.term(i + 1).isAny(Tag.AND.bit);
    if (before == Tokens.COMMA) {
      return i - 2 >= window.begin && nameLike(i - 2) && (closed || agesBefore(i - 2));
    }
    if (lexemes.term(i - 1).is(Tag.AND) && i - 3 >= window.begin && !window.countsPersons(i)) {
      // "two men, 30 and 42, were hurt"
      return lexemes.kind(i - 2) == Tokens.NUMBER
          && lexemes.kind(i - 3) == Tokens.COMMA
          && isAge(i - 2);
    }
    return before == Tokens.OPEN && i + 1 < window.end && lexemes.kind(i + 1) == Tokens.CLOSE;
  }

  /** "Ann Lee, 27, and Bob Hill, 31 were": the comma behind the last age is missing. */
  private boolean agesBefore(int i) {
    int j = i;
    while (j > window.begin && i - j < 4 && lexemes.has(j, Tokens.CAPITAL)) {
      j--;
    }
    if (j - 3 < window.begin || !lexemes.term(j).is(Tag.AND)) {
      return false;
    }
    int age = lexemes.kind(j - 1) == Tokens.COMMA ? j - 2 : j - 1;
    return lexemes.kind(age) == Tokens.NUMBER && lexemes.kind(age - 1) == Tokens.COMMA;
  }

  private boolean nameLike(int i) {
    return (lexemes.has(i, Tokens.CAPITAL) && lexemes.kind(i) == Tokens.WORD)
        || lexemes.term(i).victim();
  }

  /** One past "19-year-old" or "12- and 10-year-old" at {@code k}, or {@code k}. */
  int afterAge(int k) {
    if (!window.numerals.read(k, window.end) || window.numerals.value > OLDEST) {
      return k;
    }
    int next = window.numerals.next;
    int after = behind(next);
    return after > next ? after : k;
  }

  /**
   * One past "-year-old", or {@code next}. "57- year- old": a line ended within the word, and its
   * hyphen kept a blank.
   */
  private int behind(int next) {
    int j = anotherBehind(next) ? next + 3 : next;
    if (j < window.end && lexemes.kind(j) == Tokens.DASH) {
      j++;
    }
    if (j >= window.end || !lexemes.term(j).is(Tag.YEAR)) {
      return next;
    }
    j++;
    if (j < window.end && lexemes.kind(j) == Tokens.DASH) {
      j++;
    }
    return j < window.end && lexemes.term(j).is(Tag.OLD) ? j + 1 : next;
  }

  /** "- and 10" behind a first age: the years of both follow. */
  private boolean anotherBehind(int next) {
    return next + 2 < window.end
        && lexemes.kind(next) == Tokens.DASH
        && lexemes.term(next + 1).is(Tag.AND)
        && lexemes.kind(next + 2) == Tokens.NUMBER;
  }

  /** Whether "12- and 10-year-old" stands at {@code k}: as many persons as ages. */
  boolean areTwo(int k) {
    return window.numerals.read(k, window.end)
        && anotherBehind(window.numerals.next)
        && afterAge(k) > k;
  }

  /** "-year-old". */
  boolean ageAfter(int next) {
    return behind(next) > next;
  }
}
