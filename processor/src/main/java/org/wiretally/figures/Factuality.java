package org.wiretally.figures;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wiretally.text.Tokens;

/**
 * Whether a clause states a fact about the event reported: neither denied nor feared, planned,
 * asked or habitual, and no other event in the background.
 */
final class Factuality {
  private static final int REACH = 9;

  private final List<Item> items;
  private final Lexemes lexemes;
  private final boolean question;
  private final int year;
  private final int month;

  Factuality(List<Item> items, Lexemes lexemes, int from, int to, @Nullable Instant published) {
    this.items = items;
    this.lexemes = lexemes;
    boolean asks = false;
    for (int i = Math.max(from, to - 3); i < to; i++) {
      asks |= lexemes.kind(i) == Tokens.QUESTION;
    }
    question = asks;
    year = published == null ? 0 : published.atOffset(ZoneOffset.UTC).getYear();
    month = published == null ? 0 : published.atOffset(ZoneOffset.UTC).getMonthValue();
  }

  /** The reason why the trigger's victims are no claim, or null. */
  @Nullable String against(Clauses clauses, int trigger, Clauses.Group group, Mention victim) {
    if (question) {
      return "question";
    }
    if (group.not) {
      return "negated";
    }
    if (group.modal) {
      return "modal";
    }
    if (group.fear) {
      return "feared";
    }
    Term term = items.get(trigger).term;
    if (group.infinitive && !group.have && !(group.be && term.form(Term.GERUND))) {
      return "purpose";
    }
    String governed = governed(trigger, group);
    return governed != null ? governed : background(clauses, trigger);
  }

  /** Words left of the clause that make it no fact: "fears that", "denied", "if", "plot to". */
  private @Nullable String governed(int trigger, Clauses.Group group) {
    int steps = 0;
    for (int j = group.start - 1; j >= 0 && steps < REACH; j--, steps++) {
      switch (items.get(j).type) {
        case BREAK, AND, BUT, RELATIVE, WHERE, COMMA -> {
          return null;
        }
        case FEAR -> {
          return "feared";
        }
        case DENY -> {
          return "denied";
        }
        case IF -> {
          return "conditional";
        }
        case MODAL -> {
          if (group.start - j > 3 || items.get(trigger).term.form(Term.GERUND)) {
            return steps < 6 ? "modal" : null;
          }
        }
        case NOT -> {
          return "negated";
        }
        default -> {}
      }
    }
    return null;
  }

  /** Averages, and other events: an earlier year, an anniversary, "last year". */
  private @Nullable String background(Clauses clauses, int trigger) {
    int from = trigger;
    while (from > 0 && !bounds(clauses.type(from - 1))) {
      from--;
    }
    int to = trigger;
    while (to + 1 < items.size() && !bounds(clauses.type(to + 1))) {
      to++;
    }
    // "the 2009 attack, in which 12 died": a marker right before the boundary reaches over it
    int back = from - 1;
    ItemType boundary = back >= 0 ? clauses.type(back) : null;
    if (boundary == ItemType.WHERE || boundary == ItemType.RELATIVE) {
      int before = back;
      while (before > 0 && back - before < 8 && clauses.type(before - 1) != ItemType.BREAK) {
        before--;
      }
      if (markerIn(before, back, true) != null) {
        return "history";
      }
    }
    return markerIn(from, to + 1, false);
  }

  private static boolean bounds(@Nullable ItemType type) {
    return type == ItemType.BREAK
        || type == ItemType.WHERE
        || type == ItemType.RELATIVE
        || type == ItemType.BUT;
  }

  private @Nullable String markerIn(int from, int to, boolean evenCompared) {
    boolean compared = false;
    for (int i = from; i < to; i++) {
      Item item = items.get(i);
      for (int l = item.from; l < item.to; l++) {
        Term term = lexemes.term(l);
        if (term.is(Tag.RATE)) {
          return "rate";
        }
        if (term.is(Tag.COMPARISON)) {
          compared = true;
        }
        if (compared && !evenCompared) {
          continue;
        }
        if (term.is(Tag.HISTORY)) {
          return "history";
        }
        if (lexemes.kind(l) == Tokens.NUMBER && earlierYear(l)) {
          return "history";
        }
      }
    }
    return null;
  }

  private boolean earlierYear(int l) {
    if (year == 0
        || lexemes.has(l, Tokens.GROUPED)
        || lexemes.end(l) - lexemes.start(l) != 4
        || lexemes.term(Math.min(l + 1, lexemes.size() - 1)).victim()) {
      return false;
    }
    long value = lexemes.tokens().value(lexemes.token(l));
    if (value < 1900 || value >= year) {
      return false;
    }
    return value < year - 1 || month > 3;
  }
}
