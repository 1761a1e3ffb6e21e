package org.wiretally.figures;

import org.wiretally.text.Tokens;

/**
 * What single words are to the grammar: a trigger ("killed", "dead", "murder", "death toll"), a
 * word between ("was", "and", "according to"), a name, or nothing.
 */
final class GrammarWords {
  private final Window window;
  private final Lexemes lexemes;

  GrammarWords(Window window) {
    this.window = window;
    this.lexemes = window.lexemes;
  }

  /** The item of the lexeme at {@code i}. */
  Item item(int i, Term t) {
    ItemType type = ItemType.OTHER;
    if (!t.known()) {
      boolean name = lexemes.has(i, Tokens.CAPITAL);
      return Item.word(name ? ItemType.NAME : ItemType.OTHER, i, t);
    }
    if (t.is(Tag.FORCED) && i > window.begin && lexemes.has(i, Tokens.CAPITAL) && named(i - 1)) {
      // "Treeline Drive"
      type = ItemType.NAME;
    } else if (t.toll != null) {
      type = ItemType.TOLL;
    } else if (t.homeward != null) {
      type = ItemType.HOMEWARD;
    } else if (t.fled != null) {
      type = ItemType.FLED;
    } else if (t.state != null && !(t.verb != null)) {
      type = ItemType.STATE;
    } else if (t.verb != null && t.verb.equals(Figure.SHOT) && aShot(i, t)) {
      type = ItemType.OTHER;
    } else if (t.is(Tag.BLOW) && !lexemes.gunfire()) {
      type = grammar(t);
    } else if (t.verb != null && !(t.act != null && nounHere(i, t))) {
      type = ItemType.VERB;
    } else if (t.act != null) {
      type = ItemType.ACT;
    } else {
      type = grammar(t);
    }
    return Item.word(type, i, t);
  }

  private boolean named(int i) {
    return !lexemes.term(i).known() && lexemes.has(i, Tokens.CAPITAL) && !window.tokens.upperCase();
  }

  /** "blocked a shot", "his shot". */
  private boolean aShot(int i, Term t) {
    return t.form(Term.PARTICIPLE)
        && i > window.begin
        && lexemes
            .term(i - 1)
            .isAny(Tag.ARTICLE.bit | Tag.POSSESSIVE.bit | Tag.DEFINITE.bit | Tag.NO.bit);
  }

  /** Whether "murder", "arrest", "shooting", "killing" stand as nouns here. */
  private boolean nounHere(int i, Term t) {
    boolean of = i + 1 < window.end && lexemes.term(i + 1).is(Tag.OF);
    if (i == window.begin) {
      return of;
    }
    Term before = lexemes.term(i - 1);
    boolean determined =
        before.isAny(
            Tag.ARTICLE.bit | Tag.DEFINITE.bit | Tag.POSSESSIVE.bit | Tag.OF.bit | Tag.NO.bit);
    determined |=
        lexemes.kind(i - 1) == Tokens.QUOTE
            && i - 2 >= window.begin
            && lexemes.term(i - 2).victim();
    if (t.form(Term.GERUND)) {
      return of || (determined && !before.is(Tag.OF)) || compound(i);
    }
    if (t.form(Term.BASE) && !t.form(Term.PAST | Term.PARTICIPLE) && compound(i)) {
      // "the Sand Creek massacre"
      return true;
    }
    boolean after = before.isAny(Tag.PREPOSITION.bit | Tag.BY.bit | Tag.AFTER.bit | Tag.WITH.bit);
    return of || determined || (after && t.form(Term.BASE));
  }

  /**
   * "the Edenton shooting suspect", "after the Harbour shooting": a gerund within a noun phrase.
   */
  private boolean compound(int i) {
    if (i + 1 < window.end && lexemes.term(i + 1).is(Tag.CASE_NOUN)) {
      return true;
    }
    boolean name = !lexemes.term(i - 1).known() && lexemes.has(i - 1, Tokens.CAPITAL);
    boolean object =
        i + 1 < window.end
            && (Window.isDigits(lexemes.kind(i + 1))
                || lexemes.term(i + 1).numberKind != null
                || lexemes.term(i + 1).hedge != null
                || lexemes.term(i + 1).vague
                || lexemes.term(i + 1).victim()
                || lexemes
                    .term(i + 1)
                    .isAny(Tag.ARTICLE.bit | Tag.DEFINITE.bit | Tag.POSSESSIVE.bit | Tag.HE.bit));
    return name && !object && !window.tokens.upperCase();
  }

  private static final Tag[] ORDER = {
    Tag.ACCORDING,
    Tag.BE,
    Tag.HAVE,
    Tag.DO,
    Tag.MODAL,
    Tag.FUTURE,
    Tag.NOT,
    Tag.AND,
    Tag.BUT,
    Tag.OF,
    Tag.BY,
    Tag.TO,
    Tag.IF,
    Tag.WHERE,
    Tag.AFTER,
    Tag.BECAUSE,
    Tag.RELATIVE,
    Tag.INCLUDING,
    Tag.DENY,
    Tag.FEAR,
    Tag.LIGHT,
    Tag.TAKER,
    Tag.FORCED,
    Tag.SAID,
    Tag.TOLLVERB,
    Tag.FINITE,
    Tag.FROM,
    Tag.AT,
    Tag.WITH,
    Tag.PREPOSITION,
    Tag.ADVERB,
    Tag.OR
  };

  private static ItemType grammar(Term t) {
    for (Tag tag : ORDER) {
      if (!t.is(tag)) {
        continue;
      }
      return switch (tag) {
        case ACCORDING -> ItemType.ACCORDING;
        case BE -> ItemType.BE;
        case HAVE -> ItemType.HAVE;
        case DO -> ItemType.DO;
        case MODAL, FUTURE -> ItemType.MODAL;
        case NOT -> ItemType.NOT;
        case AND, OR -> ItemType.AND;
        case BUT -> ItemType.BUT;
        case OF -> ItemType.OF;
        case BY -> ItemType.BY;
        case TO -> ItemType.TO;
        case IF -> ItemType.IF;
        case WHERE -> ItemType.WHERE;
        case AFTER, BECAUSE -> ItemType.AFTER;
        case RELATIVE -> ItemType.RELATIVE;
        case INCLUDING -> ItemType.INCLUDING;
        case DENY -> ItemType.DENY;
        case FEAR -> ItemType.FEAR;
        case LIGHT -> ItemType.LIGHT;
        case TAKER -> ItemType.TAKER;
        case FORCED -> ItemType.FORCED;
        case SAID -> ItemType.SAID;
        case TOLLVERB -> ItemType.TOLLVERB;
        case FINITE -> ItemType.FINITE;
        case FROM, AT, WITH, PREPOSITION -> ItemType.PREPOSITION;
        case ADVERB -> ItemType.ADVERB;
        default -> ItemType.OTHER;
      };
    }
    return ItemType.OTHER;
  }
}
