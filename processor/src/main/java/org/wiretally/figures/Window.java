package org.wiretally.figures;

import org.wiretally.text.Tokens;

/**
 * The stretch of a text that is being cut into items. The readers of noun phrases, numbers and
 * grammar words share one and look no further. One for each text, moved from sentence to sentence.
 */
final class Window {
  /** Figures below are seldom years unless a preposition says so. */
  private static final int EARLIEST_YEAR = 1900;

  final Lexemes lexemes;
  final Tokens tokens;
  final Numerals numerals;

  /** The lexemes {@code [begin, end)}. */
  int begin;

  int end;

  Window(Lexemes lexemes) {
    this.lexemes = lexemes;
    this.tokens = lexemes.tokens();
    this.numerals = new Numerals(lexemes);
  }

  void move(int from, int to) {
    begin = from;
    end = to;
  }

  /** Whether the lexeme is a number in digits, whatever it counts. */
  static boolean isDigits(byte kind) {
    return kind >= Tokens.NUMBER && kind <= Tokens.HUGE;
  }

  boolean victimAt(int i) {
    return i < end && lexemes.term(i).victim();
  }

  /** Whether the words beside the number at {@code i} say that it counts persons. */
  boolean countsPersons(int i) {
    boolean preposition =
        i > begin
            && lexemes
                .term(i - 1)
                .isAny(
                    Tag.PREPOSITION.bit | Tag.AFTER.bit | Tag.FROM.bit | Tag.BY.bit | Tag.OF.bit);
    boolean hedged = i > begin && lexemes.term(i - 1).hedge != null;
    boolean recent = tokens.value(lexemes.token(i)) >= EARLIEST_YEAR;
    boolean verb = i > begin && lexemes.term(i - 1).transitive && !recent;
    boolean behind = i + 1 < end && lexemes.kind(i + 1) == Tokens.WORD && victimAt(i + 2);
    boolean victims = victimAt(i + 1) || behind || (!recent && triggerAt(i + 1));
    return (!preposition && (victims || verb)) || hedged;
  }

  /** "killed", "missing". */
  boolean triggerAt(int i) {
    return i < end
        && (lexemes.term(i).state != null
            || (lexemes.term(i).verb != null && lexemes.term(i).form(Term.PARTICIPLE)));
  }
}
