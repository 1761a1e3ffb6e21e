package org.wiretally.figures;

import org.jspecify.annotations.Nullable;
import org.wiretally.text.Tokens;

/**
 * Who says so: "according to the interior ministry", "police said", "said X, a spokesman for Y".
 *
 * <p>A short name ("the ministry") stands for the longer one before it that ends in the same word,
 * a pronoun for whom the article quoted last.
 */
final class Claimants {
  private static final int LONGEST = 14;

  /** Items between "lowered" and the toll, or who lowered it. */
  private static final int NEAR = 6;

  private static final long DETERMINERS = Tag.DEFINITE.bit | Tag.ARTICLE.bit | Tag.POSSESSIVE.bit;
  private static final long PERSON = Tag.HE.bit | Tag.SHE.bit | Tag.THEY.bit;

  private final Lexemes lexemes;
  private final ArticleFigures article;

  Claimants(Lexemes lexemes, ArticleFigures article) {
    this.lexemes = lexemes;
    this.article = article;
  }

  /** Takes note of the claimants that a sentence names in full, and of who speaks for whom. */
  void passing(int from, int to) {
    for (int i = from; i < to; i++) {
      if (!lexemes.hasTrait(i, Term.CLAIMANT)) {
        continue;
      }
      if (lexemes.term(i).is(Tag.SPEAKER)) {
        speaker(i, from, to);
      }
      if (!lexemes.has(i, Tokens.CAPITAL)) {
        continue;
      }
      int start = i;
      while (start > from && capital(start - 1) && !lexemes.term(start - 1).is(Tag.DEFINITE)) {
        start--;
      }
      if (start < i) {
        article.named(text(start, i + 1));
      }
    }
  }

  /** "police spokesman Adam Hill", "Adam Hill, a spokesman for the coast guard". */
  private void speaker(int i, int from, int to) {
    int behind = i + 1;
    boolean belongs =
        behind < to
            && (lexemes.term(behind).phrase.equals("for") || lexemes.term(behind).is(Tag.OF));
    int body = behind + 1;
    while (belongs && body < to && lexemes.term(body).isAny(DETERMINERS)) {
      body++;
    }
    int bodyEnd = body;
    while (belongs && bodyEnd < to && bodyEnd - body < LONGEST && inName(bodyEnd)) {
      bodyEnd++;
    }
    int name = belongs ? bodyEnd + 1 : behind;
    int nameEnd = name;
    while (nameEnd < to && nameEnd - name < LONGEST && surname(nameEnd)) {
      nameEnd++;
    }
    boolean comma = belongs && bodyEnd < to && lexemes.kind(bodyEnd) == Tokens.COMMA;
    if (belongs) {
      int before = nameBefore(i, from);
      int last = before >= from ? before : comma && nameEnd > name ? nameEnd - 1 : -1;
      if (last >= 0 && bodyEnd > body) {
        article.speaks(text(last, last + 1), text(body, bodyEnd));
      }
      return;
    }
    int start = i;
    while (start > from && i - start < LONGEST && inName(start - 1)) {
      start--;
    }
    while (start < i && lexemes.term(start).isAny(DETERMINERS | Tag.OF.bit)) {
      start++;
    }
    int end = i;
    while (end > start && lexemes.term(end - 1).genitive) {
      end--;
    }
    if (nameEnd > name && end > start) {
      article.speaks(text(nameEnd - 1, nameEnd), text(start, end));
    }
  }

  /**
   * The surname before ", a spokesman" or "is a spokesman"; before the text where there is none.
   */
  private int nameBefore(int spokesman, int from) {
    int i = spokesman - 1;
    while (i > from && (lexemes.term(i).isAny(DETERMINERS) || lexemes.term(i).is(Tag.CLAIMANT))) {
      i--;
    }
    boolean apposed = i > from && (lexemes.kind(i) == Tokens.COMMA || lexemes.term(i).is(Tag.BE));
    return apposed && surname(i - 1) ? i - 1 : -1;
  }

  private boolean surname(int i) {
    return lexemes.name(i) || (capital(i) && lexemes.term(i).is(Tag.TITLE));
  }

  private boolean capital(int i) {
    return lexemes.kind(i) == Tokens.WORD && lexemes.has(i, Tokens.CAPITAL);
  }

  /** The claimant of a sentence's figures, or null. */
  @Nullable String of(Items items, int from, int to) {
    for (int k = 0; k < items.size(); k++) {
      Item item = items.get(k);
      if (item.type == ItemType.ACCORDING) {
        String found = nounPhrase(item.to, to);
        if (found != null) {
          return article.quoted(found);
        }
      } else if (item.term.is(Tag.SAID) && item.type != ItemType.MENTION) {
        if (pronoun(item.from - 1, from)) {
          return article.quotedLast();
        }
        String found = said(items, k, from, to);
        if (found != null) {
          return article.quoted(found);
        }
      }
    }
    return revising(items, from, to);
  }

  /** "the coast guard lowered the toll", "the toll was raised by the ministry". */
  private @Nullable String revising(Items items, int from, int to) {
    for (int k = 0; k < items.size(); k++) {
      if (items.type(k) != ItemType.TOLLVERB) {
        continue;
      }
      for (int j = k + 1; j < items.size() && j - k <= NEAR; j++) {
        String found = null;
        if (items.type(j) == ItemType.TOLL && claimantAt(beforeAuxiliaries(items.get(k).from))) {
          found = before(items, k, from);
        } else if (items.type(j) == ItemType.BY) {
          found = nounPhrase(items.get(j).to, to);
          found = found != null && body(items.get(j).to, to) ? found : null;
        }
        if (found != null) {
          return article.quoted(found);
        }
      }
    }
    return null;
  }

