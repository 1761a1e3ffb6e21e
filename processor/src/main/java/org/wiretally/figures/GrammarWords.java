package org.wiretally.figures;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
    if (window.inName(i)) {
      type = ItemType.NAME;
    } else if (t.is(Tag.FORCED)
        && i > window.begin
        && lexemes.has(i, Tokens.CAPITAL)
        && named(i - 1)) {
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
      type = t.between;
    } else if (t.verb != null && !(t.act != null && nounHere(i, t))) {
      type = ItemType.VERB;
    } else if (t.act != null) {
      type = ItemType.ACT;
    } else {
      type = t.between;
    }
    return Item.word(type, i, t);
  }

  /** The type that {@link #item} gives the word wherever it stands; null where that depends. */
  static @Nullable ItemType alone(Term t) {
    boolean asked = t.calendar || t.numberKind != null || t.pronoun;
    if (asked || (t.known() && t.opensMention)) {
      return null;
    }
    if (!t.known()) {
      return ItemType.OTHER;
    }
    if (t.is(Tag.FORCED) || t.is(Tag.BLOW)) {
      return null;
    }
    if (t.toll != null) {
      return ItemType.TOLL;
    }
    if (t.homeward != null) {
      return ItemType.HOMEWARD;
    }
    if (t.fled != null) {
      return ItemType.FLED;
    }
    if (t.verb == null) {
      return t.state != null ? ItemType.STATE : t.act != null ? ItemType.ACT : between(t);
    }
    boolean asNoun = t.act != null || t.verb.equals(Figure.SHOT);
    return asNoun || t.form(Term.BASE) ? null : ItemType.VERB;
  }

  private boolean named(int i) {
    return !lexemes.known(i) && lexemes.has(i, Tokens.CAPITAL) && !window.tokens.upperCase();
  }

  /** "blocked a shot", "his shot", "the sixth shot". */
  private boolean aShot(int i, Term t) {
    if (!t.form(Term.PARTICIPLE) || i == window.begin) {
      return false;
    }
    return lexemes.term(i - 1).ordinal > 0
        || lexemes.kind(i - 1) == Tokens.ORDINAL
        || lexemes
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
    boolean name = !lexemes.known(i - 1) && lexemes.has(i - 1, Tokens.CAPITAL);
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

  /** What a word between is; of a word with several parts the first here decides. */
  private static final Map<Tag, ItemType> BETWEEN = new LinkedHashMap<>();

  static {
    BETWEEN.put(Tag.ACCORDING, ItemType.ACCORDING);
    BETWEEN.put(Tag.BE, ItemType.BE);
    BETWEEN.put(Tag.HAVE, ItemType.HAVE);
    BETWEEN.put(Tag.DO, ItemType.DO);
    BETWEEN.put(Tag.MODAL, ItemType.MODAL);
    BETWEEN.put(Tag.FUTURE, ItemType.MODAL);
    BETWEEN.put(Tag.NOT, ItemType.NOT);
    BETWEEN.put(Tag.AND, ItemType.AND);
    BETWEEN.put(Tag.BUT, ItemType.BUT);
    BETWEEN.put(Tag.OF, ItemType.OF);
    BETWEEN.put(Tag.BY, ItemType.BY);
    BETWEEN.put(Tag.TO, ItemType.TO);
    BETWEEN.put(Tag.IF, ItemType.IF);
    BETWEEN.put(Tag.WHERE, ItemType.WHERE);
    BETWEEN.put(Tag.AFTER, ItemType.AFTER);
    BETWEEN.put(Tag.BECAUSE, ItemType.AFTER);
    BETWEEN.put(Tag.RELATIVE, ItemType.RELATIVE);
    BETWEEN.put(Tag.INCLUDING, ItemType.INCLUDING);
    BETWEEN.put(Tag.DENY, ItemType.DENY);
    BETWEEN.put(Tag.FEAR, ItemType.FEAR);
    BETWEEN.put(Tag.LIGHT, ItemType.LIGHT);
    BETWEEN.put(Tag.TAKER, ItemType.TAKER);
    BETWEEN.put(Tag.FORCED, ItemType.FORCED);
    BETWEEN.put(Tag.SAID, ItemType.SAID);
    BETWEEN.put(Tag.TOLLVERB, ItemType.TOLLVERB);
    BETWEEN.put(Tag.FINITE, ItemType.FINITE);
    BETWEEN.put(Tag.FROM, ItemType.PREPOSITION);
    BETWEEN.put(Tag.AT, ItemType.PREPOSITION);
    BETWEEN.put(Tag.WITH, ItemType.PREPOSITION);
    BETWEEN.put(Tag.PREPOSITION, ItemType.PREPOSITION);
    BETWEEN.put(Tag.ADVERB, ItemType.ADVERB);
    BETWEEN.put(Tag.OR, ItemType.AND);
  }

  /** The type of a word that is no trigger. */
  static ItemType between(Term t) {
    for (Map.Entry<Tag, ItemType> entry : BETWEEN.entrySet()) {
      if (t.is(entry.getKey())) {
        return entry.getValue();
      }
    }
    return ItemType.OTHER;
  }
}
