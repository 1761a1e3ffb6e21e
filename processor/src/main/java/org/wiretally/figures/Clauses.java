package org.wiretally.figures;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Attaches the mentions of one sentence to its triggers: voice, subject, object, coordination.
 *
 * <p>English word order decides; there is no parse tree. All walks are bounded by {@link #REACH}.
 */
final class Clauses {
  private static final int REACH = 40;

  private final List<Item> items;

  Clauses(List<Item> items) {
    this.items = items;
  }

  /** The verb group that ends in a trigger, as far as it stands left of it. */
  static final class Group {
    int start;
    boolean be;
    boolean have;
    boolean modal;
    boolean not;
    boolean infinitive;
    boolean light;
    boolean fear;

    /** "are believed to be". */
    boolean said;
  }

  Item at(int i) {
    return items.get(i);
  }

  int size() {
    return items.size();
  }

  @Nullable ItemType type(int i) {
    return i >= 0 && i < items.size() ? items.get(i).type : null;
  }

  Group group(int trigger) {
    Group group = new Group();
    int j = trigger - 1;
    loop:
    for (; j >= 0 && trigger - j < 12; j--) {
      if (j == trigger - 1 && at(j).term.is(Tag.HELD_TRUE) && countedAt(j - 1)) {
        // "six soldiers believed dead"
        group.said = true;
        continue;
      }
      switch (at(j).type) {
        case BE -> group.be |= !group.infinitive;
        case HAVE -> group.have = true;
        case MODAL -> group.modal = true;
        case NOT -> group.not = true;
        case DO, ADVERB, QUOTE -> {}
        case LIGHT -> {
          if (type(j - 1) == ItemType.MENTION && !group.be && !passiveBefore(j)) {
            // "left dead": the mention before is the subject all the same
            group.light = true;
          } else if (type(j - 1) == null || type(j - 1) == ItemType.COMMA) {
            group.light = true;
          } else if (passiveBefore(j)) {
            group.light = true;
          } else {
            break loop;
          }
        }
        case SAID -> {
          // "were reported killed", "were believed dead"
          if (!passiveBefore(j)) {
            break loop;
          }
          group.said = true;
        }
        case FEAR -> {
          if (passiveBefore(j) || type(j - 1) == ItemType.MENTION) {
            group.fear = true;
          } else {
            break loop;
          }
        }
        case OTHER -> {
          // an adverb that the lexicon does not hold: "were pre-emptively evacuated"
          ItemType left = type(j - 1) == ItemType.OTHER ? type(j - 2) : type(j - 1);
          if (at(j).term.known() || (left != ItemType.BE && left != ItemType.HAVE)) {
            break loop;
          }
        }
        case TO -> {
          if (j == trigger - 1 || group.be || group.have) {
            group.infinitive = true;
          } else {
            break loop;
          }
        }
        default -> {
          break loop;
        }
      }
    }
    group.start = j + 1;
    return group;
  }

  private boolean countedAt(int i) {
    return type(i) == ItemType.MENTION && mention(i).counted() && mention(i).persons();
  }

  private boolean passiveBefore(int j) {
    int k = j - 1;
    while (type(k) == ItemType.ADVERB || type(k) == ItemType.NOT) {
      k--;
    }
    return type(k) == ItemType.BE;
  }

  // ------------------------------------------------------------------ subjects

  /** The mentions that are the subject of a verb group which starts at {@code start}. */
  List<Mention> subject(int start) {
    return subject(start, 0);
  }

  private List<Mention> subject(int start, int depth) {
    int p = skipLeft(start - 1);
    if (p < 0 || depth > 3) {
      return List.of();
    }
    ItemType type = at(p).type;
    if (type == ItemType.RELATIVE || isThat(p)) {
      int q = skipLeft(p - 1);
      if (type(q) == ItemType.COMMA) {
        q = skipLeft(q - 1);
      }
      if (q >= 0 && nearAntecedent(p, q, start)) {
        return coordinated(q, false);
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
        int q = skipLeft(open - 1);
        List<Mention> found = q < 0 ? List.of() : nominal(q, true);
        if (!found.isEmpty()) {
          return found;
        }
      }
      return inherited(p, depth);
    }
    List<Mention> found = nominal(p, true);
    return found;
  }

  /**
   * "the funeral of the 12 miners who were killed": the nearest persons, if the verb's number fits.
   */
  private boolean nearAntecedent(int relative, int q, int verb) {
    if (type(q) != ItemType.MENTION || !mention(q).persons() || !at(relative).term.is(Tag.WHO)) {
      return false;
    }
    boolean plural = verb < size() && at(verb).term.is(Tag.PLURAL_VERB);
    return !(plural && mention(q).single && type(q - 1) != ItemType.AND);
  }

  /** "A, and two of her guards, were": the comma at {@code p} closes the last of a list. */
  private List<Mention> closedList(int p) {
    for (int q = p - 1; q > 1 && p - q < 12; q--) {
      if (type(q) == ItemType.AND) {
        return type(q - 1) == ItemType.COMMA ? nominal(skipLeft(p - 1), false) : List.of();
      }
      if (type(q) == ItemType.COMMA || type(q) == ItemType.BREAK || verbAt(q)) {
        return List.of();
      }
    }
    return List.of();
  }

  private boolean isThat(int p) {
    return at(p).term.phrase.equals("that");
  }

  private int skipLeft(int p) {
    int q = p;
    while (q >= 0) {
      ItemType type = at(q).type;
      if (type == ItemType.ADVERB || type == ItemType.TIME || type == ItemType.QUOTE) {
        q--;
      } else if (type == ItemType.CLOSE) {
        int open = q - 1;
        while (open >= 0 && q - open < 15 && type(open) != ItemType.OPEN) {
          open--;
        }
        if (type(open) != ItemType.OPEN) {
          return q;
        }
        q = open - 1;
      } else {
        return q;
      }
    }
    return q;
  }

  /** The comma that opens the parenthesis which the comma at {@code p} closes, or -1. */
  private int openingComma(int p) {
    for (int q = p - 1; q > 0 && p - q < 30; q--) {
      ItemType type = type(q);
      if (type == ItemType.BREAK) {
        return -1;
      }
      if (type == ItemType.COMMA) {
        ItemType first = type(q + 1);
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
    for (int q = p - 1; q >= 0 && p - q < REACH; q--) {
      ItemType type = type(q);
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
        Group group = group(q);
        int before = skipLeft(group.start - 1);
        if (before < 0) {
          return List.of();
        }
        ItemType left = at(before).type;
        if (left == ItemType.AND || left == ItemType.COMMA || left == ItemType.BUT) {
          // it inherits its subject too: the walk goes on to the verb before
          continue;
        }
        if (left == ItemType.RELATIVE
            || left == ItemType.MENTION
            || left == ItemType.NAME
            || isThat(before)) {
          return subject(group.start, depth + 1);
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
    while (start > 0 && p - start < REACH && type(start - 1) != ItemType.BREAK) {
      start--;
    }
    for (int q = start; q < p; q++) {
      ItemType type = type(q);
      if (type == ItemType.MENTION) {
        Mention m = mention(q);
        if (m.countable() && !prepositionBefore(q)) {
          return List.of(m);
        }
        if (!prepositionBefore(q)) {
          return List.of();
        }
      } else if (type == ItemType.SAID || type == ItemType.VERB || type == ItemType.BE) {
        return List.of();
      }
    }
    return List.of();
  }

  Mention mention(int i) {
    Mention mention = at(i).mention;
    if (mention == null) {
      throw new IllegalStateException("item " + i + " is no mention");
    }
    return mention;
  }

  private boolean prepositionBefore(int i) {
    int p = i - 1;
    while (type(p) == ItemType.QUOTE || type(p) == ItemType.ADVERB) {
      p--;
    }
    ItemType type = type(p);
    return type == ItemType.PREPOSITION
        || type == ItemType.OF
        || type == ItemType.BY
        || type == ItemType.TO
        || type == ItemType.ACCORDING
        || (type == ItemType.AFTER && !at(p).term.phrase.equals("as"));
  }

  /** The noun phrases, coordinated ones included, of the nominal group that ends at {@code p}. */
  List<Mention> nominal(int p, boolean pastVerbs) {
    return coordinated(head(p, pastVerbs), pastVerbs);
  }

  /**
   * The subject of a participle without an auxiliary: the phrase right before it, prepositions or
   * not ("a service for six people killed in the fire").
   */
  List<Mention> described(int start) {
    int p = skipLeft(start - 1);
    if (type(p) == ItemType.COMMA && type(p - 1) == ItemType.MENTION) {
      // "seven students, kidnapped by gunmen, ..."
      p--;
    }
    if (p >= 0 && type(p) == ItemType.MENTION && mention(p).countable()) {
      return coordinated(p, false);
    }
    return subject(start);
  }

  private List<Mention> coordinated(int head, boolean pastVerbs) {
    if (head < 0) {
      return List.of();
    }
    List<Mention> found = new ArrayList<>();
    found.add(0, mention(head));
    if (mention(head).pronoun && !mention(head).reflexive) {
      // "she is a child, and she was hit": a pronoun opens its own clause
      return found;
    }
    boolean comma = false;
    boolean conjunction = false;
    int current = head;
    for (int n = 0; n < 30; n++) {
      int q = current - 1;
      while (type(q) == ItemType.QUOTE || type(q) == ItemType.ADVERB) {
        q--;
      }
      while (type(q) == ItemType.AND && type(q - 1) == ItemType.AND) {
        q--;
      }
      if (type(q) == ItemType.AND) {
        int left = q - 1;
        comma = type(left) == ItemType.COMMA;
        if (comma) {
          left--;
        }
        int next = listHead(left);
        if (next >= 0 && mention(next).modifier != null && found.get(0).modifier == null) {
          // "one deceased man and one woman who was hurt"
          break;
        }
        if (next < 0) {
          int names = namesUpTo(left);
          if (names < 0) {
            break;
          }
          found.add(0, name(names, left + 1));
          current = names;
        } else {
          found.add(0, mention(next));
          current = next;
        }
        conjunction = true;
      } else if (closedAt(q) && conjunction) {
        // "John Marsh, 34, Ann Lee, 30, and"
        found.add(0, mention(q));
        current = q;
      } else if (type(q) == ItemType.COMMA) {
        int next = listHead(q - 1);
        if (next < 0) {
          int names = conjunction ? namesUpTo(q - 1) : -1;
          if (names < 0) {
            break;
          }
          found.add(0, name(names, q));
          current = names;
          continue;
        }
        if (conjunction) {
          if (describes(found.get(0), mention(next))) {
            mergeApposition(mention(next), found.get(0));
            found.set(0, mention(next));
          } else {
            found.add(0, mention(next));
          }
          current = next;
        } else if (apposes(mention(next), found.get(0))) {
          mergeApposition(mention(next), found.get(0));
          found.set(0, mention(next));
          current = next;
        } else {
          break;
        }
      } else if (type(q) == ItemType.INCLUDING) {
        int left = skipLeft(q - 1);
        if (type(left) == ItemType.COMMA || type(left) == ItemType.OPEN) {
          left = skipLeft(left - 1);
        }
        boolean apart = comma && found.size() == 2;
        if (apart && type(left) != ItemType.MENTION) {
          // "six died, including the pilot, and four people were hurt"
          return new ArrayList<>(found.subList(1, 2));
        }
        // the mention found is a subset: go on to the whole before it
        for (Mention m : apart ? found.subList(0, 1) : found) {
          m.included = true;
        }
        int next = left < 0 ? -1 : head(left, pastVerbs);
        if (next < 0) {
          break;
        }
        found.add(0, mention(next));
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

  private boolean closedAt(int i) {
    return type(i) == ItemType.MENTION && mention(i).closed;
  }

  /** "Oqueli, leader of the movement, and two guards": the noun tells of the name before it. */
  private static boolean describes(Mention noun, Mention name) {
    return name.named()
        && !noun.named()
        && noun.single
        && !noun.indefinite
        && !noun.possessive
        && !noun.another;
  }

  /** Where a run of two to four unknown capitalised words that ends at {@code p} starts, or -1. */
  private int namesUpTo(int p) {
    int q = p;
    while (q >= 0 && type(q) == ItemType.NAME && p - q < 5) {
      q--;
    }
    ItemType before = type(q);
    boolean opens =
        q < 0
            || before == ItemType.COMMA
            || before == ItemType.BREAK
            || before == ItemType.RELATIVE
            || before == ItemType.WHERE
            || before == ItemType.OF
            || before == ItemType.QUOTE;
    int words = p - q;
    return opens && words >= 2 && words <= 4 ? q + 1 : -1;
  }

  private static boolean apposes(Mention whole, Mention apposition) {
    boolean one = whole.single && apposition.single && !apposition.named();
    boolean title = whole.single && apposition.named() && !whole.named();
    return one || title || (whole.counted() && apposition.quantity == null);
  }

  private static void mergeApposition(Mention whole, Mention apposition) {
    if (whole.age < 0) {
      whole.age = apposition.age;
    }
    if (!whole.named() && apposition.named() && whole.single) {
      whole.nameFrom = apposition.nameFrom;
      whole.nameTo = apposition.nameTo;
    }
    if (whole.sex == 0) {
      whole.sex = apposition.sex;
    }
    if (whole.group.equals(Claim.ALL)) {
      whole.group = apposition.group;
    }
  }

  private int listHead(int p) {
    if (p < 0) {
      return -1;
    }
    ItemType type = type(p);
    if (type == ItemType.VERB || type == ItemType.STATE || type == ItemType.FLED) {
      return -1;
    }
    int head = head(p, false);
    if (head < 0 || !mention(head).countable()) {
      return -1;
    }
    return objectAt(head) || complementAt(head) ? -1 : head;
  }

  /** "is a good child": told of the subject; "there were 12 dead" is no such thing. */
  private boolean complementAt(int head) {
    return type(head - 1) == ItemType.BE
        && mention(head).indefinite
        && type(head - 2) == ItemType.MENTION;
  }

  /** Whether the mention is the object of a verb right before it. */
  private boolean objectAt(int head) {
    int p = head - 1;
    while (type(p) == ItemType.ADVERB || type(p) == ItemType.QUOTE) {
      p--;
    }
    ItemType type = type(p);
    return type == ItemType.VERB || type == ItemType.TAKER || type == ItemType.FINITE;
  }

  /** The head of the nominal group that ends at {@code p}, past its prepositional phrases. */
  private int head(int p, boolean pastVerbs) {
    int unknown = 0;
    int ofFallback = -1;
    for (int j = p; j >= 0 && p - j < 24; ) {
      ItemType type = at(j).type;
      switch (type) {
        case MENTION -> {
          int q = j - 1;
          while (type(q) == ItemType.QUOTE) {
            q--;
          }
          ItemType before = type(q);
          boolean object =
              before == ItemType.PREPOSITION
                  || before == ItemType.OF
                  || before == ItemType.BY
                  || before == ItemType.TO
                  || (before == ItemType.AFTER && !mention(j).countable());
          int relative = relativeBefore(q);
          if (relative >= 0 && pastVerbs) {
            // "the gunman who killed 12 people": back to the antecedent
            j = relative;
            continue;
          }
          boolean tail =
              (before == ItemType.NAME
                      || (before == ItemType.OTHER
                          && (mention(j).head == Mention.Head.THING || mention(j).named())))
                  && !mention(j).counted()
                  && !mention(j).indefinite
                  && !mention(j).definite
                  && !mention(j).pronoun;
          boolean ofName =
              before == ItemType.MENTION
                  && mention(q).named()
                  && mention(j).head == Mention.Head.THING
                  && !mention(j).counted()
                  && !mention(j).definite;
          boolean address =
              before == ItemType.MENTION
                  && mention(j).named()
                  && mention(q).counted()
                  && mention(q).head == Mention.Head.NUMBER;
          if ((tail && q - 1 >= 0) || ofName || address) {
            // "in Bima city": the last word of a longer name
            j = q;
          } else if (object) {
            if (before == ItemType.OF && mention(j).countable() && mention(j).counted()) {
              ofFallback = j;
            }
            j = q - 1;
          } else {
            return j;
          }
        }
        case NAME, OTHER, TIME, REJECTED, ADVERB, QUOTE, HOMEWARD, TOLLVERB, ACT -> {
          if (++unknown > 7) {
            return ofFallback;
          }
          j--;
        }
        case PREPOSITION, OF, BY -> j--;
        case TO -> {
          if (type(j + 1) != ItemType.NAME && type(j + 1) != ItemType.MENTION) {
            return ofFallback;
          }
          j--;
        }
        case VERB -> {
          Term term = at(j).term;
          boolean reduced = term.form(Term.PARTICIPLE | Term.GERUND) && group(j).start == j;
          int relative = relativeBefore(j);
          if (pastVerbs && relative >= 0) {
            j = relative;
            continue;
          }
          if (!pastVerbs || !reduced) {
            return ofFallback;
          }
          j--;
        }
        case CLOSE -> {
          int q = skipLeft(j);
          if (q == j) {
            return ofFallback;
          }
          j = q;
        }
        default -> {
          int relative = pastVerbs ? relativeBefore(j) : -1;
          if (relative < 0) {
            return ofFallback;
          }
          j = relative;
        }
      }
    }
    return ofFallback;
  }

  /**
   * Where the antecedent ends, if the verb at {@code verb} is the one of a relative clause; else
   * -1.
   */
  private int relativeBefore(int verb) {
    ItemType type = type(verb);
    boolean known =
        type == ItemType.VERB
            || type == ItemType.TAKER
            || type == ItemType.FINITE
            || type == ItemType.LIGHT
            || type == ItemType.BE
            || type == ItemType.HAVE
            || type == ItemType.STATE;
    if (!known && type != ItemType.OTHER) {
      return -1;
    }
    int q = known ? group(verb).start - 1 : verb - 1;
    if (type(q) != ItemType.RELATIVE) {
      return -1;
    }
    q = skipLeft(q - 1);
    return type(q) == ItemType.COMMA ? skipLeft(q - 1) : q;
  }

  // ------------------------------------------------------------------ objects

  /** The mentions that follow a verb (or "of") at {@code k} as its objects. */
  List<Mention> objects(int k) {
    List<Mention> found = new ArrayList<>();
    int j = k + 1;
    while (type(j) == ItemType.ADVERB
        || type(j) == ItemType.QUOTE
        || (type(j) == ItemType.OPEN && countedAt(j + 1))
        || (type(j) == ItemType.TIME && type(j + 1) == ItemType.MENTION)) {
      j++;
    }
    if (type(j) == ItemType.INCLUDING) {
      return found;
    }
    int p;
    int names = namesFrom(j);
    if (names - j >= 2) {
      found.add(name(j, names));
      p = names;
    } else if (type(j) != ItemType.MENTION || !mention(j).countable()) {
      return found;
    } else {
      found.add(mention(j));
      p = j + 1;
    }
    boolean included = false;
    boolean phrase = false;
    boolean relative = type(k) == ItemType.VERB && relativeBefore(k) >= 0;
    while (p < size() && p - k < REACH) {
      ItemType type = at(p).type;
      switch (type) {
        case AND, COMMA -> {
          int next = p + 1;
          boolean and = type == ItemType.AND;
          while (type(next) == ItemType.ADVERB
              || type(next) == ItemType.QUOTE
              || (!and && type(next) == ItemType.AND)) {
            and |= type(next) == ItemType.AND;
            next++;
          }
          if (type(next) == ItemType.INCLUDING) {
            included = true;
            p = next + 1;
            if (type(p) == ItemType.MENTION && mention(p).countable()) {
              mention(p).included = true;
              found.add(mention(p));
              p++;
            }
            continue;
          }
          if (and && type(next) == ItemType.NAME && namesFrom(next) - next >= 2) {
            found.add(name(next, namesFrom(next)));
            p = namesFrom(next);
            continue;
          }
          if (type(next) != ItemType.MENTION || !mention(next).countable()) {
            return found;
          }
          if (phrase && mention(next).named() && mention(next).noun == Term.UNKNOWN) {
            // "hurt 4 near 57th and Sangamon"
            return found;
          }
          if (subjectAt(next) && (!relative || verbAt(next + 1))) {
            return found;
          }
          Mention m = mention(next);
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
            if (!apposes(last, m)) {
              return found;
            }
            mergeApposition(last, m);
          }
          p = next + 1;
        }
        case INCLUDING -> {
          included = true;
          p++;
          if (type(p) == ItemType.MENTION && mention(p).countable()) {
            mention(p).included = true;
            found.add(mention(p));
            p++;
          }
        }
        case PREPOSITION, OF, TO -> {
          phrase = type != ItemType.OF;
          p++;
          while (type(p) == ItemType.QUOTE || type(p) == ItemType.ADVERB) {
            p++;
          }
          if (type(p) == ItemType.MENTION || type(p) == ItemType.NAME) {
            p++;
          }
        }
        case NAME, TIME, ADVERB, QUOTE, REJECTED, OTHER -> p++;
        case MENTION -> {
          // "Ann Lee, 30, Bob Day, 40, and"
          if (!closedAt(p - 1) || !mention(p).named() || subjectAt(p)) {
            return found;
          }
          found.add(mention(p));
          p++;
        }
        case OPEN -> {
          int close = p + 1;
          while (close < size() && close - p < 12 && type(close) != ItemType.CLOSE) {
            close++;
          }
          if (type(close) != ItemType.CLOSE) {
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

  /** One past the run of capitalised unknown words at {@code i}: a name in a text in capitals. */
  private int namesFrom(int i) {
    int p = i;
    while (type(p) == ItemType.NAME && p - i < 5) {
      p++;
    }
    return type(p) == ItemType.MENTION ? i : p;
  }

  private Mention name(int from, int to) {
    Mention m = new Mention(at(from).from);
    m.to = at(to - 1).to;
    m.quantityTo = m.to;
    m.head = Mention.Head.NAME;
    m.nameFrom = m.from;
    m.nameTo = m.to;
    m.single = true;
    m.quantity = Quantity.exact(1);
    return m;
  }

  private boolean verbAt(int i) {
    ItemType type = type(i);
    return type == ItemType.BE
        || type == ItemType.HAVE
        || type == ItemType.VERB
        || type == ItemType.STATE;
  }

  /**
   * "two reporters, Ann Hill and Bob Reed": where those behind a number make up just that number,
   * they are not counted again.
   */
  static void enumerated(List<Mention> victims) {
    for (int i = 0; i + 1 < victims.size(); i++) {
      List<Mention> parts = victims.subList(i + 1, victims.size());
      if (makesUp(victims.get(i), parts, i > 0)) {
        for (Mention part : parts) {
          part.included = true;
        }
        return;
      }
    }
  }

  private static boolean makesUp(Mention whole, List<Mention> parts, boolean persons) {
    Long n = whole.counted() && whole.quantity != null ? whole.quantity.best() : null;
    if (n == null || n < 2) {
      return false;
    }
    boolean named = true;
    long sum = 0;
    for (Mention part : parts) {
      Long best = part.quantity == null ? null : part.quantity.best();
      boolean other =
          !part.single
              && !part.group.equals(whole.group)
              && !part.group.equals(Claim.ALL)
              && !whole.group.equals(Claim.ALL);
      if (best == null || other || part.included || part.another || (persons && !part.named())) {
        return false;
      }
      named &= part.named();
      sum += best;
    }
    // names behind a number are those of its persons, though not all need be named
    return sum == n || (named && sum < n);
  }

  /** "was killed, along with two bodyguards": those who share a passive verb's fate. */
  List<Mention> companions(int k) {
    for (int p = k + 1; p < size() && p - k < 22; p++) {
      ItemType type = type(p);
      if (type == ItemType.AND && at(p).term.is(Tag.TOGETHER)) {
        boolean mention = type(p + 1) == ItemType.MENTION && mention(p + 1).countable();
        return mention ? objects(p) : List.of();
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
    for (int n = 0; n < 20 && p < size(); n++) {
      ItemType type = type(p);
      if (type == ItemType.AND) {
        return type(p + 1) == ItemType.MENTION && !subjectAt(p + 1);
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

  /** Whether a finite verb follows the mention, so that it is the subject of another clause. */
  boolean subjectAt(int i) {
    for (int p = i + 1; p < size() && p - i < 16; p++) {
      ItemType type = at(p).type;
      switch (type) {
        case BE, HAVE, MODAL, DO, LIGHT, SAID, FINITE, TAKER, FORCED, STATE, FLED -> {
          return true;
        }
        case VERB -> {
          return !at(p).term.form(Term.GERUND) || at(p).term.form(Term.PARTICIPLE);
        }
        case PREPOSITION, OF, NAME, MENTION, ADVERB, QUOTE, TIME, OTHER, REJECTED -> {}
        default -> {
          return false;
        }
      }
    }
    return false;
  }
}
