package org.wiretally.figures;

import org.jspecify.annotations.Nullable;
import org.wiretally.text.Tokens;

/** Persons by pronoun: "he", "someone", "nobody", "killing her". */
final class Pronouns {
  /** What stands for persons without a look at what is behind it, "they" apart. */
  static final long ANYWHERE =
      Tag.HE.bit | Tag.SHE.bit | Tag.THEY.bit | Tag.HIMSELF.bit | Tag.SOMEONE.bit | Tag.NONE.bit;

  private final Window window;
  private final Lexemes lexemes;

  Pronouns(Window window) {
    this.window = window;
    this.lexemes = window.lexemes;
  }

  /** The pronoun at {@code i}, or null where it is none or stands before a noun. */
  @Nullable Mention read(int i, Term term) {
    if (term.isAny(ANYWHERE) && !(term.is(Tag.THEY) && nextCounts(i))) {
      return mention(i, term);
    }
    if (term.is(Tag.OBJECT_PRONOUN) && endsObject(i + 1)) {
      return mention(i, term);
    }
    if (term.one && i - 1 > window.begin && noOne(i)) {
      Mention none = mention(i, term);
      none.quantity = Quantity.exact(0);
      none.head = Mention.Head.NUMBER;
      return none;
    }
    return null;
  }

  /** "no - one" in a text tokenised by blanks. */
  private boolean noOne(int i) {
    return lexemes.kind(i - 1) == Tokens.DASH && lexemes.term(i - 2).is(Tag.NO);
  }

  /** "killing her, and": no noun follows the possessive. */
  private boolean endsObject(int i) {
    if (i >= window.end || lexemes.kind(i) != Tokens.WORD) {
      return true;
    }
    Term t = lexemes.term(i);
    return t.isAny(
            Tag.AND.bit
                | Tag.PREPOSITION.bit
                | Tag.AFTER.bit
                | Tag.BY.bit
                | Tag.TO.bit
                | Tag.BUT.bit
                | Tag.RELATIVE.bit
                | Tag.WHERE.bit
                | Tag.WITH.bit)
        || t.weekday > 0
        || t.is(Tag.ADVERB)
        || (t.state != null && !window.victimAt(i + 1));
  }

  private boolean nextCounts(int i) {
    return i + 1 < window.end
        && (lexemes.kind(i + 1) == Tokens.NUMBER
            || lexemes.term(i + 1).numberKind != null
            || lexemes.term(i + 1).victim()
            || lexemes.term(i + 1).is(Tag.DEFINITE));
  }

  private Mention mention(int i, Term term) {
    Mention m = new Mention(i);
    m.to = i + 1;
    m.quantityTo = i + 1;
    m.pronoun = true;
    m.reflexive = term.is(Tag.HIMSELF);
    m.noun = term;
    if (term.is(Tag.HE)) {
      m.single = true;
      m.sex = 'm';
    } else if (term.is(Tag.SHE) || term.phrase.equals("her")) {
      m.single = true;
      m.sex = 'f';
    } else if (term.is(Tag.HIMSELF)) {
      m.single = !term.phrase.equals("themselves");
      m.sex = term.phrase.equals("himself") ? 'm' : term.phrase.equals("herself") ? 'f' : 0;
    } else if (term.is(Tag.SOMEONE)) {
      m.single = false;
    } else if (term.is(Tag.NONE)) {
      m.quantity = Quantity.exact(0);
      m.head = Mention.Head.NUMBER;
      return m;
    }
    if (m.single) {
      m.quantity = Quantity.exact(1);
    }
    return m;
  }
}
