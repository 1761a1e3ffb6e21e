package org.wiretally.figures;

import org.wiretally.text.Tokens;

/**
 * The head of a noun phrase: of "three badly wounded police officers" the officers, with what the
 * words before it say of them.
 */
final class NounHeads {
  /** Words that a phrase is searched for its head. */
  private static final int REACH = 7;

  /** Words among them that the lexicon does not hold. */
  private static final int MAX_UNKNOWN = 4;

  /** Of the words that the lexicon holds those that may stand before a head. */
  private static final long OPEN = Tag.CLAIMANT.bit | Tag.FEAR.bit | Tag.ADVERB.bit | Tag.LABEL.bit;

  private final Window window;
  private final Lexemes lexemes;
  private final Ages ages;
  private final KeptApart keptApart;

  NounHeads(Window window, Ages ages, KeptApart keptApart) {
    this.window = window;
    this.lexemes = window.lexemes;
    this.ages = ages;
    this.keptApart = keptApart;
  }

  /**
   * The head noun of a phrase whose modifiers start at {@code j}, or -1.
   *
   * @param number 1 for a singular head, 2 for a plural one, 0 for either
   * @param things whether nouns that are no persons end the search as heads
   */
  int find(int j, int number, boolean things) {
    int unknown = 0;
    boolean participle = false;
    int found = -1;
    for (int k = j; k < window.end && k < j + REACH; k++) {
      Term t = lexemes.term(k);
      byte kind = lexemes.kind(k);
      if (kind != Tokens.WORD) {
        if (kind == Tokens.NUMBER || kind == Tokens.CODE) {
          int after = ages.afterAge(k);
          if (after > k && found < 0) {
            k = after - 1;
            continue;
          }
        }
        break;
      }
      if (t == Term.UNKNOWN) {
        if (found >= 0 || ++unknown > MAX_UNKNOWN) {
          break;
        }
        continue;
      }
      if (t.endsNoun) {
        break;
      }
      boolean noun =
          t.victim() || t.count != null || (t.thing != null && things && (!participle || t.house));
      if (found >= 0 && t.state != null) {
        // "41 workers hostage"
        break;
      }
      if (noun && found < 0 && compound(k)) {
        // "a Russian-occupied plant"
        continue;
      }
      if (noun && fits(t, number)) {
        if (found >= 0 && t.thing != null && pluralVictim(found)) {
          break;
        }
        found = k;
        if ("duration".equals(t.thing)) {
          // "a 2 week detention": the number is the weeks'
          break;
        }
        boolean more =
            k + 1 < window.end && lexemes.term(k + 1).victim() && lexemes.term(k + 1).plural;
        if (t.victim() && t.plural && !t.singular && !(more && number == 2) && !force(k)) {
          break;
        }
        continue;
      }
      if (found == k - 1 && t.is(Tag.CLAIMANT) && !pluralVictim(found)) {
        // "national fire department director"
        continue;
      }
      if (found >= 0) {
        break;
      }
      if (t.victim()
          || t.thing != null
          || t.state != null
          || t.is(Tag.ANOTHER)
          || t.is(Tag.TITLE)) {
        continue;
      }
      if (k > j && t.genitive) {
        continue;
      }
      if (t.verb != null) {
        if (!t.form(Term.PARTICIPLE) || (t.is(Tag.CAPTURE) && unknown > 0)) {
          // "9 cameras captured passengers"
          break;
        }
        participle = true;
        continue;
      }
      if (t.numberKind != null && ages.afterAge(k) > k) {
        k = ages.afterAge(k) - 1;
        continue;
      }
      if (t.is(Tag.AND) && k > j && adjective(k - 1) && k + 1 < window.end && adjective(k + 1)) {
        // "new and repeated displacements"
        continue;
      }
      if (t.is(Tag.HELD_TRUE) && k + 1 < window.end && lexemes.term(k + 1).count != null) {
        // "13 confirmed deaths"
        continue;
      }
      if (t.known() && !t.isAny(OPEN)) {
        break;
      }
      if (t.is(Tag.ADVERB) && !adverbBeforeNoun(k)) {
        break;
      }
      if (++unknown > MAX_UNKNOWN) {
        break;
      }
    }
    return found;
  }

  /** "the police commander": a force before one of its members. */
  private boolean force(int k) {
    char last = Character.toLowerCase(window.tokens.text().charAt(lexemes.end(k) - 1));
    return last == 'e'
        && k + 1 < window.end
        && lexemes.term(k + 1).victim()
        && lexemes.term(k + 1).singular;
  }

