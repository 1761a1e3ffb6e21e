package org.wiretally.figures;

import java.util.EnumSet;
import java.util.Set;
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

  /** None is looked for past somebody who speaks: he may sit elsewhere. */
  private static final Set<ItemType> STOPS_BEFORE =
      EnumSet.of(
          ItemType.AND,
          ItemType.BREAK,
          ItemType.RELATIVE,
          ItemType.BUT,
          ItemType.AFTER,
          ItemType.SAID);

  private static final Set<ItemType> STOPS_BEHIND = EnumSet.copyOf(STOPS_BEFORE);

  static {
    STOPS_BEHIND.addAll(EnumSet.of(ItemType.COMMA, ItemType.VERB, ItemType.FINITE));
  }

  private final Clauses clauses;
  private final Lexemes lexemes;

  Whereabouts(Clauses clauses, Lexemes lexemes) {
    this.clauses = clauses;
    this.lexemes = lexemes;
  }

  /**
   * The name behind the item at {@code k}, else the one before the mention at {@code victims}; null
   * where the clause has neither.
   */
  @Nullable Span around(int k, int victims) {
    Span behind = along(k, 1, REACH, STOPS_BEHIND);
    return behind != null ? behind : along(victims, -1, REACH_BACK, STOPS_BEFORE);
  }

  /** The first name from {@code k} on in steps of {@code step}, up to what ends the walk. */
  private @Nullable Span along(int k, int step, int reach, Set<ItemType> stops) {
    for (int n = 1, j = k + step; n <= reach && j >= 0 && j < clauses.size(); n++, j += step) {
      Item item = clauses.at(j);
      if (stops.contains(item.type)
          || (item.type == ItemType.MENTION && clauses.mention(j).counted())) {
        return null;
      }
      if (item.type == ItemType.PREPOSITION && item.term.is(Tag.LOCATIVE)) {
        Span name = name(past(j + 1));
        if (name != null) {
          return name;
        }
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
