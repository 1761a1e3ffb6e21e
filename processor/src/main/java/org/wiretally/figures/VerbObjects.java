package org.wiretally.figures;

import java.util.ArrayList;
import java.util.List;

/**
 * The mentions right of a verb that it tells something of: "killed 12 soldiers, a driver and two
 * passers-by", "was killed, along with two guards".
 */
final class VerbObjects {
  private final Clauses clauses;

  VerbObjects(Clauses clauses) {
    this.clauses = clauses;
  }

  /** The mentions that follow a verb (or "of") at {@code k} as its objects. */
  List<Mention> behind(int k) {
    List<Mention> found = new ArrayList<>();
    int j = k + 1;
    while (clauses.type(j) == ItemType.ADVERB
        || clauses.type(j) == ItemType.QUOTE
        || (clauses.type(j) == ItemType.OPEN && clauses.countedAt(j + 1))
        || (clauses.type(j) == ItemType.TIME && clauses.type(j + 1) == ItemType.MENTION)) {
      j++;
    }
    if (clauses.type(j) == ItemType.INCLUDING) {
      return found;
    }
    int p;
    int names = CapitalNames.startingAt(clauses, j);
    if (names - j >= 2) {
      found.add(CapitalNames.person(clauses, j, names));
      p = names;
    } else if (clauses.type(j) != ItemType.MENTION || !clauses.mention(j).countable()) {
      return found;
    } else {
      found.add(clauses.mention(j));
      p = j + 1;
    }
    boolean included = false;
    boolean phrase = false;
    boolean relative = clauses.type(k) == ItemType.VERB && clauses.relativeBefore(k) >= 0;
    while (p < clauses.size() && p - k < Clauses.REACH) {
      ItemType type = clauses.at(p).type;
      switch (type) {
        case AND, COMMA -> {
          int next = p + 1;
          boolean and = type == ItemType.AND;
          while (clauses.type(next) == ItemType.ADVERB
              || clauses.type(next) == ItemType.QUOTE
              || (!and && clauses.type(next) == ItemType.AND)) {
            and |= clauses.type(next) == ItemType.AND;
            next++;
          }
          if (clauses.type(next) == ItemType.INCLUDING) {
            included = true;
            p = next + 1;
            if (clauses.type(p) == ItemType.MENTION && clauses.mention(p).countable()) {
              clauses.mention(p).included = true;
              found.add(clauses.mention(p));
              p++;
            }
            continue;
          }
          if (and
              && clauses.type(next) == ItemType.NAME
              && CapitalNames.startingAt(clauses, next) - next >= 2) {
            found.add(CapitalNames.person(clauses, next, CapitalNames.startingAt(clauses, next)));
            p = CapitalNames.startingAt(clauses, next);
            continue;
          }
          if (clauses.type(next) != ItemType.MENTION || !clauses.mention(next).countable()) {
            return found;
          }
          if (phrase
              && clauses.mention(next).named()
              && clauses.mention(next).noun == Term.UNKNOWN) {
            // "hurt 4 near 57th and Sangamon"
            return found;
          }
          if (clauses.subjectAt(next) && (!relative || clauses.verbAt(next + 1))) {
            return found;
          }
          Mention m = clauses.mention(next);
          if (clauses.type(next + 1) == ItemType.OF
              && Apposition.describes(m, found.get(found.size() - 1))) {
            // "Ann Hill, director of the mill, and Bob Reed"
            p = next + 1;
            continue;
          }
          if (m.ofThem || included) {
            m.included = true;
            found.add(m);
          } else if (and || listGoesOn(next)) {
            if (m.pronoun && !m.reflexive) {
              return found;
            }
            found.add(m);
          } else {
            Mention last = found.get(found.size() - 1);
            if (Apposition.differ(last, m)) {
              found.add(m);
            } else if (Apposition.apposes(last, m)) {
              Apposition.merge(last, m);
            } else {
              return found;
            }
          }
          p = next + 1;
        }
        case INCLUDING -> {
          included = true;
          p++;
          if (clauses.type(p) == ItemType.MENTION && clauses.mention(p).countable()) {
            clauses.mention(p).included = true;
            found.add(clauses.mention(p));
            p++;
          }
        }
        case PREPOSITION, OF, TO -> {
          phrase = type != ItemType.OF;
          p++;
          while (clauses.type(p) == ItemType.QUOTE || clauses.type(p) == ItemType.ADVERB) {
            p++;
          }
          if (clauses.type(p) == ItemType.MENTION || clauses.type(p) == ItemType.NAME) {
            p++;
          }
        }
        case NAME, TIME, ADVERB, QUOTE, REJECTED, OTHER -> p++;
        case MENTION -> {
          // "Ann Lee, 30, Bob Day, 40, and"
          if (!closedAt(p - 1) || !clauses.mention(p).named() || clauses.subjectAt(p)) {
            return found;
          }
          found.add(clauses.mention(p));
          p++;
        }
        case OPEN -> {
          int close = p + 1;
          while (close < clauses.size()
              && close - p < 12
              && clauses.type(close) != ItemType.CLOSE) {
            close++;
          }
          if (clauses.type(close) != ItemType.CLOSE) {
            return found;
          }
          p = close + 1;
        }
        default -> {
          return found;
        }
      }
    }
    return found;
  }

  /** "was killed, along with two bodyguards": those who share a passive verb's fate. */
  List<Mention> companions(int k) {
    for (int p = k + 1; p < clauses.size() && p - k < 22; p++) {
      ItemType type = clauses.type(p);
      if (type == ItemType.AND && clauses.at(p).term.is(Tag.TOGETHER)) {
        boolean mention =
            clauses.type(p + 1) == ItemType.MENTION && clauses.mention(p + 1).countable();
        return mention ? behind(p) : List.of();
      }
      if (type == ItemType.VERB
          || type == ItemType.BE
          || type == ItemType.BREAK
          || type == ItemType.SAID
          || type == ItemType.AND) {
        return List.of();
      }
    }
    return List.of();
  }

  /** "A, B and C": whether a list goes on behind the mention at {@code i} to a conjunction. */
  private boolean listGoesOn(int i) {
    int p = i + 1;
    for (int n = 0; n < 20 && p < clauses.size(); n++) {
      ItemType type = clauses.type(p);
      if (type == ItemType.AND) {
        return clauses.type(p + 1) == ItemType.MENTION && !clauses.subjectAt(p + 1);
      }
      if (type == ItemType.COMMA
          || type == ItemType.MENTION
          || type == ItemType.NAME
          || type == ItemType.OTHER
          || type == ItemType.OF
          || type == ItemType.PREPOSITION
          || type == ItemType.QUOTE) {
        p++;
      } else {
        return false;
      }
    }
    return false;
  }

  private boolean closedAt(int i) {
    return clauses.type(i) == ItemType.MENTION && clauses.mention(i).closed;
  }
}