  /** Whether {@link #find} goes no further than the word, wherever it stands. */
  static boolean ends(Term t) {
    boolean noun = t.victim() || t.count != null || t.thing != null || t.is(Tag.TITLE);
    boolean told = t.state != null || t.verb != null || t.numberKind != null || t.genitive;
    return t.known()
        && !noun
        && !told
        && !t.isAny(OPEN | Tag.ANOTHER.bit | Tag.AND.bit)
        && !t.is(Tag.HELD_TRUE);
  }

  /** "up to 41 foreign worker were": a plural that lost its ending, right before a verb. */
  int singular(int j) {
    int head = find(j, 1, false);
    boolean noun = head >= 0 && lexemes.term(head).victim() && head + 1 < window.end;
    return noun && endsPhrase(head + 1) ? head : -1;
  }

  /** "Russian-occupied"; not "brother-in-law". */
  private boolean compound(int k) {
    return k + 1 < window.end
        && lexemes.kind(k + 1) == Tokens.WORD
        && lexemes.has(k + 1, Tokens.HYPHENATED)
        && !lexemes.has(k, Tokens.HYPHENATED)
        && !lexemes.term(k + 1).is(Tag.PREPOSITION);
  }

  private boolean adjective(int k) {
    Term t = lexemes.term(k);
    char last = window.tokens.text().charAt(lexemes.end(k) - 1);
    return lexemes.kind(k) == Tokens.WORD
        && last != 's'
        && last != 'S'
        && (!t.known() || (t.victim() && t.singular));
  }

  private boolean adverbBeforeNoun(int k) {
    char last = Character.toLowerCase(window.tokens.text().charAt(lexemes.end(k) - 1));
    return last == 'y'
        && k + 1 < window.end
        && (lexemes.term(k + 1).verb != null || lexemes.term(k + 1).victim());
  }

  private boolean pluralVictim(int k) {
    return lexemes.term(k).victim() && lexemes.term(k).plural;
  }

  private static boolean fits(Term t, int number) {
    if (t.thing != null && !t.victim() && t.count == null) {
      return number != 2 || t.manyThings;
    }
    return number == 0 || (number == 1 ? t.singular : t.plural);
  }

  /** Sets the head noun found at {@code head}, with what the modifiers from {@code j} on say. */
  void take(Mention m, int head, int j) {
    Term t = lexemes.term(head);
    m.noun = t;
    m.to = head + 1;
    if (t.count != null && !t.victim()) {
      m.head = Mention.Head.COUNT;
    } else if (t.victim()) {
      m.head = Mention.Head.PERSONS;
      m.group = t.group == null ? Claim.ALL : t.group;
      m.unit = t.unit;
      m.sex = t.sex;
    } else {
      m.head = Mention.Head.THING;
      m.unit = t.house ? Unit.HOUSEHOLDS : Unit.PERSONS;
    }
    for (int k = j; k < head; k++) {
      Term modifier = lexemes.term(k);
      if (modifier.verb != null && modifier.form(Term.PARTICIPLE)) {
        m.modifier = modifier.verb;
      } else if (modifier.state != null) {
        m.modifier = modifier.state;
      }
      if (modifier.victim() && m.group.equals(Claim.ALL) && modifier.group != null) {
        m.group = modifier.group;
      }
      int after = ages.afterAge(k);
      if (after > k) {
        m.age = (int) window.numerals.value;
        keptApart.numbers(k, after, "age");
        if (t.plural && m.quantity == null && ages.areTwo(k)) {
          m.quantity = Quantity.exact(2);
        }
        k = after - 1;
      }
    }
    if (m.held()) {
      m.modifier = t.held;
    }
    if (m.unit != Unit.PERSONS && m.head == Mention.Head.PERSONS && head + 2 < window.end) {
      // "120,000 families' homes"
      Term owned = lexemes.term(head + 2);
      boolean owns = lexemes.kind(head + 1) == Tokens.QUOTE || lexemes.term(head + 1).genitive;
      if (owns && owned.house) {
        m.noun = owned;
        m.head = Mention.Head.THING;
        m.to = head + 3;
      }
    }
  }

  /** A verb or a state, behind which no phrase goes on. */
  boolean endsPhrase(int i) {
    Term t = lexemes.term(i);
    return t.is(Tag.BE)
        || t.is(Tag.HAVE)
        || (t.verb != null && t.form(Term.PARTICIPLE))
        || t.state != null;
  }

  /** "snubbed", "barely": a word not held that is no noun. */
  boolean endsLikeVerb(int k) {
    int e = lexemes.end(k);
    String text = window.tokens.text();
    if (e - lexemes.start(k) < 4) {
      return false;
    }
    char a = Character.toLowerCase(text.charAt(e - 2));
    char b = Character.toLowerCase(text.charAt(e - 1));
    return (a == 'e' && b == 'd') || (a == 'l' && b == 'y');
  }
}
