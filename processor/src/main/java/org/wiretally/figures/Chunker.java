package org.wiretally.figures;

import org.wiretally.text.Tokens;

/**
 * Cuts a sentence into {@link Item}s: noun phrases with their quantities, triggers, and the words
 * of the grammar between them. Numbers that count no persons are kept with the reason.
 *
 * <p>Every look ahead is bounded, so the cost is linear in the sentence. One for each text.
 */
final class Chunker {
  /** Items between two dashes that make a bracket. */
  private static final int PARENTHESIS = 12;

  /** Words of a chain that is no compound ("17-year-old", "shot-to-death") any more. */
  private static final int CHAIN = 5;

  private final Lexemes lexemes;
  private final Window window;
  private final KeptApart keptApart;
  private final Dates dates;
  private final Distractors distractors;
  private final NounPhrases phrases;
  private final GrammarWords words;
  private final Items items;

  /**
   * @param items takes the items of each sentence
   */
  Chunker(Lexemes lexemes, Names names, KeptApart keptApart, Items items) {
    this.items = items;
    this.lexemes = lexemes;
    this.window = new Window(lexemes);
    this.keptApart = keptApart;
    this.dates = new Dates(window, keptApart);
    Ages ages = new Ages(window);
    this.distractors = new Distractors(window, dates, ages, keptApart);
    this.phrases = new NounPhrases(window, distractors, dates, ages, names, keptApart);
    this.words = new GrammarWords(window);
  }

  /** Cuts the lexemes {@code [from, to)} into items. */
  void chunk(int from, int to) {
    window.move(from, to);
    items.clear();
    boolean dashes = false;
    for (int i = from; i < to; ) {
      ItemType alone = lexemes.alone(i);
      dashes |= lexemes.kind(i) == Tokens.DASH;
      if (alone == null) {
        Item item = item(i);
        items.add(item);
        i = item.to;
      } else {
        items.word(alone, i, lexemes.term(i), lexemes.hasTrait(i, Term.RULED));
        i++;
      }
    }
    if (dashes) {
      parentheses();
    }
  }

  /** "three people -- two men and a boy -- were": a pair of dashes close together is a bracket. */
  private void parentheses() {
    int open = -1;
    for (int k = 0; k < items.size(); k++) {
      Item item = items.get(k);
      if (item.type != ItemType.BREAK) {
        continue;
      }
      boolean dash = lexemes.kind(item.from) == Tokens.DASH;
      if (dash && open >= 0 && k - open <= PARENTHESIS) {
        items.set(open, Item.word(ItemType.OPEN, items.get(open).from, Term.UNKNOWN));
        items.set(k, Item.word(ItemType.CLOSE, item.from, Term.UNKNOWN));
        open = -1;
      } else {
        open = dash ? k : -1;
      }
    }
  }

  /** Gives the numbers of a sentence without any trigger their reasons. */
  void passing(int from, int to) {
    window.move(from, to);
    for (int i = from; i < to; ) {
      if (!lexemes.hasTrait(i, Term.NUMBER)) {
        i++;
        continue;
      }
      Item item = item(i);
      if (item.mention != null) {
        keptApart.untaken(item.mention);
      }
      i = item.to;
    }
  }

  /** "the-walking-dead-board-game": words that hyphens chain are an address or a product. */
  private boolean slug(int i) {
    int from = i;
    while (from > window.begin && i - from < CHAIN && lexemes.has(from, Tokens.HYPHENATED)) {
      from--;
    }
    int to = i + 1;
    while (to < window.end && to - from < CHAIN && lexemes.has(to, Tokens.HYPHENATED)) {
      to++;
    }
    return to - from >= CHAIN;
  }

  /** "Rates held / Keane flees reporters": between headlines. */
  private boolean slashAlone(int i) {
    String text = window.tokens.text();
    int at = lexemes.start(i);
    return text.charAt(at) == '/'
        && at > 0
        && text.charAt(at - 1) == ' '
        && at + 1 < text.length()
        && text.charAt(at + 1) == ' ';
  }

  /** The item at a lexeme that its neighbours may have a say in. */
  private Item item(int i) {
    byte kind = lexemes.kind(i);
    Term term = lexemes.term(i);
    if (lexemes.has(i, Tokens.HYPHENATED) && slug(i)) {
      return Item.word(ItemType.OTHER, i, Term.UNKNOWN);
    }
    if (lexemes.name(i) && (term == Term.UNKNOWN || (term.given && term.marginal))) {
      Mention person = phrases.name(i);
      return person == null
          ? Item.word(ItemType.NAME, i, term)
          : new Item(ItemType.MENTION, i, person.to, person.noun, person);
    }
    if (kind == Tokens.SYMBOL) {
      return Item.word(slashAlone(i) ? ItemType.BREAK : ItemType.OTHER, i, term);
    }
    ItemType mark = Lexemes.markOf(kind);
    if (mark != null) {
      return Item.word(mark, i, term);
    }
    if (kind != Tokens.WORD || term.calendar) {
      Item time = dates.item(i);
      if (time != null) {
        return time;
      }
    }
    if (kind != Tokens.WORD || term.numberKind != null) {
      Item rejected = distractors.item(i);
      if (rejected != null) {
        return rejected;
      }
    }
    Mention mention = phrases.read(i);
    if (mention != null) {
      return new Item(ItemType.MENTION, i, mention.to, mention.noun, mention);
    }
    return words.item(i, term);
  }
}
