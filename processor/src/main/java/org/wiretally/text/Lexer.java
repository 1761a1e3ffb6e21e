package org.wiretally.text;

import java.util.BitSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Cuts a text into words, numbers, punctuation and sentences in one pass, linear in its length.
 *
 * <p>It reads normalised text as well as raw text: hard-wrapped lines, text tokenised by blanks,
 * texts in capitals. Immutable, thread-safe.
 */
public final class Lexer {
  /**
   * A single line break ends a sentence after a line shorter than this: a headline, no wrapping.
   */
  private static final int SHORT_LINE = 55;

  private static final int MAX_DIGITS = 18;

  /** Shorter words are no two words that lost the blank between them. */
  private static final int SHORTEST_GLUED = 7;

  /** Longer ones are no language; the bound keeps the cost linear. */
  private static final int LONGEST_GLUED = 40;

  private final WordTable words;

  /** A bit for each word after which a full stop ends no sentence. */
  private final BitSet abbreviations = new BitSet();

  /** Words that are looked for where a blank was lost. */
  private final Glued glued;

  private final char group;
  private final char decimal;

  /**
   * @param words the words to be recognised
   * @param abbreviation whether a word's id is one after which a full stop ends no sentence
   * @param glued whether a word's id is one that is looked for where a blank was lost
   * @param group separator of digit groups, such as the comma in 1,200
   * @param decimal separator of decimals
   */
  public Lexer(
      WordTable words, IntPredicate abbreviation, IntPredicate glued, char group, char decimal) {
    this.words = words;
    IntStream.range(0, words.size()).filter(abbreviation).forEach(abbreviations::set);
    this.glued =
        new Glued(IntStream.range(0, words.size()).filter(glued).mapToObj(words::word).toList());
    this.group = group;
    this.decimal = decimal;
  }

  public Tokens lex(String text) {
    return lex(Runs.of(text));
  }

  /** The tokens of a text whose runs of letters were read. */
  public Tokens lex(Runs runs) {
    Tokens tokens = Tokens.none();
    lex(runs, tokens);
    return tokens;
  }

  /** As {@link #lex(Runs)}, in place of the tokens that {@code into} held. */
  public void lex(Runs runs, Tokens into) {
    into.open(runs.text(), runs.count() + runs.count() / 4 + 16);
    new Pass(runs, into).run();
  }

  /** The state of one pass. */
  private final class Pass {
    private final Runs runs;

    /** The first run that does not lie before {@link #at}, and where it starts. */
    private int run;

    private int nextRun;

    private final char[] text;
    private final int length;
    private final Tokens tokens;
    private int at;
    private int lineStart;
    private boolean spaceBefore = true;
    private boolean hyphenBefore;
    private int upperWords;
    private int lowerWords;

    Pass(Runs runs, Tokens tokens) {
      this.runs = runs;
      this.nextRun = runs.start(0);
      this.text = runs.chars();
      this.length = text.length;
      this.tokens = tokens;
    }

    void run() {
      tokens.sentence(true);
      while (at < length) {
        while (nextRun < at) {
          nextRun = runs.start(++run);
        }
        if (at == nextRun) {
          word();
          continue;
        }
        char c = text[at];
        if (c == ' ' && at + 1 == nextRun) {
          spaceBefore = true;
          hyphenBefore = false;
          at++;
          continue;
        }
        if (isSpace(c)) {
          space();
          continue;
        }
        char folded = Folding.fold(c);
        if (folded == Folding.NOTHING) {
          at++;
          continue;
        }
        if (Folding.digit(folded) >= 0) {
          number();
        } else if (isLetter(at)
            || (folded == '\'' && at + 1 < length && isLetter(at + 1) && contraction())) {
          word();
        } else {
          punctuation(folded);
        }
      }
      tokens.upperCase(upperWords > 4 * Math.max(2, lowerWords));
      tokens.finish();
    }

    private int flags() {
      int flags = (spaceBefore ? 0 : Tokens.TIGHT) | (hyphenBefore ? Tokens.HYPHENATED : 0);
      spaceBefore = false;
      hyphenBefore = false;
      return flags;
    }

