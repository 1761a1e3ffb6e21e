package org.wiretally.figures;

import org.wiretally.text.Tokens;

/**
 * The stretch of a text that is being cut into items. The readers of noun phrases, numbers and
 * grammar words share one and look no further. One for each text, moved from sentence to sentence.
 */
final class Window {
  /** Figures below are seldom years unless a preposition says so. */
  private static final int EARLIEST_YEAR = 1900;

  /** Letters of words that a headline gives a capital, as it may not give to "in". */
  private static final int LONGER = 4;

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

  /**
   * "Morrow Lynch", "Adam Hurt", "a Stunning Shot": a verb that stands with a capital beside a
   * name, where not every word has one as in a headline.
   */
  boolean inName(int i) {
    if (!lexemes.has(i, Tokens.CAPITAL) || lexemes.has(i, Tokens.UPPER) || !mayName(i)) {
      return false;
    }
    if (lexemes.kind(i - 1 < begin ? i : i - 1) == Tokens.QUOTE
        && i + 1 < end
        && lexemes.kind(i + 1) == Tokens.QUOTE) {
      // a song, "Hurt"
      return true;
    }
    boolean opens = i == begin || !lexemes.has(i - 1, Tokens.CAPITAL);
    boolean before = !opens && lexemes.name(i - 1) && (i - 1 > begin || lexemes.term(i - 1).given);
    boolean behind =
        opens
            && i + 1 < end
            && lexemes.name(i + 1)
            && (i == begin || lexemes.kind(i - 1) == Tokens.WORD);
    return (before || behind) && !capitalised(i);
  }

  private boolean mayName(int i) {
    Term t = lexemes.term(i);
    return t.verb != null && (t.form(Term.BASE) || t.verb.equals(Figure.SHOT));
  }

  /** Whether no fewer of the longer words have a capital than have none, the name at i apart. */
  private boolean capitalised(int i) {
    int from = i;
    while (from > begin && lexemes.has(from - 1, Tokens.CAPITAL)) {
      from--;
    }
    int to = i + 1;
    while (to < end && lexemes.has(to, Tokens.CAPITAL)) {
      to++;
    }
    int more = 0;
    for (int j = begin + 1; j < end; j++) {
      boolean longer = lexemes.end(j) - lexemes.start(j) >= LONGER;
      if (longer && lexemes.kind(j) == Tokens.WORD && (j < from || j >= to)) {
        more += lexemes.has(j, Tokens.CAPITAL) ? 1 : -1;
      }
    }
    return more >= 0;
  }

  /** "killed", "missing". */
  boolean triggerAt(int i) {
    return i < end
        && (lexemes.term(i).state != null
            || (lexemes.term(i).verb != null && lexemes.term(i).form(Term.PARTICIPLE)));
  }
}
