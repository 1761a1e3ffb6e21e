package org.wiretally.figures;

import java.util.ArrayList;
import java.util.List;

/**
 * Who is joined with a mention left of a verb: "12 soldiers, a driver and two passers-by were
 * hurt", "44 people, including 3 children, died".
 */
final class Coordination {
  private final Clauses clauses;
  private final NominalHeads heads;

  Coordination(Clauses clauses, NominalHeads heads) {
    this.clauses = clauses;
    this.heads = heads;
  }

  /** Whether a word of the phrase tells what happened to the persons, more than the noun does. */
  private static boolean toldOf(Mention m) {
    return m.modifier != null && !m.held();
  }

  /** The mention at {@code head}, or -1, with those that share its verb, from left to right. */
  List<Mention> upTo(int head, boolean pastVerbs) {
    if (head < 0) {
      return List.of();
    }
    List<Mention> found = new ArrayList<>();
    found.add(0, clauses.mention(head));
    if (clauses.mention(head).pronoun && !clauses.mention(head).reflexive) {
      // "she is a child, and she was hit": a pronoun opens its own clause
      return found;
    }
    boolean comma = false;
    boolean conjunction = false;
    int current = head;
    for (int n = 0; n < 30; n++) {
      int q = current - 1;
      while (clauses.type(q) == ItemType.QUOTE || clauses.type(q) == ItemType.ADVERB) {
        q--;
      }
      if (adjective(q)) {
        q--;
      }
      while (clauses.type(q) == ItemType.AND && clauses.type(q - 1) == ItemType.AND) {
        q--;
      }
      if (clauses.type(q) == ItemType.AND) {
        int left = q - 1;
        comma = clauses.type(left) == ItemType.COMMA;
        if (comma) {
          left--;
        }
        int next = closedAt(left) && found.get(0).closed ? left : heads.listHead(left);
        if (next >= 0 && toldOf(clauses.mention(next)) && !toldOf(found.get(0))) {
          // "one deceased man and one woman who was hurt"
          break;
        }
        if (next < 0) {
          int names = CapitalNames.endingAt(clauses, left);
          if (names < 0) {
            break;
          }
          found.add(0, CapitalNames.person(clauses, names, left + 1));
          current = names;
        } else {
          found.add(0, clauses.mention(next));
          current = next;
        }
        conjunction = true;
      } else if (closedAt(q) && conjunction) {
        // "John Marsh, 34, Ann Lee, 30, and"
        found.add(0, clauses.mention(q));
        current = q;
      } else if (found.get(0).ofThem && !conjunction && countedBefore(q)) {
        // "six miners, five of them Poles, who were killed"
        found.get(0).included = true;
        found.add(0, clauses.mention(q - 1));
        current = q - 1;
      } else if (clauses.type(q) == ItemType.COMMA) {
        int next = heads.listHead(q - 1);
        if (next < 0) {
          int names = conjunction ? CapitalNames.endingAt(clauses, q - 1) : -1;
          if (names < 0) {
            break;
          }
          found.add(0, CapitalNames.person(clauses, names, q));
          current = names;
          continue;
        }
        if (conjunction) {
          if (Apposition.describes(found.get(0), clauses.mention(next))) {
            Apposition.merge(clauses.mention(next), found.get(0));
            found.set(0, clauses.mention(next));
          } else if (Apposition.introduces(
              clauses.mention(next), found.get(0), comma || found.get(0).closed)) {
            Apposition.merge(clauses.mention(next), found.get(0));
            found.set(0, clauses.mention(next));
          } else {
            found.add(0, clauses.mention(next));
          }
          comma = true;
          current = next;
        } else if (Apposition.apposes(clauses.mention(next), found.get(0))) {
          Apposition.merge(clauses.mention(next), found.get(0));
          found.set(0, clauses.mention(next));
          current = next;
        } else if (Apposition.differ(clauses.mention(next), found.get(0))
            || Apposition.besides(clauses.mention(next), found.get(0))) {
          found.add(0, clauses.mention(next));
          current = next;
        } else {
          break;
        }
      } else if (clauses.type(q) == ItemType.INCLUDING) {
        int left = clauses.skipLeft(q - 1);
        if (clauses.type(left) == ItemType.COMMA || clauses.type(left) == ItemType.OPEN) {
          left = clauses.skipLeft(left - 1);
        }
        boolean apart = comma && found.size() == 2;
        if (apart && clauses.type(left) != ItemType.MENTION) {
          // "six died, including the pilot, and four people were hurt"
          return new ArrayList<>(found.subList(1, 2));
        }
        // the mention found is a subset: go on to the whole before it
        for (Mention m : apart ? found.subList(0, 1) : found) {
          m.included = true;
        }
        int next = left < 0 ? -1 : heads.before(left, pastVerbs);
        if (next < 0) {
          break;
        }
        found.add(0, clauses.mention(next));
        current = next;
        conjunction = false;
      } else {
        break;
      }
    }
    for (Mention m : found) {
      boolean none = m.quantity != null && Long.valueOf(0).equals(m.quantity.high());
      if (none) {
        return List.of(m);
      }
    }
    return found;
  }

  /** "her mother and younger sister". */
  private boolean adjective(int q) {
    return clauses.type(q) == ItemType.OTHER
        && !clauses.at(q).term.known()
        && clauses.type(q - 1) == ItemType.AND;
  }

  private boolean countedBefore(int q) {
    return clauses.type(q) == ItemType.COMMA && clauses.countedAt(q - 1);
  }

  private boolean closedAt(int i) {
    return clauses.type(i) == ItemType.MENTION && clauses.mention(i).closed;
  }
}