    private void space() {
      int breaks = 0;
      int firstBreak = at;
      while (at < length) {
        char c = text[at];
        if (c == '\n') {
          if (breaks++ == 0) {
            firstBreak = at;
          }
        } else if (!isSpace(c)) {
          break;
        }
        at++;
      }
      spaceBefore = true;
      hyphenBefore = false;
      if (breaks >= 2) {
        tokens.sentence(true);
        lineStart = at;
      } else if (breaks == 1) {
        boolean shortLine = firstBreak - lineStart < SHORT_LINE;
        if (shortLine && at < length && !Character.isLowerCase(text[at]) && !afterComma()) {
          tokens.sentence(true);
        }
        lineStart = at;
      }
    }

    private boolean afterComma() {
      return tokens.size() > 0 && tokens.kind(tokens.size() - 1) == Tokens.COMMA;
    }

    // ---------------------------------------------------------------- words

    /** Whether the apostrophe here starts a cut-off ending: 's, 're, n't after tokenisation. */
    private boolean contraction() {
      int stop = at + 1;
      while (stop < length && isLetter(stop)) {
        stop++;
      }
      return stop - at <= 3 && (tokens.size() > 0) && isEnding(at, stop);
    }

    private boolean isEnding(int from, int to) {
      String endings = " 's 're 've 'll 'd 'm 't ";
      int found = 0;
      for (int i = 0; i + 1 < endings.length(); i = found) {
        found = endings.indexOf(' ', i + 1);
        if (found - i - 1 == to - from && matches(endings, i + 1, from, to)) {
          return true;
        }
      }
      return false;
    }

    private boolean matches(String pattern, int patternAt, int from, int to) {
      for (int i = from; i < to; i++) {
        if (Folding.fold(text[i]) != pattern.charAt(patternAt + i - from)) {
          return false;
        }
      }
      return true;
    }

    private void word() {
      if (at != nextRun || !plainWords()) {
        anyWord();
      }
    }

    /**
     * Takes the run here, if it is a word by itself, as nearly all are, and the words behind it as
     * long as single blanks part them; false where the run that it stops at is none.
     */
    private boolean plainWords() {
      while (true) {
        int from = at;
        int to = runs.end(run);
        if (to < length && !endsPlainWord(text[to])) {
          return false;
        }
        int letters = to - from;
        int upper = runs.capitals(run);
        boolean capital = text[from] < 'a';
        int id = words.find(runs.key(run), runs.folded(), from, to);
        if (id < 0 && mayCut(from, to, upper, capital) && cut(from, to, upper == 0) > from) {
          return false;
        }
        int flags = flags() | (capital ? Tokens.CAPITAL : 0);
        if (upper > 1 && upper == letters) {
          flags |= Tokens.UPPER;
          upperWords++;
        } else {
          lowerWords += letters > 2 ? 1 : 0;
        }
        tokens.add(from, to, Tokens.WORD, id, flags, 0);
        at = to;
        nextRun = runs.start(++run);
        if (to == length) {
          return true;
        }
        if (text[to] == '.') {
          abbreviationDot(from, to, id, letters, capital);
          return true;
        }
        if (text[to] != ' ' || nextRun != to + 1 || nextRun == length) {
          return true;
        }
        at = nextRun;
        spaceBefore = true;
      }
    }

    /**
     * Whether a run is worth a look for two words: one in small letters or in one case seldom is.
     */
    private boolean mayCut(int from, int to, int upper, boolean capital) {
      return upper == 0
          ? to - from >= SHORTEST_GLUED && glued.like(text, from, to) != 0
          : upper > 1 || !capital;
    }

