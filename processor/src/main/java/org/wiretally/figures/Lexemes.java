package org.wiretally.figures;

import org.jspecify.annotations.Nullable;
import org.wiretally.article.Span;
import org.wiretally.text.Tokens;

/**
 * A text's tokens with the lexicon's phrases taken together: the longest phrase wins. For one
 * thread, and for one text after the other, as the arrays are used again.
 */
final class Lexemes {
  private static final ItemType[] TYPES = ItemType.values();
  private static final int FLAGS = 8;
  private static final int TRAITS = 16;
  private static final int ALONE = 24;
  private static final int NOT_ALONE = (1 << ALONE) - 1;

  /** Of {@link #look}, what a name has: no word is of another kind than 0. */
  private static final int NAME = (Tokens.CAPITAL << FLAGS) | (Term.STRANGE << TRAITS);

  private static final int OF_NAME = NAME | 0xff;

  /** The place of {@link Tokens#HYPHENATED} among the flags. */
  private static final int HYPHENATED = Integer.numberOfTrailingZeros(Tokens.HYPHENATED);

  /** The place of {@link Term#STRANGE} in {@link #look}, of which the one of a capital is 0. */
  private static final int STRANGE = TRAITS + Integer.numberOfTrailingZeros(Term.STRANGE);

  /** By kind of token: what {@link #look} gives for one that is no word. */
  private static final int[] LOOK_OF_KIND = new int[Tokens.SYMBOL + 1];

  static {
    alone(ItemType.COMMA, Tokens.COMMA);
    alone(
        ItemType.BREAK, Tokens.SEMICOLON, Tokens.COLON, Tokens.DASH, Tokens.STOP, Tokens.QUESTION);
    alone(ItemType.OPEN, Tokens.OPEN);
    alone(ItemType.CLOSE, Tokens.CLOSE);
    alone(ItemType.QUOTE, Tokens.QUOTE);
    alone(ItemType.OTHER, Tokens.CURRENCY);
    for (byte kind = 0; kind < LOOK_OF_KIND.length; kind++) {
      LOOK_OF_KIND[kind] |= Term.STRANGE << TRAITS;
      LOOK_OF_KIND[kind] |= Window.isDigits(kind) ? Term.NUMBER << TRAITS : 0;
    }
    LOOK_OF_KIND[Tokens.NUMBER] |= Term.BACKGROUND << TRAITS;
  }

  private static void alone(ItemType type, byte... kinds) {
    for (byte kind : kinds) {
      LOOK_OF_KIND[kind] = look(type);
    }
  }

  private final Lexicon lexicon;
  private Tokens tokens = Tokens.none();

  /** By lexeme its first token, and behind the last lexeme one past the last token. */
  private int[] first = {0};

  /**
   * By lexeme, what is asked of every one, a byte each: the kind and the flags of its first token,
   * the traits of its term, and the type of the item that it is alone.
   */
  private int[] look = {};

  private Term[] term = {};
  private int size;
  private boolean gunfire;
  private int[] sentenceStart = {};

  /** By sentence: the traits that a lexeme of it has. */
  private byte[] sentenceTraits = {};

