package org.wiretally.figures;

import org.jspecify.annotations.Nullable;
import org.wiretally.article.Span;

/**
 * The place that a clause names behind its victims or its verb: "12 died in Oslo, two in Bergen";
 * where it names none there, the one before them: "in Oslo, a fire killed 12". The name as the text
 * writes it; what it means is decided elsewhere.
 */
final class Whereabouts {
  private static final int REACH = 7;
  private static final int REACH_BACK = 14;

  private final Clauses clauses;
  private final Lexemes lexemes;

  Whereabouts(Clauses clauses, Lexemes lexemes) {
    this.clauses = clauses;
    this.lexemes = lexemes;
  }

  /** The name behind the item at {@code k}, else the one before the mention at {@code victims}. */
  @Nullable Span around(int k, int victims) {
    Span behind = behind(k);
    return behind != null ? behind : before(victims);
  }

  /** None past somebody who speaks: he may sit elsewhere. */
  private @Nullable Span before(int k) {
    for (int j = k - 1; j >= 0 && k - j <= REACH_BACK; j--) {
      Item item = clauses.at(j);
      switch (item.type) {
        case PREPOSITION -> {
          Span name = item.term.is(Tag.LOCATIVE) ? name(past(j + 1)) : null;
          if (name != null) {
            return name;
          }
        }
        case MENTION -> {
          if (clauses.mention(j).counted()) {
            return null;
          }
        }
        case AND, BREAK, RELATIVE, BUT, AFTER, SAID -> {
          return null;
        }
        default -> {}
      }
    }
    return null;
  }

  /** The name behind the item at {@code k}, or null where the clause ends without one. */
  private @Nullable Span behind(int k) {
    for (int j = k + 1; j < clauses.size() && j - k <= REACH; j++) {
      Item item = clauses.at(j);
      switch (item.type) {
        case PREPOSITION -> {
          Span name = item.term.is(Tag.LOCATIVE) ? name(past(j + 1)) : null;
          if (name != null) {
            return name;
          }
        }
        case MENTION -> {
          if (clauses.mention(j).counted()) {
            return null;
          }
        }
        case AND, COMMA, BREAK, RELATIVE, BUT, AFTER, VERB, FINITE, SAID -> {
          return null;
        }
        default -> {}
      }
    }
    return null;
  }

  /** Past "the town of", "northern". */
  private int past(int i) {
    int j = i;
    while (j < clauses.size() && j - i < 4) {
      ItemType type = clauses.at(j).type;
      boolean noun = type == ItemType.MENTION && clauses.mention(j).head == Mention.Head.THING;
      if (type != ItemType.OTHER && type != ItemType.OF && !(noun && ofAt(j + 1))) {
        break;
      }
      j++;
    }
    return j;
  }

  private boolean ofAt(int i) {
    return i < clauses.size() && clauses.at(i).type == ItemType.OF;
  }

  private @Nullable Span name(int i) {
    if (i >= clauses.size()) {
      return null;
    }
    Item item = clauses.at(i);
    boolean owner = i + 1 < clauses.size() && clauses.at(i + 1).term.genitive;
    if (owner) {
      return null;
    }
    if (item.type == ItemType.MENTION) {
      Mention m = clauses.mention(i);
      boolean name = m.named() && m.head == Mention.Head.NAME && !lexemes.term(m.from).given;
      return name && !lexemes.term(m.from).is(Tag.TITLE)
          ? lexemes.span(m.nameFrom, m.nameTo)
          : null;
    }
    if (item.type != ItemType.NAME) {
      return null;
    }
    int to = i;
    while (to < clauses.size() && clauses.at(to).type == ItemType.NAME && to - i < 4) {
      to++;
    }
    return lexemes.span(item.from, clauses.at(to - 1).to);
  }
}
