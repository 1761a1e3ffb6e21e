package org.wiretally.figures;

import java.util.List;

/**
 * The mentions left of a verb that it tells something of: "12 miners, trapped since Monday, died",
 * "the ferry that sank and the 40 who drowned", "was shot and later died".
 */
final class Subjects {
  private final Clauses clauses;
  private final NominalHeads heads;
  private final Coordination coordination;

  Subjects(Clauses clauses) {
    this.clauses = clauses;
    this.heads = new NominalHeads(clauses);
    this.coordination = new Coordination(clauses, heads);
  }

  /** The subject of the verb group that starts at {@code start}; empty where none is found. */
  List<Mention> of(int start) {
    return of(start, 0);
  }

  private List<Mention> of(int start, int depth) {
    int p = clauses.skipLeft(start - 1);
    if (p < 0 || depth > 3) {
      return List.of();
    }
    ItemType type = clauses.at(p).type;
    if (type == ItemType.RELATIVE || isThat(p)) {
      int q = clauses.skipLeft(p - 1);
      if (clauses.type(q) == ItemType.COMMA) {
        q = clauses.skipLeft(q - 1);
      }
      if (q >= 0 && nearAntecedent(p, q, start)) {
        return coordination.upTo(q, false);
      }
      return q < 0 ? List.of() : nominal(q, true);
    }
    if (type == ItemType.AND || type == ItemType.BUT || type == ItemType.AFTER) {
      return inherited(p, depth);
    }
    if (type == ItemType.COMMA) {
      List<Mention> list = closedList(p);
      if (list.size() > 1) {
        return list;
      }
      int open = openingComma(p);
      if (open > 0) {
        int q = clauses.skipLeft(open - 1);
        List<Mention> found = q < 0 ? List.of() : nominal(q, true);
        if (!found.isEmpty()) {
          ageOf(found, open + 1);
          return found;
        }
      }
      return inherited(p, depth);
    }
    List<Mention> found = nominal(p, true);
    return found;
  }

  /** "the gunman, a 17-year-old resident, was": the apposition tells the age. */
  private void ageOf(List<Mention> subject, int apposition) {
    if (subject.size() == 1
        && subject.get(0).single
        && subject.get(0).age < 0
        && clauses.type(apposition) == ItemType.MENTION
        && clauses.mention(apposition).single) {
      subject.get(0).age = clauses.mention(apposition).age;
    }
  }

  /**
   * "the funeral of the 12 miners who were killed": the nearest persons, if the verb's number fits.
   */
  private boolean nearAntecedent(int relative, int q, int verb) {
    if (clauses.type(q) != ItemType.MENTION
        || !clauses.mention(q).persons()
        || !clauses.at(relative).term.is(Tag.WHO)) {
      return false;
    }
    boolean plural = verb < clauses.size() && clauses.at(verb).term.is(Tag.PLURAL_VERB);
    return !(plural && clauses.mention(q).single && clauses.type(q - 1) != ItemType.AND);
  }

  /** "A, and two of her guards, were": the comma at {@code p} closes the last of a list. */
  private List<Mention> closedList(int p) {
    for (int q = p - 1; q > 1 && p - q < 12; q--) {
      if (clauses.type(q) == ItemType.AND) {
        return clauses.type(q - 1) == ItemType.COMMA
            ? nominal(clauses.skipLeft(p - 1), false)
            : List.of();
      }
      if (clauses.type(q) == ItemType.COMMA
          || clauses.type(q) == ItemType.BREAK
          || clauses.verbAt(q)) {
        return List.of();
      }
    }
    return List.of();
  }

  private boolean isThat(int p) {
    return clauses.at(p).term.that;
  }

  /** The comma that opens the parenthesis which the comma at {@code p} closes, or -1. */
  private int openingComma(int p) {
    for (int q = p - 1; q > 0 && p - q < 30; q--) {
      ItemType type = clauses.type(q);
      if (type == ItemType.BREAK) {
        return -1;
      }
      if (type == ItemType.COMMA) {
        ItemType first = clauses.type(q + 1);
        boolean parenthesis =
            first == ItemType.RELATIVE
                || first == ItemType.INCLUDING
                || first == ItemType.MENTION
                || first == ItemType.REJECTED
                || first == ItemType.WHERE
                || first == ItemType.AFTER
                || first == ItemType.PREPOSITION
                || first == ItemType.OF
                || first == ItemType.NAME
                || first == ItemType.OTHER
                || first == ItemType.ACCORDING;
        if (parenthesis) {
          return q;
        }
      }
    }
    return -1;
  }