    private void anyWord() {
      int from = at;
      int upper = 0;
      boolean plain = false;
      if (from == nextRun) {
        at = runs.end(run);
        upper = runs.capitals(run);
        plain = at == length || endsPlainWord(text[at]);
      } else {
        // what is left of a run that was cut
        for (; at < length && isAsciiLetter(text[at]); at++) {
          upper += text[at] < 'a' ? 1 : 0;
        }
      }
      int letters = at - from;
      boolean digits = false;
      while (!plain && at < length) {
        char c = text[at];
        if (isLetter(at)) {
          letters++;
          if (Character.isUpperCase(c)) {
            upper++;
          }
        } else if (Folding.digit(c) >= 0) {
          boolean near = at - from >= 2 && at - from <= LONGEST_GLUED;
          if (!digits && near && countAt(at) && words.find(text, from, at) >= 0) {
            // "with14,593": the blank was lost
            break;
          }
          digits = true;
        } else if (Folding.fold(c) == '\'' && at > from && at + 1 < length && isLetter(at + 1)) {
          int stop = at + 1;
          while (stop < length && isLetter(stop) && stop - at <= 3) {
            stop++;
          }
          if (isEnding(at, stop)) {
            break;
          }
        } else if (Folding.fold(c) != Folding.NOTHING && !(at == from) && !isMark(c)) {
          break;
        }
        at++;
      }
      int to = at;
      int whole =
          plain ? words.find(runs.key(run), runs.folded(), from, to) : words.find(text, from, to);
      boolean evenCase = plain && (upper == 0 || (upper == 1 && text[from] < 'a'));
      int cut = digits || whole >= 0 ? from : cut(from, to, evenCase);
      if (cut > from) {
        to = cut;
        at = cut;
      }
      // "don't" is "do" and "n't"
      if (at + 1 < length
          && Folding.fold(text[at]) == '\''
          && Folding.fold(text[at + 1]) == 't'
          && at - from > 2
          && Folding.fold(text[at - 1]) == 'n') {
        to = at - 1;
      }
      boolean capital = upper > 0 && Character.isUpperCase(text[from]);
      int flags = flags();
      if (capital) {
        flags |= Tokens.CAPITAL;
      }
      if (upper > 1 && upper == letters) {
        flags |= Tokens.UPPER;
        upperWords++;
      } else if (letters > 2) {
        lowerWords++;
      }
      int id = to == at && cut <= from ? whole : words.find(text, from, to);
      tokens.add(from, to, digits && id < 0 ? Tokens.CODE : Tokens.WORD, id, flags, 0);
      if (to < at) {
        int ending = at + 2;
        tokens.add(to, ending, Tokens.WORD, words.find(text, to, ending), Tokens.TIGHT, 0);
        at = ending;
      }
      abbreviationDot(from, to, id, letters, capital);
    }

    /** Three digits or more, or groups of digits. */
    private boolean countAt(int i) {
      int stop = i;
      while (stop < length && isDigitAt(stop)) {
        stop++;
      }
      return stop - i >= 3 || (stop + 1 < length && text[stop] == group && threeDigitsAt(stop + 1));
    }

    /**
     * Where a word that the table does not hold is two that lost the blank between them, or {@code
     * from}: at a capital in mid-word behind a known word ("fledTikrit", "inIDPcamps"), or between
     * two known words one of which is marked for it ("beenforced").
     */
    private int cut(int from, int to, boolean evenCase) {
      if (to - from < 5 || to - from > LONGEST_GLUED) {
        return from;
      }
      boolean lower = Character.isLowerCase(text[from]);
      for (int i = from + 2; i < to && !evenCase; i++) {
        boolean rises = Character.isUpperCase(text[i]) && Character.isLowerCase(text[i - 1]);
        boolean falls = Character.isLowerCase(text[i]) && Character.isUpperCase(text[i - 1]);
        if (lower && rises && words.find(text, from, i) >= 0) {
          return i;
        }
        if (falls && words.find(text, from, i) >= 0 && words.find(text, i, to) >= 0) {
          return i;
        }
      }
      if (!lower || to - from < SHORTEST_GLUED) {
        return from;
      }
      for (long like = glued.like(text, from, to); like != 0; like &= like - 1) {
        int word = Long.numberOfTrailingZeros(like);
        int left = to - glued.length(word);
        if (left - from >= 2 && glued.stands(word, text, left)) {
          if (words.find(text, from, left) >= 0 || endsInIng(from, left)) {
            return left;
          }
        }
        int right = from + glued.length(word);
        if (to - right >= 2 && glued.stands(word, text, from) && words.find(text, right, to) >= 0) {
          return right;
        }
      }
      return from;
    }

    /** "shellingforced": a verbal noun need not be known. */
    private boolean endsInIng(int from, int to) {
      return to - from > 5 && text[to - 1] == 'g' && text[to - 2] == 'n' && text[to - 3] == 'i';
    }