  Lexemes(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /** Turns to a text, forgetting the one before. */
  void read(Tokens of) {
    tokens = of;
    size = 0;
    if (look.length < of.size()) {
      int room = of.size() + of.size() / 2;
      first = new int[room + 1];
      look = new int[room];
      term = new Term[room];
    }
    if (sentenceStart.length <= of.sentences()) {
      sentenceStart = new int[of.sentences() * 2 + 1];
      sentenceTraits = new byte[sentenceStart.length];
    }
    gunfire = false;
    for (int s = 0; s < of.sentences(); s++) {
      sentenceStart[s] = size;
      int all = 0;
      int to = of.last(s);
      for (int t = of.first(s); t < to; ) {
        t = add(t, to);
        all |= look[size - 1];
      }
      sentenceTraits[s] = (byte) (all >>> TRAITS);
      gunfire |= (all & bits(Term.GUN)) != 0;
    }
    sentenceStart[of.sentences()] = size;
    first[size] = of.size();
  }

  private int add(int t, int stop) {
    byte kind = tokens.kind(t);
    int word = tokens.word(t);
    long entry = lexicon.entry(word);
    Term found = lexicon.own(word);
    int said = kind == Tokens.WORD ? Lexicon.look(entry) : LOOK_OF_KIND[kind];
    int to = t + 1;
    int node = Lexicon.node(entry);
    if (to < stop && lexicon.mayGoOn(node, tokens.word(to))) {
      for (int i = to; i < stop; i++) {
        node = lexicon.next(node, tokens.word(i));
        if (node == lexicon.root()) {
          break;
        }
        Term here = lexicon.term(node);
        if (here != null) {
          found = here;
          said = here.look;
          to = i + 1;
        }
      }
    }
    int flags = tokens.flags(t);
    // behind a hyphen or, where the grammar does not know it, with a capital
    int near = ((flags >> HYPHENATED) | (flags & (said >> STRANGE))) & 1;
    first[size] = t;
    look[size] = (said & (NOT_ALONE | (near - 1))) | (flags << FLAGS) | kind;
    term[size] = found;
    size++;
    return to;
  }

  /** What a term says of each lexeme that is of it, as far as every one is asked for it. */
  static int look(Term term) {
    return look(term.alone) | bits(term.traits);
  }

  private static int bits(byte traits) {
    return (traits & 0xff) << TRAITS;
  }

  @SuppressWarnings("EnumOrdinal") // the place lives in memory only; no data depends on the order
  private static int look(@Nullable ItemType alone) {
    return alone == null ? 0 : (alone.ordinal() + 1) << ALONE;
  }

  /** Whether the text tells of gunfire. */
  boolean gunfire() {
    return gunfire;
  }

  boolean jointAfterTens() {
    return lexicon.jointAfterTens();
  }

  Tokens tokens() {
    return tokens;
  }

  int size() {
    return size;
  }

  int sentenceStart(int sentence) {
    return sentenceStart[sentence];
  }

  Term term(int lexeme) {
    return term[lexeme];
  }

  /** What a punctuation mark is to the grammar; null for a word or a number. */
  static @Nullable ItemType markOf(byte kind) {
    int type = LOOK_OF_KIND[kind] >>> ALONE;
    return type == 0 ? null : TYPES[type - 1];
  }

  /** The type of the item that the lexeme is whatever stands around it; null where that decides. */
  @Nullable ItemType alone(int lexeme) {
    int type = look[lexeme] >>> ALONE;
    return type == 0 ? null : TYPES[type - 1];
  }

  /** As {@link Term#known} of the lexeme's term. */
  boolean known(int lexeme) {
    return !hasTrait(lexeme, Term.STRANGE);
  }

  /** Whether the lexeme is a word with a capital that the grammar does not know. */
  boolean name(int lexeme) {
    return (look[lexeme] & OF_NAME) == NAME;
  }

  boolean hasTrait(int lexeme, byte trait) {
    return (look[lexeme] & bits(trait)) != 0;
  }

  /** The traits that a lexeme of the sentence has. */
  byte sentenceTraits(int sentence) {
    return sentenceTraits[sentence];
  }

  /** The traits that a lexeme among {@code [from, to)} has. */
  byte traits(int from, int to) {
    int all = 0;
    for (int i = from; i < to; i++) {
      all |= look[i];
    }
    return (byte) (all >>> TRAITS);
  }

  byte kind(int lexeme) {
    return (byte) look[lexeme];
  }

  int token(int lexeme) {
    return first[lexeme];
  }

  int start(int lexeme) {
    return tokens.start(first[lexeme]);
  }

  int end(int lexeme) {
    return tokens.end(first[lexeme + 1] - 1);
  }

  boolean has(int lexeme, byte flag) {
    return (look[lexeme] & (flag << FLAGS)) != 0;
  }

  /** The span of lexemes {@code [from, to)}. */
  Span span(int from, int to) {
    return new Span(start(from), end(Math.max(from, to - 1)));
  }
}
