package org.wiretally.figures;

import org.jspecify.annotations.Nullable;

/** One chunk of a sentence. */
final class Item {

  final ItemType type;
  final int from;
  final int to;
  final Term term;
  final @Nullable Mention mention;

  /** The item of a single lexeme that is no mention. */
  static Item word(ItemType type, int lexeme, Term term) {
    return new Item(type, lexeme, lexeme + 1, term, null);
  }

  Item(ItemType type, int from, int to, Term term, @Nullable Mention mention) {
    this.type = type;
    this.from = from;
    this.to = to;
    this.term = term;
    this.mention = mention;
  }
}