    /** Takes a full stop that belongs to the word: "Mr.", "U.S.", "J.". */
    private void abbreviationDot(int from, int to, int id, int letters, boolean capital) {
      if (at != to || at >= length || text[at] != '.') {
        return;
      }
      boolean initials = letters == 1 && at + 2 < length && isLetter(at + 1);
      if (initials && text[at + 2] == '.') {
        while (at + 2 < length && isLetter(at + 1) && text[at + 2] == '.') {
          at += 2;
        }
        at++;
        int known = words.find(text, from, at);
        tokens.endLastAt(at);
        retag(from, known);
        endAfterAbbreviation(known);
      } else if (id >= 0 && abbreviations.get(id)) {
        at++;
        tokens.endLastAt(at);
      } else if (letters == 1 && capital && nextIsCapital(at + 1)) {
        at++;
        tokens.endLastAt(at);
      }
    }

    private void retag(int from, int id) {
      if (id >= 0) {
        tokens.retagLast(from, id);
      }
    }

    /** "11 p.m. The" ends a sentence; "U.S. President" does not. */
    private void endAfterAbbreviation(int id) {
      if (id >= 0 && !abbreviations.get(id) && nextIsCapital(at)) {
        tokens.sentence(false);
      }
    }

    private boolean nextIsCapital(int from) {
      int i = from;
      while (i < length && i < from + 4 && isSpace(text[i])) {
        i++;
      }
      return i < length && i > from && Character.isUpperCase(text[i]);
    }

    // ---------------------------------------------------------------- numbers

    private void number() {
      int from = at;
      long value = 0;
      int digits = 0;
      boolean grouped = false;
      while (at < length) {
        char c = text[at];
        int digit = Folding.digit(Folding.fold(c));
        if (digit >= 0) {
          value = digits >= MAX_DIGITS ? Long.MAX_VALUE : value * 10 + digit;
          digits += digits == 0 && digit == 0 ? 0 : 1;
          at++;
        } else if (Folding.fold(c) == Folding.NOTHING) {
          at++;
        } else if (at - from <= 3 || grouped) {
          if ((c == group || isGroupSpace(c)) && threeDigitsAt(at + 1)) {
            grouped = true;
            at++;
          } else if (c == group && at + 2 < length && text[at + 1] == ' ' && zerosAt(at + 2)) {
            // "61, 000"
            grouped = true;
            at += 2;
          } else {
            break;
          }
        } else {
          break;
        }
      }
      byte kind = digits > MAX_DIGITS ? Tokens.HUGE : Tokens.NUMBER;
      int flags = flags() | (grouped ? Tokens.GROUPED : 0);
      if (at + 1 < length && text[at] == decimal && isDigitAt(at + 1)) {
        at++;
        long scale = Tokens.DECIMAL_SCALE;
        long fraction = 0;
        boolean more = false;
        while (at < length && isDigitAt(at)) {
          if (scale > 1) {
            scale /= 10;
            fraction += scale * Folding.digit(Folding.fold(text[at]));
          }
          at++;
        }
        while (at + 1 < length && text[at] == '.' && isDigitAt(at + 1)) {
          more = true;
          at++;
          skipDigits();
        }
        boolean fits = kind == Tokens.NUMBER && value < Long.MAX_VALUE / Tokens.DECIMAL_SCALE - 1;
        kind = more ? Tokens.CODE : fits ? Tokens.DECIMAL : Tokens.HUGE;
        value = fits ? value * Tokens.DECIMAL_SCALE + fraction : 0;
      }
      kind = afterNumber(kind);
      if (kind == Tokens.NUMBER && scaled != 1) {
        value = value > Long.MAX_VALUE / scaled ? Long.MAX_VALUE : value * scaled;
      } else if (kind == Tokens.DECIMAL && scaled != 1) {
        kind = value > Long.MAX_VALUE / scaled ? Tokens.HUGE : Tokens.NUMBER;
        value = kind == Tokens.HUGE ? 0 : value * scaled / Tokens.DECIMAL_SCALE;
      }
      scaled = 1;
      int last = tokens.size() - 1;
      if ((kind == Tokens.NUMBER || kind == Tokens.DECIMAL)
          && last >= 0
          && tokens.kind(last) == Tokens.CURRENCY) {
        kind = Tokens.MONEY;
      }
      tokens.add(from, at, kind, WordTable.UNKNOWN, flags, value);
    }

    private long scaled = 1;

