package org.wiretally.figures;

import org.jspecify.annotations.Nullable;
import org.wiretally.text.Tokens;

/** How many: "26", "at least two dozen", "between 20 and 30", "several", "no", "both". */
final class Quantities {
  private final Window window;
  private final Lexemes lexemes;
  private final Ages ages;

  Quantities(Window window, Ages ages) {
    this.window = window;
    this.lexemes = window.lexemes;
    this.ages = ages;
  }

  /** Reads number words at {@code j} into the mention; sets its quantity and its end. */
  boolean read(Mention m, int j, @Nullable Term hedge, boolean between) {
    Term t = lexemes.term(j);
    if (!t.quantifies && lexemes.kind(j) == Tokens.WORD) {
      return false;
    }
    if (t.is(Tag.BOTH) && !t.is(Tag.ADVERB)) {
      return set(m, Quantity.exact(2), j + 1);
    }
    if ((t.both && !joins(j)) || t.is(Tag.COUPLE)) {
      m.both = t.both;
      return set(m, Quantity.exact(2), j + 1);
    }
    if (t.vague) {
      Long high = t.high == Long.MAX_VALUE ? null : t.high;
      return set(m, new Quantity(t.low, null, high, Qualifier.VAGUE), j + 1);
    }
    if (t.is(Tag.NO) && j + 1 < window.end && countable(lexemes.term(j + 1))) {
      return set(m, Quantity.exact(0), j + 1);
    }
    if (!window.numerals.read(j, window.end)) {
      return false;
    }
    long value = window.numerals.value;
    int next = window.numerals.next;
    if (next < window.end && ages.ageAfter(next)) {
      return false;
    }
    if (next < window.end
        && lexemes.has(next, Tokens.HYPHENATED)
        && lexemes.kind(next) == Tokens.WORD) {
      // "two-car garage", "26-member", but "20-to-30"
      boolean source = lexemes.term(next).is(Tag.CLAIMANT) && next + 1 >= window.end;
      if (!lexemes.term(next).is(Tag.TO) && lexemes.term(next).numberKind == null && !source) {
        return false;
      }
    }
    boolean joint =
        next < window.end
            && (lexemes.term(next).is(Tag.TO)
                || (between && lexemes.term(next).is(Tag.AND))
                || lexemes.term(next).phrase.equals("or")
                || (lexemes.kind(next) == Tokens.NUMBER && lexemes.has(next, Tokens.HYPHENATED)));
    if (joint && j > window.begin && lexemes.term(j - 1).is(Tag.FROM)) {
      // "rose from 26 to 31"
      joint = false;
    }
    boolean tight = joint && lexemes.kind(next) == Tokens.NUMBER;
    if (joint
        && window.numerals.read(tight ? next : next + 1, window.end)
        && window.numerals.value > value) {
      long high = window.numerals.value;
      return set(
          m,
          new Quantity(value, value + (high - value) / 2, high, Qualifier.RANGE),
          window.numerals.next);
    }
    if (next < window.end && lexemes.term(next).afterHedge != null) {
      Term after = lexemes.term(next);
      boolean more = next + 1 >= window.end || !window.numerals.read(next + 1, window.end);
      if (more && !after.phrase.equals("plus")) {
        return set(m, bounded(value, after.afterHedge, false), next + 1);
      }
    }
    Qualifier qualifier = hedge == null ? Qualifier.EXACT : hedge.hedge;
    return set(m, bounded(value, qualifier, hedge != null && hedge.below), next);
  }

  private static boolean countable(Term term) {
    return term.victim() || term.count != null || term.is(Tag.OTHERS);
  }

  private static boolean set(Mention m, Quantity quantity, int to) {
    m.quantity = quantity;
    m.to = to;
    m.quantityTo = to;
    return true;
  }

  /** The codebook's table of hedges. An ABOUT covers a tenth on both sides. */
  static Quantity bounded(long n, @Nullable Qualifier qualifier, boolean below) {
    if (qualifier == null) {
      return Quantity.exact(n);
    }
    long tenth = Math.max(1, n / 10);
    return switch (qualifier) {
      case AT_LEAST -> new Quantity(n, n, null, qualifier);
      case MORE_THAN -> new Quantity(n + 1, n, null, qualifier);
      case ABOUT -> new Quantity(Math.max(0, n - tenth), n, below ? n : n + tenth, qualifier);
      case UP_TO -> new Quantity(0L, null, n, qualifier);
      case FEWER_THAN -> new Quantity(null, null, Math.max(0, n - 1), qualifier);
      default -> Quantity.exact(n);
    };
  }

  /** "both Gaulish and Belgic civilians": of two kinds, not two persons. */
  private boolean joins(int both) {
    return both + 2 < window.end
        && !lexemes.known(both + 1)
        && lexemes.term(both + 2).is(Tag.AND)
        && window.victimAt(both + 4);
  }
}
