package org.wiretally.figures;

import org.jspecify.annotations.Nullable;
import org.wiretally.text.Tokens;

/**
 * The number grammar: whole numbers in digits, words and both ("1.2 million", "two dozen",
 * "twenty-six"), ranges, and counts without a number ("scores"). Not thread-safe: one for each
 * text.
 */
final class Numerals {
  private static final long LIMIT = 20_000_000_000L;

  private final Lexemes lexemes;

  /** "treinta y cinco" rather than "two hundred and six". */
  private final boolean jointAfterTens;

  /** Results of the last {@link #read}: the value and one past the last lexeme. */
  long value;

  int next;

  Numerals(Lexemes lexemes) {
    this.lexemes = lexemes;
    this.jointAfterTens = lexemes.jointAfterTens();
  }

  /** Reads a cardinal at a lexeme; false where there is none. */
  boolean read(int at, int end) {
    if (at >= end) {
      return false;
    }
    byte kind = lexemes.kind(at);
    if (kind == Tokens.NUMBER) {
      value = lexemes.tokens().value(lexemes.token(at));
      next = at + 1;
      multipliers(end);
      return value <= LIMIT;
    }
    if (kind == Tokens.DECIMAL) {
      long scaled = lexemes.tokens().value(lexemes.token(at));
      Term multiplier = at + 1 < end ? lexemes.term(at + 1) : Term.UNKNOWN;
      if (multiplier.numberKind != Term.NumberKind.MULTIPLIER
          || scaled > Long.MAX_VALUE / multiplier.number) {
        return false;
      }
      value = scaled * multiplier.number / Tokens.DECIMAL_SCALE;
      next = at + 2;
      return value <= LIMIT;
    }
    return lexemes.term(at).quantifies && words(at, end) && value <= LIMIT;
  }

  private void multipliers(int end) {
    while (next < end) {
      Term term = lexemes.term(next);
      boolean multiplies =
          term.numberKind == Term.NumberKind.MULTIPLIER
              || term.numberKind == Term.NumberKind.HUNDRED
              || term.numberKind == Term.NumberKind.DOZEN;
      if (!multiplies || value > LIMIT) {
        return;
      }
      value *= term.number;
      next++;
    }
  }

  private boolean words(int at, int end) {
    long total = 0;
    long part = 0;
    int i = at;
    boolean any = false;
    Term.@Nullable NumberKind before = null;
    while (i < end) {
      Term term = lexemes.term(i);
      Term.NumberKind kind = term.numberKind;
      if (kind == null) {
        boolean joins = term.joint && any && joinsWithin(before, i + 1, end);
        boolean article = !any && i == at && term.is(Tag.ARTICLE) && multiplierAt(i + 1, end);
        if (!joins && !article) {
          break;
        }
        i++;
        continue;
      }
      if (kind == Term.NumberKind.HALF) {
        int after = i + 1;
        if (after < end && lexemes.term(after).is(Tag.ARTICLE)) {
          after++;
        }
        if (any || !multiplierAt(after, end)) {
          break;
        }
        value = lexemes.term(after).number / 2;
        next = after + 1;
        return true;
      }
      if (!follows(before, kind, part)) {
        break;
      }
      switch (kind) {
        case UNIT, TENS, HUNDREDS -> part += term.number;
        case HUNDRED, DOZEN -> part = Math.max(1, part) * term.number;
        default -> {
          total += Math.max(1, part) * term.number;
          part = 0;
        }
      }
      if (total > LIMIT) {
        return false;
      }
      any = true;
      before = kind;
      i++;
    }
    value = total + part;
    next = i;
    return any;
  }

  private boolean multiplierAt(int i, int end) {
    Term.NumberKind kind = i < end ? lexemes.term(i).numberKind : null;
    return kind == Term.NumberKind.HUNDRED
        || kind == Term.NumberKind.MULTIPLIER
        || kind == Term.NumberKind.DOZEN;
  }

  /** "two hundred and six", "thirty y cinco"; not "twenty and thirty". */
  private boolean joinsWithin(Term.@Nullable NumberKind before, int i, int end) {
    if (i >= end) {
      return false;
    }
    Term.NumberKind kind = lexemes.term(i).numberKind;
    boolean small = kind == Term.NumberKind.UNIT || kind == Term.NumberKind.TENS;
    if (jointAfterTens) {
      return kind == Term.NumberKind.UNIT && before == Term.NumberKind.TENS;
    }
    return small && (before == Term.NumberKind.HUNDRED || before == Term.NumberKind.MULTIPLIER);
  }

  private static boolean follows(
      Term.@Nullable NumberKind before, Term.NumberKind kind, long part) {
    if (before == null) {
      return true;
    }
    return switch (kind) {
      case UNIT -> before != Term.NumberKind.UNIT && before != Term.NumberKind.DOZEN;
      case TENS ->
          before == Term.NumberKind.HUNDRED
              || before == Term.NumberKind.HUNDREDS
              || before == Term.NumberKind.MULTIPLIER;
      case HUNDREDS -> before == Term.NumberKind.MULTIPLIER;
      case HUNDRED -> before == Term.NumberKind.UNIT && part < 100;
      case DOZEN -> before != Term.NumberKind.DOZEN && part < 100;
      case MULTIPLIER -> true;
      case HALF -> false;
    };
  }
}
