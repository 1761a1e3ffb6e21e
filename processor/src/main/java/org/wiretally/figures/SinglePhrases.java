package org.wiretally.figures;

import org.jspecify.annotations.Nullable;
import org.wiretally.text.Tokens;

/**
 * Noun phrases without a quantity: one person ("a man", "his wife", "Ann Hill", "the 19-year-old")
 * or persons whose number is not said ("passengers", "the injured").
 */
final class SinglePhrases {
  /** Higher ones count no persons of one event. */
  private static final int MOST_ORDINAL = 1000;

  private final Window window;
  private final Lexemes lexemes;
  private final NounHeads heads;
  private final PersonNames names;
  private final Ages ages;
  private final KeptApart keptApart;

  SinglePhrases(Window window, NounHeads heads, PersonNames names, Ages ages, KeptApart keptApart) {
    this.window = window;
    this.lexemes = window.lexemes;
    this.heads = heads;
    this.names = names;
    this.ages = ages;
    this.keptApart = keptApart;
  }

  /** A phrase for one person: "a man", "his wife", "the 19-year-old", or a bare plural. */
  @Nullable Mention determined(Mention m, int j, int from) {
    if (j >= window.end) {
      return null;
    }
    int ordinal = m.indefinite ? ordinalBefore(j + 1) : 0;
    if (ordinal > 0) {
      // "a fourth victim": not one of those before
      m.another = true;
      m.ordinal = ordinal;
      j++;
    }
    int head = m.indefinite && !m.another ? heads.find(j, 1, true) : -1;
    if (head < 0) {
      head = heads.find(j, 0, true);
    }
    if (head < 0 && m.another && (j == from + 1 ? alone(from, j) : theOther(from, j))) {
      m.to = j;
      return asSingle(m, from);
    }
    if (head < 0) {
      int after = ages.afterAge(j);
      if (after > j) {
        m.age = (int) window.numerals.value;
        keptApart.numbers(j, window.numerals.next, "age");
        m.to = after;
        return asSingle(m, from);
      }
      if (lexemes.term(j).state != null || lexemes.term(j).form(Term.PARTICIPLE)) {
        // "the dead", "the injured"
        if (m.definite && (j + 1 == window.end || !lexemes.term(j + 1).victim())) {
          m.modifier = lexemes.term(j).state != null ? lexemes.term(j).state : lexemes.term(j).verb;
          m.to = j + 1;
          m.quantityTo = m.to;
          return m;
        }
      }
      return null;
    }
    Term t = lexemes.term(head);
    // "the man's wife": go on with what is possessed
    if (head + 1 < window.end && lexemes.term(head + 1).genitive) {
      int possessed = heads.find(head + 2, 0, true);
      if (possessed >= 0 && possessed == head + 2 && lexemes.term(possessed).victim()) {
        m.possessive = true;
        heads.take(m, possessed, head + 2);
        return lexemes.term(possessed).singular ? asSingle(m, from) : asBare(m, from);
      }
    }
    heads.take(m, head, j);
    if (m.head != Mention.Head.PERSONS) {
      m.quantityTo = m.to;
      return m;
    }
    names.behind(m);
    return t.singular && !(t.plural && m.definite) ? asSingle(m, from) : asBare(m, from);
  }

  /** Of the ordinal before one person at {@code i}, its number; 0 where there is none. */
  private int ordinalBefore(int i) {
    if (i >= window.end
        || i <= window.begin
        || !lexemes.term(i).victim()
        || !lexemes.term(i).singular) {
      return 0;
    }
    return lexemes.kind(i - 1) == Tokens.ORDINAL
        ? (int) Math.min(window.tokens.value(lexemes.token(i - 1)), MOST_ORDINAL)
        : lexemes.term(i - 1).ordinal;
  }

  /** "one dead and another hospitalized", "another was hit". */
  private boolean alone(int i, int next) {
    return lexemes.term(i).phrase.equals("another") && heads.endsPhrase(next);
  }

  /** "the other was wounded", "the other, who is in custody". */
  private boolean theOther(int i, int next) {
    return next == i + 2
        && lexemes.term(i).phrase.equals("the")
        && lexemes.term(i + 1).phrase.equals("other")
        && (heads.endsPhrase(next)
            || (next + 1 < window.end
                && lexemes.kind(next) == Tokens.COMMA
                && lexemes.term(next + 1).is(Tag.WHO)));
  }

  private Mention asSingle(Mention m, int from) {
    if (m.noun.size > 1) {
      m.quantity = Quantity.exact(m.noun.size);
      m.quantityFrom = from;
      m.quantityTo = m.to;
      return m;
    }
    m.single = true;
    if (m.group.equals("WOMEN")) {
      // one woman is no group of women
      m.group = Claim.ALL;
    }
    m.quantity = Quantity.exact(1);
    m.quantityFrom = from;
    m.quantityTo = m.to;
    age(m);
    return m;
  }

