package org.wiretally.figures;

import org.jspecify.annotations.Nullable;
import org.wiretally.text.Tokens;

/** Noun phrases that start with a quantity: "26 Peruvians", "two of the men", "five others". */
final class CountedPhrases {
  private final Window window;
  private final Lexemes lexemes;
  private final NounHeads heads;

  CountedPhrases(Window window, NounHeads heads) {
    this.window = window;
    this.lexemes = window.lexemes;
    this.heads = heads;
  }

  /** The head of a phrase that starts with a number. */
  @Nullable Mention read(Mention m, int from) {
    int j = m.to;
    boolean one = m.quantity != null && Long.valueOf(1).equals(m.quantity.best());
    m.head = Mention.Head.NUMBER;
    if (j < window.end && lexemes.has(j, Tokens.HYPHENATED)) {
      // "236-police": who says so
      return m;
    }
    // "of them", "of the men", "of his sons"
    if (j < window.end
        && lexemes.term(j).is(Tag.INCLUDING)
        && lexemes.term(j).phrase.startsWith("of ")) {
      m.ofThem = true;
      m.to = j + 1;
      boolean noun = j + 1 < window.end && lexemes.term(j + 1).verb == null;
      int head = noun ? heads.find(j + 1, 2, true) : -1;
      if (head >= 0 && lexemes.term(head).victim()) {
        // "both of these men"
        heads.take(m, head, j + 1);
      }
      return m;
    }
    if (j < window.end && lexemes.term(j).is(Tag.OF) && j + 1 < window.end) {
      Term of = lexemes.term(j + 1);
      if (of.is(Tag.THEM) && !of.is(Tag.DEFINITE)) {
        m.ofThem = true;
        m.to = j + 2;
        return m;
      }
      if (of.isAny(Tag.DEFINITE.bit | Tag.POSSESSIVE.bit)) {
        int k = j + 2;
        Numerals inner = window.numerals;
        boolean numbered = inner.read(k, window.end);
        long number = inner.value;
        int next = numbered ? inner.next : k;
        int head = heads.find(next, 2, true);
        m.ofThem = !of.is(Tag.POSSESSIVE) && !of.phrase.equals("its") && !titled(next);
        m.to = next;
        if (head >= 0) {
          heads.take(m, head, next);
        }
        if (numbered) {
          m.partOf(number, k, next);
        }
        return m;
      }
    }
    while (j < window.end
        && lexemes.term(j).isAny(Tag.MORE.bit | Tag.ANOTHER.bit | Tag.OTHERS.bit)) {
      Term t = lexemes.term(j);
      if (t.is(Tag.OTHERS)) {
        m.another = true;
        m.head = Mention.Head.PERSONS;
        m.to = j + 1;
        return m;
      }
      m.more |= t.is(Tag.MORE);
      m.another |= t.is(Tag.ANOTHER);
      m.to = ++j;
    }
    if (j < window.end && lexemes.kind(j) == Tokens.QUOTE) {
      j++;
    }
    boolean none = m.quantity != null && Long.valueOf(0).equals(m.quantity.best());
    int head = heads.find(j, one ? 1 : none ? 0 : 2, true);
    if (head < 0 && !one) {
      head = heads.singular(j);
    }
    if (head >= 0 && headlineBreak(m, j, head)) {
      head = -1;
    }
    if (head >= 0) {
      heads.take(m, head, j);
      if (m.to < window.end && lexemes.kind(m.to) == Tokens.QUOTE && j > m.quantityTo) {
        m.to++;
      }
      return m;
    }
    unknownHead(m, j, one);
    return m.to > from ? m : null;
  }

  /** "rules 4 and 6 of the Northern Charter": a name that is no people's. */
  private boolean titled(int k) {
    return k + 1 < window.end
        && lexemes.name(k)
        && lexemes.has(k + 1, Tokens.CAPITAL)
        && !window.victimAt(k + 1)
        && !window.tokens.upperCase();
  }

  /** "kills 49 Comments are closed": a capital starts a new line, not the head of the phrase. */
  private boolean headlineBreak(Mention m, int j, int head) {
    Term t = lexemes.term(head);
    return !t.victim()
        && t.count == null
        && m.from > window.begin
        && (lexemes.has(head, Tokens.CAPITAL)
            || (lexemes.has(j, Tokens.CAPITAL) && lexemes.term(m.from - 1).verb != null))
        && !lexemes.has(m.from, Tokens.CAPITAL)
        && !window.tokens.upperCase();
  }

  /** "26 Peruvians", "two Shiites": the first word in -s, where no known noun follows. */
  private void unknownHead(Mention m, int j, boolean one) {
    for (int k = j; k < window.end && k < j + 3; k++) {
      if (lexemes.kind(k) != Tokens.WORD || lexemes.known(k)) {
        return;
      }
      char last = Character.toLowerCase(window.tokens.text().charAt(lexemes.end(k) - 1));
      if (last == 's' && !one) {
        m.head = Mention.Head.OTHER;
        m.to = k + 1;
        return;
      }
      if (heads.endsLikeVerb(k)) {
        return;
      }
    }
  }
}