    /** Takes what is written onto the digits: th, %, k, pm, :30, /12. */
    private byte afterNumber(byte kind) {
      if (at >= length) {
        return kind;
      }
      char c = Folding.fold(text[at]);
      if (c == '%') {
        at++;
        return Tokens.PERCENT;
      }
      if ((c == ':' || c == '/') && at + 1 < length && isDigitAt(at + 1)) {
        while (at + 1 < length && (text[at] == ':' || text[at] == '/') && isDigitAt(at + 1)) {
          at++;
          skipDigits();
        }
        return Tokens.CODE;
      }
      if (c == '-' && at + 1 < length && isDigitAt(at + 1)) {
        int back = at;
        int parts = 1;
        while (at + 1 < length && text[at] == '-' && isDigitAt(at + 1)) {
          at++;
          skipDigits();
          parts++;
        }
        if (parts > 2) {
          return Tokens.CODE;
        }
        at = back;
        return kind;
      }
      if (!isLetter(at)) {
        return kind;
      }
      int stop = at;
      while (stop < length && isLetter(stop)) {
        stop++;
      }
      return switch (stop - at) {
        case 1 -> suffix(kind, c, stop);
        case 2 -> twoLetters(kind, c, Folding.fold(text[at + 1]), stop);
        default -> kind;
      };
    }

    private byte suffix(byte kind, char c, int stop) {
      switch (c) {
        case 'k' -> scaled = 1_000;
        case 'm' -> scaled = 1_000_000;
        case 's' -> {
          at = stop;
          return Tokens.CODE;
        }
        default -> {
          at = stop;
          return Tokens.CODE;
        }
      }
      at = stop;
      return kind;
    }

    private byte twoLetters(byte kind, char a, char b, int stop) {
      boolean ordinal =
          (a == 's' && b == 't')
              || (a == 'n' && b == 'd')
              || (a == 'r' && b == 'd')
              || (a == 't' && b == 'h');
      if (ordinal) {
        at = stop;
        return Tokens.ORDINAL;
      }
      if (b == 'm' && (a == 'a' || a == 'p')) {
        at = stop;
        return Tokens.CODE;
      }
      return kind;
    }

    private void skipDigits() {
      while (at < length && isDigitAt(at)) {
        at++;
      }
    }

    private boolean isDigitAt(int i) {
      return Folding.digit(Folding.fold(text[i])) >= 0;
    }

    private boolean zerosAt(int i) {
      return threeDigitsAt(i) && text[i] == '0' && text[i + 1] == '0' && text[i + 2] == '0';
    }

    private boolean threeDigitsAt(int i) {
      return i + 2 < length
          && isDigitAt(i)
          && isDigitAt(i + 1)
          && isDigitAt(i + 2)
          && (i + 3 >= length || !isDigitAt(i + 3));
    }

    // ---------------------------------------------------------------- punctuation

    private void punctuation(char c) {
      int from = at++;
      switch (c) {
        case ',' -> add(from, Tokens.COMMA);
        case '.' -> stop(from);
        case '\u2026' -> add(from, Tokens.STOP);
        case '!' -> {
          add(from, Tokens.STOP);
          close();
        }
        case '?' -> {
          add(from, Tokens.QUESTION);
          close();
        }
        case ':' -> add(from, Tokens.COLON);
        case ';' -> add(from, Tokens.SEMICOLON);
        case '(', '[', '{' -> add(from, Tokens.OPEN);
        case ')', ']', '}' -> add(from, Tokens.CLOSE);
        case '"', '\u201c', '\u201d', '\u201e', '\u00ab', '\u00bb', '`', '\'' -> {
          while (at < length && (text[at] == '`' || text[at] == '\'')) {
            at++;
          }
          add(from, Tokens.QUOTE);
        }
        case '\u2013', '\u2014', '\u2015' -> dash(from);
        case '-' -> hyphen(from);
        case '$', '\u00a3', '\u20ac', '\u00a5', '\u20b9' -> add(from, Tokens.CURRENCY);
        case '%' -> percent(from);
        default -> add(from, Tokens.SYMBOL);
      }
    }

    private void percent(int from) {
      int last = tokens.size() - 1;
      if (last >= 0
          && (tokens.kind(last) == Tokens.NUMBER || tokens.kind(last) == Tokens.DECIMAL)) {
        tokens.kindOfLast(Tokens.PERCENT);
        tokens.endLastAt(at);
      } else {
        add(from, Tokens.SYMBOL);
      }
    }

