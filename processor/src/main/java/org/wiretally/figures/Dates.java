package org.wiretally.figures;

import org.jspecify.annotations.Nullable;
import org.wiretally.text.Tokens;

/** Days, dates and years: numbers that count nothing. */
final class Dates {
  private final Window window;
  private final Lexemes lexemes;
  private final KeptApart keptApart;

  Dates(Window window, KeptApart keptApart) {
    this.window = window;
    this.lexemes = window.lexemes;
    this.keptApart = keptApart;
  }

  /** Month names and weekdays with their numbers: "8 January 2022", "Saturday (8)", "Sept. 8". */
  @Nullable Item item(int i) {
    Term term = lexemes.term(i);
    int to = i;
    if (isMonth(i)) {
      to = i + 1;
      if (isDay(to) && !window.victimAt(to + 1)) {
        to++;
      }
      to = yearAfter(to);
    } else if (lexemes.kind(i) == Tokens.NUMBER && isDay(i) && isMonth(i + 1)) {
      to = yearAfter(i + 2);
    } else if (lexemes.kind(i) == Tokens.ORDINAL && isMonth(i + 1)) {
      to = yearAfter(i + 2);
    } else if (term.weekday > 0) {
      to = i + 1;
      if (to + 2 < window.end
          && lexemes.kind(to) == Tokens.OPEN
          && isDay(to + 1)
          && lexemes.kind(to + 2) == Tokens.CLOSE) {
        to += 3;
      }
    } else if (term.is(Tag.TODAY) || term.is(Tag.YESTERDAY)) {
      to = i + 1;
    }
    if (to == i) {
      return null;
    }
    keptApart.numbers(i, to, "date");
    return new Item(ItemType.TIME, i, to, term, null);
  }

  private boolean isMonth(int i) {
    return i < window.end
        && i >= window.begin
        && lexemes.term(i).month > 0
        && (lexemes.has(i, Tokens.CAPITAL) || !lexemes.term(i).is(Tag.MODAL))
        && !(lexemes.term(i).is(Tag.MODAL)
            && !isDay(i + 1)
            && !(i > window.begin && (isDay(i - 1) || lexemes.term(i - 1).is(Tag.PREPOSITION))));
  }

  /** "19 April", "May". */
  boolean dateAt(int i) {
    return (isDay(i) && isMonth(i + 1)) || isMonth(i);
  }

  private boolean isDay(int i) {
    if (i >= window.end || i < window.begin) {
      return false;
    }
    byte kind = lexemes.kind(i);
    return (kind == Tokens.NUMBER || kind == Tokens.ORDINAL)
        && (kind == Tokens.ORDINAL || window.tokens.value(lexemes.token(i)) <= 31);
  }

  private int yearAfter(int i) {
    int at = i < window.end && lexemes.kind(i) == Tokens.COMMA ? i + 1 : i;
    if (at < window.end && lexemes.kind(at) == Tokens.NUMBER) {
      long value = window.tokens.value(lexemes.token(at));
      boolean shortYear = at == i && value >= 60 && value < 100 && !window.victimAt(at + 1);
      if (isYear(at) || shortYear) {
        return at + 1;
      }
    }
    return i;
  }

  /** Four digits as years have them. */
  boolean isYear(int i) {
    if (i >= window.end || lexemes.kind(i) != Tokens.NUMBER || lexemes.has(i, Tokens.GROUPED)) {
      return false;
    }
    long value = window.tokens.value(lexemes.token(i));
    return value >= 1000 && value < 2100 && lexemes.end(i) - lexemes.start(i) == 4;
  }
}