  private static Mention asBare(Mention m, int from) {
    m.quantityFrom = from;
    m.quantityTo = m.to;
    return m;
  }

  /** A phrase without a determiner: a name, a bare noun of a headline, an age. */
  @Nullable Mention bare(Mention m, int j, boolean named) {
    Term t = lexemes.term(j);
    byte kind = lexemes.kind(j);
    int from = m.from;
    if (kind != Tokens.WORD && kind != Tokens.NUMBER) {
      return null;
    }
    int after = ages.afterAge(j);
    if (after > j) {
      m.age = (int) window.numerals.value;
      keptApart.numbers(j, window.numerals.next, "age");
      int head = heads.find(after, 1, true);
      m.to = after;
      if (head >= 0) {
        heads.take(m, head, after);
        if (m.head != Mention.Head.PERSONS) {
          return m;
        }
      }
      names.behind(m);
      return asSingle(m, from);
    }
    if (kind != Tokens.WORD) {
      return null;
    }
    if (t.state != null && t.singular) {
      // "taken hostage"
      return null;
    }
    boolean numbered =
        j > window.begin
            && (Window.isDigits(lexemes.kind(j - 1))
                || (lexemes.term(j - 1).hedge != null && !lexemes.term(j - 1).is(Tag.PREPOSITION)));
    // "12% of people", a number too large: not two people at least
    m.numbered = numbered;
    if (t.victim() || (t.count != null && t.plural)) {
      int head = heads.find(j, 0, true);
      if (head < 0) {
        return null;
      }
      heads.take(m, head, j);
      if (m.head != Mention.Head.PERSONS) {
        m.quantityTo = m.to;
        return m;
      }
      names.behind(m);
      Term noun = lexemes.term(head);
      m.ordinal = ordinalBefore(j);
      m.another |= m.ordinal > 0;
      return noun.singular && !noun.plural ? asSingle(m, from) : asBare(m, from);
    }
    if (t.is(Tag.OTHERS)) {
      m.to = j + 1;
      m.quantityTo = m.to;
      m.another = true;
      return m;
    }
    Mention person = named && (t.verb == null || !t.known()) ? name(j) : null;
    if (person != null) {
      return person;
    }
    if (t.thing != null && t.verb == null && !t.isAny(~(Tag.CLAIMANT.bit | Tag.LABEL.bit))) {
      m.head = Mention.Head.THING;
      m.noun = t;
      m.to = j + 1;
      m.quantityTo = m.to;
      return m;
    }
    return null;
  }

  /** A person by name at {@code j}, or null. */
  @Nullable Mention name(int j) {
    Mention m = names.read(j);
    int noun = m != null && m.to == j + 1 ? peopleOf(j) : -1;
    if (noun > 0) {
      Mention people = new Mention(j);
      heads.take(people, noun, j);
      return asBare(people, j);
    }
    if (m != null) {
      age(m);
    }
    return m;
  }

  /** Of "Norlandic farmers", "Norlandic corn farmers" whose name it is; -1 for a person's name. */
  private int peopleOf(int name) {
    if (name > window.begin && lexemes.term(name - 1).is(Tag.AND)) {
      return -1;
    }
    int noun = name + 1;
    boolean unknown =
        noun < window.end
            && lexemes.kind(noun) == Tokens.WORD
            && lexemes.term(noun) == Term.UNKNOWN;
    if (unknown && !heads.endsLikeVerb(noun)) {
      noun++;
    }
    boolean plain = window.victimAt(noun) && !lexemes.has(noun, Tokens.CAPITAL);
    return plain && lexemes.term(noun).plural && !lexemes.term(noun).singular ? noun : -1;
  }

  /** ", 34," or "(34)" behind the phrase. */
  private void age(Mention m) {
    int k = m.to;
    if (k + 1 < window.end
        && (lexemes.kind(k) == Tokens.COMMA || lexemes.kind(k) == Tokens.OPEN)
        && lexemes.kind(k + 1) == Tokens.NUMBER
        && ages.isAge(k + 1)) {
      m.age = (int) window.tokens.value(lexemes.token(k + 1));
      keptApart.add(k + 1, k + 2, "age");
      int to = k + 2;
      if (to < window.end && lexemes.kind(to) == Tokens.CLOSE) {
        to++;
      } else if (to < window.end && lexemes.kind(to) == Tokens.COMMA) {
        to++;
        m.closed = true;
      }
      m.to = to;
    }
  }
}