    private void hyphen(int from) {
      boolean joined = !spaceBefore && at < length && !isSpace(text[at]);
      if (joined && text[at] != '-') {
        hyphenBefore = true;
        return;
      }
      if (bracket("LRB-")) {
        add(from, Tokens.OPEN);
        return;
      }
      if (bracket("RRB-")) {
        add(from, Tokens.CLOSE);
        return;
      }
      boolean prefix = spaceBefore && at < length && isLetter(at) && afterWord();
      if (prefix) {
        // "Fly -by" in a text tokenised by blanks
        hyphenBefore = true;
        return;
      }
      while (at < length && text[at] == '-') {
        at++;
      }
      add(from, Tokens.DASH);
    }

    private boolean afterWord() {
      return tokens.size() > 0 && tokens.kind(tokens.size() - 1) == Tokens.WORD;
    }

    /** Brackets as tokenised corpora write them; takes the rest of one. */
    private boolean bracket(String rest) {
      if (!spaceBefore || at + rest.length() > length) {
        return false;
      }
      for (int i = 0; i < rest.length(); i++) {
        if (text[at + i] != rest.charAt(i)) {
          return false;
        }
      }
      at += rest.length();
      return true;
    }

    /** A long dash between digits is a hyphen. */
    private void dash(int from) {
      int last = tokens.size() - 1;
      if (!spaceBefore
          && last >= 0
          && tokens.kind(last) == Tokens.NUMBER
          && at < length
          && isDigitAt(at)) {
        hyphenBefore = true;
      } else {
        add(from, Tokens.DASH);
      }
    }

    private void stop(int from) {
      boolean apart = spaceBefore;
      while (at < length && text[at] == '.') {
        at++;
      }
      add(from, Tokens.STOP);
      if (at >= length || apart) {
        close();
        return;
      }
      int i = at;
      while (i < length && isClosing(text[i])) {
        i++;
      }
      if (i >= length) {
        return;
      }
      // "town.Police": scraped paragraphs that ran together
      boolean ranTogether =
          i == at
              && Character.isUpperCase(text[i])
              && i + 1 < length
              && !Character.isUpperCase(text[i + 1])
              && from > 0
              && Character.isLowerCase(text[from - 1]);
      if (ranTogether || (isSpace(text[i]) && startsSentence(i))) {
        close();
      }
    }

    private boolean startsSentence(int from) {
      int i = from;
      while (i < length && i < from + 8 && (isSpace(text[i]) || isOpening(text[i]))) {
        i++;
      }
      return i >= length || !Character.isLowerCase(text[i]);
    }

    /** Ends the sentence, closing quotes and brackets included. */
    private void close() {
      while (at < length && isClosing(text[at])) {
        int from = at++;
        char c = text[from];
        add(from, c == ')' || c == ']' ? Tokens.CLOSE : Tokens.QUOTE);
      }
      tokens.sentence(false);
    }

    private boolean isClosing(char c) {
      return c == '"' || c == '\u201d' || c == '\u2019' || c == '\'' || c == ')' || c == ']';
    }

    private boolean isOpening(char c) {
      return c == '"' || c == '\u201c' || c == '\u2018' || c == '\'' || c == '(' || c == '`';
    }

    private void add(int from, byte kind) {
      tokens.add(from, at, kind, WordTable.UNKNOWN, flags(), 0);
    }

    // ---------------------------------------------------------------- characters

    private boolean isLetter(int i) {
      char c = text[i];
      if (c < 0x80) {
        return isAsciiLetter(c);
      }
      return Character.isLetter(c) || Character.isSurrogate(c) || c == '\ufffd';
    }

    private boolean isAsciiLetter(char c) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    /** Whether no word goes on with a character that is no ASCII letter. */
    private boolean endsPlainWord(char c) {
      return c < 0x80 && c != '\'' && !(c >= '0' && c <= '9');
    }

    private boolean isMark(char c) {
      return c >= 0x300 && Character.getType(c) == Character.NON_SPACING_MARK;
    }
  }

  private static boolean isSpace(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r') || (c >= 0x85 && isRareSpace(c));
  }

  private static boolean isRareSpace(char c) {
    return c == '\u0085' || Character.isSpaceChar(c);
  }

  private static boolean isGroupSpace(char c) {
    return c == ' ' || c == '\u00a0' || c == '\u2009' || c == '\u202f';
  }
}
