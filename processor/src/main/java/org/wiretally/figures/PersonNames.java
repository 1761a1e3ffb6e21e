package org.wiretally.figures;

import org.jspecify.annotations.Nullable;
import org.wiretally.text.Tokens;

/** Persons by name: "Lt. John Q. Smith", "police officer Ann Hill", "Carl \"Dre\" Marsh". */
final class PersonNames {
  private static final int LONGEST = 7;

  /** Letters of "VA", "IV". */
  private static final int INITIALS = 2;

  private final Window window;
  private final Lexemes lexemes;
  private final Names names;

  PersonNames(Window window, Names names) {
    this.window = window;
    this.lexemes = window.lexemes;
    this.names = names;
  }

  /** A title or given names and a surname: "Lt. John Q. Smith"; null where there is no such. */
  @Nullable Mention read(int j) {
    if ((window.tokens.upperCase() || inCapitals(j)) && !personInCapitals(j)) {
      return null;
    }
    int k = j;
    boolean person = true;
    int capitals = 0;
    int lastName = -1;
    while (k < window.end && k < j + LONGEST && lexemes.kind(k) == Tokens.WORD) {
      Term t = lexemes.term(k);
      if (!lexemes.has(k, Tokens.CAPITAL)) {
        if (t.is(Tag.TITLE) && k == j && k + 1 < window.end && lexemes.has(k + 1, Tokens.CAPITAL)) {
          k++;
          continue;
        }
        break;
      }
      if (t.is(Tag.COMPANY)) {
        person = false;
      }
      if (t.known() && !t.is(Tag.TITLE) && !window.inName(k)) {
        boolean noun = t.victim() || t.thing != null || t.is(Tag.CLAIMANT);
        if (k == j + 1 && lexemes.term(j).given && t.thing != null && !t.victim()) {
          // "Bob Day"
          capitals++;
          lastName = k++;
          continue;
        }
        if (!noun || k == j || window.tokens.upperCase()) {
          break;
        }
        person = false;
      } else if (!t.known() || !t.is(Tag.TITLE)) {
        capitals++;
        lastName = k;
      }
      k = pastNickname(k + 1);
    }
    if (k == j + 1 && acronym(j)) {
      return null;
    }
    boolean possessor = k < window.end && lexemes.term(k).genitive;
    boolean alone = capitals == 1 && k == j + 1 && j == window.begin && !possessor;
    if (capitals == 0
        || !person
        || (alone && !lexemes.term(j).given && !names.has(window.tokens, lexemes.token(j)))) {
      return null;
    }
    Mention m = Mention.one(j, Math.max(k, lastName + 1));
    m.nameFrom = j;
    m.nameTo = lastName + 1;
    m.sex = lexemes.term(j).given ? lexemes.term(j).sex : 0;
    m.head = Mention.Head.NAME;
    return m;
  }

  /** Past the quotes of {@code Carl "Dre" Marsh}, where the name goes on behind them. */
  private int pastNickname(int k) {
    if (k + 3 >= window.end || lexemes.kind(k) != Tokens.QUOTE) {
      return k;
    }
    for (int close = k + 2; close < k + 4 && close + 1 < window.end; close++) {
      if (lexemes.kind(close) == Tokens.QUOTE) {
        boolean name =
            lexemes.kind(close + 1) == Tokens.WORD
                && lexemes.has(close + 1, Tokens.CAPITAL)
                && !lexemes.known(close + 1);
        return name ? close + 1 : k;
      }
    }
    return k;
  }

  /**
   * "TNP", among words with small letters: a house and no person. Not asked behind a preposition,
   * where a name is no victim in either case.
   */
  private boolean acronym(int j) {
    return lexemes.has(j, Tokens.UPPER)
        && lexemes.end(j) - lexemes.start(j) > INITIALS
        && !window.tokens.upperCase()
        && !lexemes.term(j).given
        && !upperAt(j - 1)
        && !upperAt(j + 1)
        && !prepositionAt(j - 1);
  }

  private boolean prepositionAt(int i) {
    return i >= window.begin
        && lexemes.term(i).isAny(Tag.TO.bit | Tag.OF.bit | Tag.PREPOSITION.bit);
  }

  private boolean upperAt(int i) {
    return i >= window.begin
        && i < window.end
        && lexemes.has(i, Tokens.UPPER)
        && lexemes.end(i) - lexemes.start(i) > 1;
  }

  /** Whether a wire's headline in capitals, which runs into its text, goes on with a word held. */
  private boolean inCapitals(int j) {
    if (window.begin > 0) {
      return false;
    }
    if (upperAt(j) && upperAt(j - 1) && lexemes.known(j - 1)) {
      return true;
    }
    for (int k = j; k < window.end && k < j + LONGEST; k++) {
      if (lexemes.kind(k) != Tokens.WORD || !lexemes.has(k, Tokens.UPPER)) {
        return false;
      }
      if (lexemes.known(k) && lexemes.end(k) - lexemes.start(k) > 1) {
        return true;
      }
    }
    return false;
  }

  /** A given name with more behind it, or a surname that stands behind one elsewhere. */
  private boolean personInCapitals(int j) {
    Term t = lexemes.term(j);
    if (t.is(Tag.TITLE)) {
      return true;
    }
    boolean opens = j == window.begin || lexemes.kind(j - 1) != Tokens.WORD || lexemes.known(j - 1);
    if (!opens || t.known()) {
      return false;
    }
    boolean more =
        j + 1 < window.end && lexemes.kind(j + 1) == Tokens.WORD && !lexemes.known(j + 1);
    return t.given ? more : !more && names.has(window.tokens, lexemes.token(j));
  }

  /** A name right behind a noun: "police officer John Smith". */
  void behind(Mention m) {
    int k = m.to;
    if (window.tokens.upperCase()
        && !(k < window.end && lexemes.term(k).given && personInCapitals(k))) {
      return;
    }
    int from = k;
    while (k < window.end
        && k < from + 4
        && lexemes.kind(k) == Tokens.WORD
        && lexemes.has(k, Tokens.CAPITAL)
        && (!lexemes.known(k) || lexemes.term(k).is(Tag.TITLE))) {
      k++;
    }
    if (k > from && (m.noun.singular || (m.age >= 0 && m.noun == Term.UNKNOWN))) {
      m.nameFrom = from;
      m.nameTo = k;
      m.to = k;
    }
  }
}
