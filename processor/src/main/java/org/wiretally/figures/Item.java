package org.wiretally.figures;

import org.jspecify.annotations.Nullable;

/** One chunk of a sentence; read-only while the sentence is read. */
final class Item {
  ItemType type;
  int from;
  int to;
  Term term;
  final @Nullable Mention mention;

  /** The item of a single lexeme that is no mention. */
  static Item word(ItemType type, int lexeme, Term term) {
    return new Item(type, lexeme, lexeme + 1, term, null);
  }

  /** Makes the item of a word that of another: {@link Items} uses them again. */
  void turn(ItemType itsType, int lexeme, Term itsTerm) {
    type = itsType;
    from = lexeme;
    to = lexeme + 1;
    term = itsTerm;
  }

  Item(ItemType type, int from, int to, Term term, @Nullable Mention mention) {
    this.type = type;
    this.from = from;
    this.to = to;
    this.term = term;
    this.mention = mention;
  }
}