  private int beforeAuxiliaries(int verb) {
    int i = verb - 1;
    while (i > 0 && lexemes.term(i).isAny(Tag.HAVE.bit | Tag.ADVERB.bit)) {
      i--;
    }
    return i;
  }

  private boolean claimantAt(int i) {
    return i >= 0 && lexemes.term(i).is(Tag.CLAIMANT);
  }

  /** Whether a claimant's noun stands among the words of the phrase. */
  private boolean body(int start, int to) {
    for (int i = start; i < to && i - start < LONGEST; i++) {
      if (claimantAt(i)) {
        return true;
      }
      if (!inName(i) && !lexemes.term(i).isAny(DETERMINERS)) {
        return false;
      }
    }
    return false;
  }

  /** Whether a pronoun that stands for the speaker ends at {@code i}. */
  private boolean pronoun(int i, int from) {
    int at = i;
    while (at > from && lexemes.term(at).isAny(Tag.HAVE.bit | Tag.ADVERB.bit)) {
      at--;
    }
    return at >= from && (lexemes.term(at).isAny(PERSON) || lexemes.term(at).is(Tag.IT));
  }

  /** Who said it: before the verb, or behind it where only a comma stands before. */
  private @Nullable String said(Items items, int k, int from, int to) {
    int comma = items.get(k).from - 1;
    boolean inverted =
        comma > from && lexemes.kind(comma) == Tokens.COMMA && openingComma(comma, from) == comma;
    String found = inverted ? after(items, k, to) : before(items, k, from);
    if (found != null) {
      return found;
    }
    return inverted ? before(items, k, from) : after(items, k, to);
  }

  private @Nullable String nounPhrase(int start, int to) {
    int i = start;
    while (i < to && lexemes.term(i).isAny(Tag.DEFINITE.bit | Tag.ARTICLE.bit)) {
      i++;
    }
    int first = i;
    while (i < to && i - first < LONGEST && inName(i)) {
      i++;
    }
    return i > first ? text(first, i) : null;
  }

  private boolean inName(int i) {
    if (lexemes.kind(i) != Tokens.WORD) {
      return false;
    }
    Term term = lexemes.term(i);
    if (!term.known() || term.is(Tag.CLAIMANT) || term.is(Tag.TITLE) || term.victim()) {
      return true;
    }
    if (term.genitive) {
      return true;
    }
    if (term.is(Tag.OF) || term.phrase.equals("for")) {
      return true;
    }
    return term.thing != null || lexemes.has(i, Tokens.CAPITAL);
  }

  private @Nullable String before(Items items, int k, int from) {
    int end = items.get(k).from;
    int i = end;
    while (i > from && lexemes.term(i - 1).isAny(Tag.HAVE.bit | Tag.ADVERB.bit)) {
      i--;
    }
    end = i;
    if (i > from && lexemes.kind(i - 1) == Tokens.COMMA) {
      end = openingComma(i - 1, from);
      i = end;
    }
    while (i > from && end - i < LONGEST && inName(i - 1)) {
      i--;
    }
    while (i < end
        && (lexemes.term(i).isAny(Tag.OF.bit | Tag.DEFINITE.bit | Tag.ARTICLE.bit)
            || lexemes.term(i).is(Tag.PREPOSITION)
            || lexemes.term(i).genitive)) {
      i++;
    }
    return i < end && speaks(i, end) ? text(i, end) : null;
  }

  /** "Rahal, a spokesman for the army, said": the comma behind the name, or the one given. */
  private int openingComma(int comma, int from) {
    for (int i = comma - 1; i > from && comma - i < LONGEST; i--) {
      if (lexemes.kind(i) == Tokens.COMMA) {
        return i;
      }
    }
    return comma;
  }

  private @Nullable String after(Items items, int k, int to) {
    // only ", said X": a comma or a quote stands before the verb
    ItemType left = k > 0 ? items.get(k - 1).type : null;
    if (left != ItemType.COMMA && left != ItemType.QUOTE) {
      return null;
    }
    int i = items.get(k).to;
    while (i < to && lexemes.term(i).isAny(Tag.DEFINITE.bit | Tag.ARTICLE.bit)) {
      i++;
    }
    int first = i;
    while (i < to && i - first < LONGEST && inName(i)) {
      i++;
    }
    return i > first && speaks(first, i) ? text(first, i) : null;
  }

  /** A claimant's noun or a name. */
  private boolean speaks(int from, int to) {
    for (int i = from; i < to; i++) {
      Term term = lexemes.term(i);
      if (term.is(Tag.CLAIMANT) || term.is(Tag.TITLE)) {
        return true;
      }
      if (!term.known() && lexemes.has(i, Tokens.CAPITAL) && !lexemes.tokens().upperCase()) {
        return true;
      }
    }
    return false;
  }

  private String text(int from, int to) {
    String text = lexemes.tokens().text();
    return OneLine.of(text.substring(lexemes.start(from), lexemes.end(to - 1)));
  }
}