  /** The subject of the verb before, for a verb without one: "was shot and later died". */
  private List<Mention> inherited(int p, int depth) {
    for (int q = p - 1; q >= 0 && p - q < Clauses.REACH; q--) {
      ItemType type = clauses.type(q);
      if (type == ItemType.BREAK) {
        return List.of();
      }
      boolean verb =
          type == ItemType.VERB
              || type == ItemType.FINITE
              || type == ItemType.STATE
              || type == ItemType.FLED
              || type == ItemType.BE
              || type == ItemType.LIGHT
              || type == ItemType.TAKER;
      if (verb) {
        VerbGroup group = clauses.group(q);
        int before = clauses.skipLeft(group.start - 1);
        if (before < 0) {
          return List.of();
        }
        ItemType left = clauses.at(before).type;
        if (left == ItemType.AND || left == ItemType.COMMA || left == ItemType.BUT) {
          // it inherits its subject too: the walk goes on to the verb before
          continue;
        }
        if (left == ItemType.RELATIVE
            || left == ItemType.MENTION
            || left == ItemType.NAME
            || isThat(before)) {
          return of(group.start, depth + 1);
        }
        if (left == ItemType.OTHER || left == ItemType.TIME) {
          List<Mention> found = nominal(before, true);
          if (!found.isEmpty()) {
            return found;
          }
        }
      }
    }
    return clauseStart(p);
  }

  /** The first noun phrase of the clause, where the verbs between are unknown words. */
  private List<Mention> clauseStart(int p) {
    int start = p;
    while (start > 0 && p - start < Clauses.REACH && clauses.type(start - 1) != ItemType.BREAK) {
      start--;
    }
    for (int q = start; q < p; q++) {
      ItemType type = clauses.type(q);
      if (type == ItemType.MENTION) {
        Mention m = clauses.mention(q);
        if (m.countable() && !prepositionBefore(q)) {
          if (!speaks(q)) {
            return List.of(m);
          }
          continue;
        }
        if (!prepositionBefore(q)) {
          return List.of();
        }
      } else if (type == ItemType.VERB || type == ItemType.BE) {
        return List.of();
      }
    }
    return List.of();
  }

  /** "police say the mother was held and is being taken": who says so is not the subject. */
  private boolean speaks(int mention) {
    int q = mention + 1;
    while (clauses.type(q) == ItemType.ADVERB || clauses.type(q) == ItemType.TIME) {
      q++;
    }
    return clauses.type(q) == ItemType.SAID;
  }

  private boolean prepositionBefore(int i) {
    int p = i - 1;
    while (clauses.type(p) == ItemType.QUOTE || clauses.type(p) == ItemType.ADVERB) {
      p--;
    }
    ItemType type = clauses.type(p);
    return type == ItemType.PREPOSITION
        || type == ItemType.OF
        || type == ItemType.BY
        || type == ItemType.TO
        || type == ItemType.ACCORDING
        || (type == ItemType.AFTER && !clauses.at(p).term.phrase.equals("as"));
  }

  /** The noun phrases, coordinated ones included, of the nominal group that ends at {@code p}. */
  List<Mention> nominal(int p, boolean pastVerbs) {
    return coordination.upTo(heads.before(p, pastVerbs), pastVerbs);
  }

  /**
   * The subject of a participle without an auxiliary: the phrase right before it, prepositions or
   * not ("a service for six people killed in the fire").
   */
  List<Mention> described(int start) {
    int p = clauses.skipLeft(start - 1);
    if (clauses.type(p) == ItemType.COMMA && clauses.type(p - 1) == ItemType.MENTION) {
      // "seven students, kidnapped by gunmen, ..."
      p--;
    }
    if (p >= 0 && clauses.type(p) == ItemType.MENTION && clauses.mention(p).countable()) {
      return coordination.upTo(p, false);
    }
    return of(start);
  }
}
