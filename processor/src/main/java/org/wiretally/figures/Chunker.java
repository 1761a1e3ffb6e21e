package org.wiretally.figures;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wiretally.article.Span;
import org.wiretally.text.Tokens;

/**
 * Cuts a sentence into {@link Item}s: noun phrases with their quantities, triggers, and the words
 * of the grammar between them. Numbers that count no persons are kept with the reason.
 *
 * <p>Every look ahead is bounded, so the cost is linear in the sentence. One for each text.
 */
final class Chunker {
  private static final int REACH = 7;
  private static final int MAX_UNKNOWN = 4;
  private static final int OLDEST = 115;

  /** Items between two dashes that make a bracket. */
  private static final int PARENTHESIS = 12;

  /** Figures below are seldom years unless a preposition says so. */
  private static final int EARLIEST_YEAR = 1900;

  private final Lexemes lexemes;
  private final Tokens tokens;
  private final Numerals numerals;
  private final List<Rejection> rejections;
  private final Names names;
  private final boolean inTitle;
  private final int publishedYear;

  private int begin;
  private int end;

  Chunker(
      Lexemes lexemes,
      Names names,
      List<Rejection> rejections,
      boolean inTitle,
      @Nullable Instant published) {
    this.lexemes = lexemes;
    this.tokens = lexemes.tokens();
    this.numerals = new Numerals(lexemes);
    this.names = names;
    this.rejections = rejections;
    this.inTitle = inTitle;
    this.publishedYear = published == null ? 0 : published.atOffset(ZoneOffset.UTC).getYear();
  }

  /** The items of lexemes {@code [from, to)}. */
  List<Item> chunk(int from, int to) {
    begin = from;
    end = to;
    List<Item> items = new ArrayList<>();
    for (int i = from; i < to; ) {
      Item item = item(i);
      items.add(item);
      i = item.to;
    }
    parentheses(items);
    return items;
  }

  /** "three people -- two men and a boy -- were": a pair of dashes close together is a bracket. */
  private void parentheses(List<Item> items) {
    int open = -1;
    for (int k = 0; k < items.size(); k++) {
      Item item = items.get(k);
      if (item.type != ItemType.BREAK) {
        continue;
      }
      boolean dash = lexemes.kind(item.from) == Tokens.DASH;
      if (dash && open >= 0 && k - open <= PARENTHESIS) {
        items.set(open, one(ItemType.OPEN, items.get(open).from, Term.UNKNOWN));
        items.set(k, one(ItemType.CLOSE, item.from, Term.UNKNOWN));
        open = -1;
      } else {
        open = dash ? k : -1;
      }
    }
  }

  /** Gives the numbers of a sentence without any trigger their reasons. */
  void passing(int from, int to) {
    begin = from;
    end = to;
    for (int i = from; i < to; ) {
      byte kind = lexemes.kind(i);
      boolean digits = isDigits(kind);
      Term term = lexemes.term(i);
      if (!digits && term.numberKind == null && term.month == 0 && term.weekday == 0) {
        i++;
        continue;
      }
      Item item = item(i);
      if (item.mention != null) {
        untaken(item.mention);
      }
      i = item.to;
    }
  }

  /** The reason for a quantity that no trigger took. */
  void untaken(Mention m) {
    if (m.counted() && !m.taken) {
      String reason = m.head == Mention.Head.THING ? m.noun.thing : null;
      reject(m.quantityFrom, m.quantityTo, reason == null ? "no-figure" : reason);
    }
  }

  private Item item(int i) {
    byte kind = lexemes.kind(i);
    Term term = lexemes.term(i);
    switch (kind) {
      case Tokens.COMMA -> {
        return one(ItemType.COMMA, i, term);
      }
      case Tokens.SEMICOLON, Tokens.COLON, Tokens.DASH, Tokens.STOP, Tokens.QUESTION -> {
        return one(ItemType.BREAK, i, term);
      }
      case Tokens.OPEN -> {
        return one(ItemType.OPEN, i, term);
      }
      case Tokens.CLOSE -> {
        return one(ItemType.CLOSE, i, term);
      }
      case Tokens.QUOTE -> {
        return one(ItemType.QUOTE, i, term);
      }
      case Tokens.SYMBOL, Tokens.CURRENCY -> {
        return one(ItemType.OTHER, i, term);
      }
      default -> {}
    }
    Item time = time(i);
    if (time != null) {
      return time;
    }
    Item rejected = rejectedNumber(i);
    if (rejected != null) {
      return rejected;
    }
    Mention mention = mention(i);
    if (mention != null) {
      return new Item(ItemType.MENTION, i, mention.to, mention.noun, mention);
    }
    return word(i, term);
  }

  private static Item one(ItemType type, int i, Term term) {
    return new Item(type, i, i + 1, term, null);
  }

  // ------------------------------------------------------------------ times and other numbers

  /** Month names and weekdays with their numbers: "8 January 2022", "Saturday (8)", "Sept. 8". */
  private @Nullable Item time(int i) {
    Term term = lexemes.term(i);
    int to = i;
    if (isMonth(i)) {
      to = i + 1;
      if (isDay(to) && !victimAt(to + 1)) {
        to++;
      }
      to = yearAfter(to);
    } else if (lexemes.kind(i) == Tokens.NUMBER && isDay(i) && isMonth(i + 1)) {
      to = yearAfter(i + 2);
    } else if (lexemes.kind(i) == Tokens.ORDINAL && isMonth(i + 1)) {
      to = yearAfter(i + 2);
    } else if (term.weekday > 0) {
      to = i + 1;
      if (to + 2 < end
          && lexemes.kind(to) == Tokens.OPEN
          && isDay(to + 1)
          && lexemes.kind(to + 2) == Tokens.CLOSE) {
        to += 3;
      }
    } else if (term.is(Tag.TODAY) || term.is(Tag.YESTERDAY)) {
      to = i + 1;
    }
    if (to == i) {
      return null;
    }
    rejectNumbers(i, to, "date");
    return new Item(ItemType.TIME, i, to, term, null);
  }

  private static boolean isDigits(byte kind) {
    return kind >= Tokens.NUMBER && kind <= Tokens.HUGE;
  }

  private boolean isMonth(int i) {
    return i < end
        && i >= begin
        && lexemes.term(i).month > 0
        && (lexemes.has(i, Tokens.CAPITAL) || !lexemes.term(i).is(Tag.MODAL))
        && !(lexemes.term(i).is(Tag.MODAL)
            && !isDay(i + 1)
            && !(i > begin && (isDay(i - 1) || lexemes.term(i - 1).is(Tag.PREPOSITION))));
  }

  private boolean dateAt(int i) {
    return (isDay(i) && isMonth(i + 1)) || isMonth(i);
  }

  private boolean isDay(int i) {
    if (i >= end || i < begin) {
      return false;
    }
    byte kind = lexemes.kind(i);
    return (kind == Tokens.NUMBER || kind == Tokens.ORDINAL)
        && (kind == Tokens.ORDINAL || tokens.value(lexemes.token(i)) <= 31);
  }

  private int yearAfter(int i) {
    int at = i < end && lexemes.kind(i) == Tokens.COMMA ? i + 1 : i;
    if (at < end && lexemes.kind(at) == Tokens.NUMBER) {
      long value = tokens.value(lexemes.token(at));
      boolean shortYear = at == i && value >= 60 && value < 100 && !victimAt(at + 1);
      if (isYear(at) || shortYear) {
        return at + 1;
      }
    }
    return i;
  }

  private boolean isYear(int i) {
    if (i >= end || lexemes.kind(i) != Tokens.NUMBER || lexemes.has(i, Tokens.GROUPED)) {
      return false;
    }
    long value = tokens.value(lexemes.token(i));
    return value >= 1000 && value < 2100 && lexemes.end(i) - lexemes.start(i) == 4;
  }

  private boolean victimAt(int i) {
    return i < end && lexemes.term(i).victim();
  }

  private void rejectNumbers(int from, int to, String reason) {
    for (int i = from; i < to; i++) {
      byte kind = lexemes.kind(i);
      if (isDigits(kind) || lexemes.term(i).numberKind != null) {
        reject(i, i + 1, reason);
      }
    }
  }

  void reject(int from, int to, String reason) {
    rejections.add(new Rejection(lexemes.span(from, to), inTitle, reason));
  }

  /** Numbers whose form or neighbours say that they count no persons. */
  private @Nullable Item rejectedNumber(int i) {
    byte kind = lexemes.kind(i);
    String reason = null;
    int to = i + 1;
    switch (kind) {
      case Tokens.PERCENT -> reason = "percentage";
      case Tokens.MONEY -> {
        reason = "money";
        while (to < end && lexemes.term(to).numberKind == Term.NumberKind.MULTIPLIER) {
          to++;
        }
      }
      case Tokens.CODE -> reason = "time-or-code";
      case Tokens.ORDINAL -> reason = "ordinal";
      case Tokens.HUGE -> reason = "number-too-large";
      case Tokens.DECIMAL -> {
        if (!numerals.read(i, end)) {
          reason = "decimal";
        }
      }
      case Tokens.NUMBER -> {
        boolean hyphened =
            lexemes.has(i, Tokens.HYPHENATED) && i > begin && lexemes.kind(i - 1) != Tokens.NUMBER;
        if (hyphened || labelBefore(i)) {
          reason = "label";
        } else if (isYear(i) && !countsPersons(i)) {
          reason = "year";
        } else if (isAge(i)) {
          reason = "age";
        } else if (i > begin && lexemes.term(i - 1).is(Tag.AGED)) {
          reason = "age";
        } else if (lexemes.kind(i) == Tokens.NUMBER && scoreLike(i)) {
          reason = "score";
          to = i + 2;
        }
      }
      default -> {
        Term term = lexemes.term(i);
        if (term.numberKind != null && i > begin && lexemes.term(i - 1).is(Tag.AGED)) {
          reason = "age";
        }
      }
    }
    if (reason == null) {
      return null;
    }
    reject(i, to, reason);
    return new Item(ItemType.REJECTED, i, to, lexemes.term(i), null);
  }

  private boolean labelBefore(int i) {
    if (i == begin) {
      return false;
    }
    Term before = lexemes.term(i - 1);
    if (before.is(Tag.LABEL) && !lexemes.has(i, Tokens.GROUPED)) {
      return lexemes.has(i - 1, Tokens.CAPITAL) && !victimAt(i + 1);
    }
    if (before.is(Tag.NO)) {
      return lexemes.end(i - 1) - lexemes.start(i - 1) == 3;
    }
    return lexemes.kind(i - 1) == Tokens.SYMBOL && tokens.has(lexemes.token(i), Tokens.TIGHT);
  }

  /** "3-2": hyphenated and falling, which is no range. */
  private boolean scoreLike(int i) {
    return i + 1 < end
        && lexemes.kind(i + 1) == Tokens.NUMBER
        && lexemes.has(i + 1, Tokens.HYPHENATED)
        && tokens.value(lexemes.token(i + 1)) <= tokens.value(lexemes.token(i))
        && !victimAt(i + 2);
  }

  private boolean countsPersons(int i) {
    boolean preposition =
        i > begin
            && lexemes
                .term(i - 1)
                .isAny(
                    Tag.PREPOSITION.bit | Tag.AFTER.bit | Tag.FROM.bit | Tag.BY.bit | Tag.OF.bit);
    boolean hedged = i > begin && lexemes.term(i - 1).hedge != null;
    boolean recent = tokens.value(lexemes.token(i)) >= EARLIEST_YEAR;
    boolean verb = i > begin && lexemes.term(i - 1).transitive && !recent;
    boolean behind = i + 1 < end && lexemes.kind(i + 1) == Tokens.WORD && victimAt(i + 2);
    boolean victims = victimAt(i + 1) || behind || (!recent && triggerAt(i + 1));
    return (!preposition && (victims || verb)) || hedged;
  }

  private boolean triggerAt(int i) {
    return i < end
        && (lexemes.term(i).state != null
            || (lexemes.term(i).verb != null && lexemes.term(i).form(Term.PARTICIPLE)));
  }

  /** ", 34," and "(34)" behind a person. */
  private boolean isAge(int i) {
    if (tokens.value(lexemes.token(i)) > OLDEST || i == begin) {
      return false;
    }
    byte before = lexemes.kind(i - 1);
    boolean closed =
        i + 1 == end
            || lexemes.kind(i + 1) == Tokens.COMMA
            || lexemes.kind(i + 1) == Tokens.CLOSE
            || lexemes.kind(i + 1) == Tokens.STOP
            || lexemes.term(i + 1).is(Tag.OF)
            || lexemes.term(i + 1).isAny(Tag.AND.bit);
    if (before == Tokens.COMMA) {
      return i - 2 >= begin && nameLike(i - 2) && (closed || agesBefore(i - 2));
    }
    if (lexemes.term(i - 1).is(Tag.AND) && i - 3 >= begin && !countsPersons(i)) {
      // "two men, 30 and 42, were hurt"
      return lexemes.kind(i - 2) == Tokens.NUMBER
          && lexemes.kind(i - 3) == Tokens.COMMA
          && isAge(i - 2);
    }
    return before == Tokens.OPEN && i + 1 < end && lexemes.kind(i + 1) == Tokens.CLOSE;
  }

  /** "Ann Lee, 27, and Bob Hill, 31 were": the comma behind the last age is missing. */
  private boolean agesBefore(int i) {
    int j = i;
    while (j > begin && i - j < 4 && lexemes.has(j, Tokens.CAPITAL)) {
      j--;
    }
    return j - 3 >= begin
        && lexemes.term(j).is(Tag.AND)
        && lexemes.kind(j - 1) == Tokens.COMMA
        && lexemes.kind(j - 2) == Tokens.NUMBER
        && lexemes.kind(j - 3) == Tokens.COMMA;
  }

  private boolean nameLike(int i) {
    return (lexemes.has(i, Tokens.CAPITAL) && lexemes.kind(i) == Tokens.WORD)
        || lexemes.term(i).victim();
  }

  // ------------------------------------------------------------------ noun phrases

  private static final long PRONOUN = Tag.HE.bit | Tag.SHE.bit | Tag.THEY.bit | Tag.HIMSELF.bit;

  private @Nullable Mention mention(int i) {
    Term term = lexemes.term(i);
    if (term.isAny(PRONOUN | Tag.SOMEONE.bit | Tag.NONE.bit)
        && !(term.is(Tag.THEY) && nextCounts(i))) {
      return pronoun(i, term);
    }
    if (term.is(Tag.OBJECT_PRONOUN) && endsObject(i + 1)) {
      return pronoun(i, term);
    }
    if (lexemes.kind(i) == Tokens.WORD
        && !(term.known() ? term.opensMention() : lexemes.has(i, Tokens.CAPITAL))) {
      return null;
    }
    if (term.phrase.equals("one") && i - 1 > begin && noOne(i)) {
      Mention none = pronoun(i, term);
      none.quantity = Quantity.exact(0);
      none.head = Mention.Head.NUMBER;
      return none;
    }
    if (term.phrase.equals("one") && i > begin && lexemes.term(i - 1).is(Tag.DEFINITE)) {
      // "this one hurt"
      return null;
    }
    Mention m = new Mention(i);
    int j = i;
    Term hedge = null;
    boolean between = false;
    boolean determined = false;
    for (int steps = 0; j < end && steps < 6; steps++, j++) {
      Term t = lexemes.term(j);
      if (t.hedge != null && !t.vague) {
        hedge = hedge == null ? t : hedge;
        if (steps == 0 || m.quantityFrom == i) {
          m.quantityFrom = j;
        }
      } else if (t.is(Tag.ANOTHER)) {
        m.another = true;
        m.indefinite = true;
      } else if (t.phrase.equals("between") && numerals.read(j + 1, end)) {
        between = true;
        m.quantityFrom = j;
      } else if (t.is(Tag.DEFINITE)) {
        m.definite = true;
        determined = true;
      } else if (t.filler) {
        m.quantityFrom = j;
      } else if (t.is(Tag.POSSESSIVE) && lexemes.kind(j) == Tokens.WORD) {
        if (t.phrase.equals("'s") && j == i) {
          return null;
        }
        m.possessive = true;
        determined = true;
      } else {
        break;
      }
    }
    if (j >= end) {
      return null;
    }
    int prefixEnd = j;
    if (j > i && dateAt(j)) {
      // "the 19 April movement"
      return null;
    }
    Item rejected = j > i ? rejectedNumberHere(j) : null;
    if (rejected != null) {
      return null;
    }
    if (m.definite && lexemes.term(j).phrase.equals("one") && !victimAt(j + 1)) {
      // "this one hurt"
      return null;
    }
    if (quantity(m, j, hedge, between)) {
      return counted(m, i);
    }
    Term t = lexemes.term(j);
    if (hedge != null && !t.is(Tag.ARTICLE) && prefixEnd > i && !m.definite && !m.possessive) {
      return hedge.phrase.equals("some") ? bare(m, j, false) : null;
    }
    if (t.is(Tag.ARTICLE)) {
      m.indefinite = true;
      return single(m, j + 1, i);
    }
    if (m.another || determined) {
      return single(m, j, i);
    }
    if (j > i) {
      return null;
    }
    return bare(m, j, true);
  }

  /** "no - one" in a text tokenised by blanks. */
  private boolean noOne(int i) {
    return lexemes.kind(i - 1) == Tokens.DASH && lexemes.term(i - 2).is(Tag.NO);
  }

  /** "killing her, and": no noun follows the possessive. */
  private boolean endsObject(int i) {
    if (i >= end || lexemes.kind(i) != Tokens.WORD) {
      return true;
    }
    Term t = lexemes.term(i);
    return t.isAny(
            Tag.AND.bit
                | Tag.PREPOSITION.bit
                | Tag.AFTER.bit
                | Tag.BY.bit
                | Tag.TO.bit
                | Tag.BUT.bit
                | Tag.RELATIVE.bit
                | Tag.WHERE.bit
                | Tag.WITH.bit)
        || t.weekday > 0
        || t.is(Tag.ADVERB);
  }

  private boolean nextCounts(int i) {
    return i + 1 < end
        && (lexemes.kind(i + 1) == Tokens.NUMBER
            || lexemes.term(i + 1).numberKind != null
            || lexemes.term(i + 1).victim()
            || lexemes.term(i + 1).is(Tag.DEFINITE));
  }

  private @Nullable Item rejectedNumberHere(int j) {
    int before = rejections.size();
    Item rejected = rejectedNumber(j);
    while (rejections.size() > before) {
      rejections.remove(rejections.size() - 1);
    }
    return rejected;
  }

  private Mention pronoun(int i, Term term) {
    Mention m = new Mention(i);
    m.to = i + 1;
    m.quantityTo = i + 1;
    m.pronoun = true;
    m.reflexive = term.is(Tag.HIMSELF);
    m.noun = term;
    if (term.is(Tag.HE)) {
      m.single = true;
      m.sex = 'm';
    } else if (term.is(Tag.SHE) || term.phrase.equals("her")) {
      m.single = true;
      m.sex = 'f';
    } else if (term.is(Tag.HIMSELF)) {
      m.single = !term.phrase.equals("themselves");
      m.sex = term.phrase.equals("himself") ? 'm' : term.phrase.equals("herself") ? 'f' : 0;
    } else if (term.is(Tag.SOMEONE)) {
      m.single = false;
    } else if (term.is(Tag.NONE)) {
      m.quantity = Quantity.exact(0);
      m.head = Mention.Head.NUMBER;
      return m;
    }
    if (m.single) {
      m.quantity = Quantity.exact(1);
    }
    return m;
  }

  /** Reads number words at {@code j} into the mention; sets its quantity and its end. */
  private boolean quantity(Mention m, int j, @Nullable Term hedge, boolean between) {
    Term t = lexemes.term(j);
    if (t.is(Tag.BOTH) && !t.is(Tag.ADVERB)) {
      return set(m, Quantity.exact(2), j + 1);
    }
    if (t.phrase.equals("both") || t.is(Tag.COUPLE)) {
      m.both = t.phrase.equals("both");
      return set(m, Quantity.exact(2), j + 1);
    }
    if (t.vague) {
      Long high = t.high == Long.MAX_VALUE ? null : t.high;
      return set(m, new Quantity(t.low, null, high, Qualifier.VAGUE), j + 1);
    }
    if (t.is(Tag.NO) && j + 1 < end && countable(lexemes.term(j + 1))) {
      return set(m, Quantity.exact(0), j + 1);
    }
    if (!numerals.read(j, end)) {
      return false;
    }
    long value = numerals.value;
    int next = numerals.next;
    if (next < end && ageAfter(next)) {
      return false;
    }
    if (next < end && lexemes.has(next, Tokens.HYPHENATED) && lexemes.kind(next) == Tokens.WORD) {
      // "two-car garage", "26-member", but "20-to-30"
      boolean source = lexemes.term(next).is(Tag.CLAIMANT) && next + 1 >= end;
      if (!lexemes.term(next).is(Tag.TO) && lexemes.term(next).numberKind == null && !source) {
        return false;
      }
    }
    boolean joint =
        next < end
            && (lexemes.term(next).is(Tag.TO)
                || (between && lexemes.term(next).is(Tag.AND))
                || lexemes.term(next).phrase.equals("or")
                || (lexemes.kind(next) == Tokens.NUMBER && lexemes.has(next, Tokens.HYPHENATED)));
    if (joint && j > begin && lexemes.term(j - 1).is(Tag.FROM)) {
      // "rose from 26 to 31"
      joint = false;
    }
    boolean tight = joint && lexemes.kind(next) == Tokens.NUMBER;
    if (joint && numerals.read(tight ? next : next + 1, end) && numerals.value > value) {
      long high = numerals.value;
      return set(
          m, new Quantity(value, value + (high - value) / 2, high, Qualifier.RANGE), numerals.next);
    }
    if (next < end && lexemes.term(next).afterHedge != null) {
      Term after = lexemes.term(next);
      boolean more = next + 1 >= end || !numerals.read(next + 1, end);
      if (more && !after.phrase.equals("plus")) {
        return set(m, bounded(value, after.afterHedge, false), next + 1);
      }
    }
    Qualifier qualifier = hedge == null ? Qualifier.EXACT : hedge.hedge;
    return set(m, bounded(value, qualifier, hedge != null && hedge.below), next);
  }

  private static boolean countable(Term term) {
    return term.victim() || term.count != null || term.is(Tag.OTHERS);
  }

  private static boolean set(Mention m, Quantity quantity, int to) {
    m.quantity = quantity;
    m.to = to;
    m.quantityTo = to;
    return true;
  }

  /** The codebook's table of hedges. An ABOUT covers a tenth on both sides. */
  static Quantity bounded(long n, @Nullable Qualifier qualifier, boolean below) {
    if (qualifier == null) {
      return Quantity.exact(n);
    }
    long tenth = Math.max(1, n / 10);
    return switch (qualifier) {
      case AT_LEAST -> new Quantity(n, n, null, qualifier);
      case MORE_THAN -> new Quantity(n + 1, n, null, qualifier);
      case ABOUT -> new Quantity(Math.max(0, n - tenth), n, below ? n : n + tenth, qualifier);
      case UP_TO -> new Quantity(0L, null, n, qualifier);
      case FEWER_THAN -> new Quantity(null, null, Math.max(0, n - 1), qualifier);
      default -> Quantity.exact(n);
    };
  }

  /** The head of a phrase that starts with a number. */
  private @Nullable Mention counted(Mention m, int from) {
    int j = m.to;
    boolean one = m.quantity != null && Long.valueOf(1).equals(m.quantity.best());
    m.head = Mention.Head.NUMBER;
    if (j < end && lexemes.has(j, Tokens.HYPHENATED)) {
      // "236-police": who says so
      return m;
    }
    // "of them", "of the men", "of his sons"
    if (j < end && lexemes.term(j).is(Tag.INCLUDING) && lexemes.term(j).phrase.startsWith("of ")) {
      m.ofThem = true;
      m.to = j + 1;
      return m;
    }
    if (j < end && lexemes.term(j).is(Tag.OF) && j + 1 < end) {
      Term of = lexemes.term(j + 1);
      if (of.is(Tag.THEM) && !of.is(Tag.DEFINITE)) {
        m.ofThem = true;
        m.to = j + 2;
        return m;
      }
      if (of.isAny(Tag.DEFINITE.bit | Tag.POSSESSIVE.bit)) {
        int k = j + 2;
        Numerals inner = numerals;
        if (inner.read(k, end)) {
          k = inner.next;
        }
        int head = head(k, 2, true);
        m.ofThem = !of.is(Tag.POSSESSIVE) && !of.phrase.equals("its");
        if (head >= 0) {
          noun(m, head, k);
          return m;
        }
        m.to = k;
        return m;
      }
    }
    while (j < end && lexemes.term(j).isAny(Tag.MORE.bit | Tag.ANOTHER.bit | Tag.OTHERS.bit)) {
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
    if (j < end && lexemes.kind(j) == Tokens.QUOTE) {
      j++;
    }
    boolean none = m.quantity != null && Long.valueOf(0).equals(m.quantity.best());
    int head = head(j, one ? 1 : none ? 0 : 2, true);
    if (head < 0 && !one) {
      head = singularHead(j);
    }
    if (head >= 0 && headlineBreak(m, j, head)) {
      head = -1;
    }
    if (head >= 0) {
      noun(m, head, j);
      if (m.to < end && lexemes.kind(m.to) == Tokens.QUOTE && j > m.quantityTo) {
        m.to++;
      }
      return m;
    }
    unknownHead(m, j, one);
    return m.to > from ? m : null;
  }

  /** "kills 49 Comments are closed": a capital starts a new line, not the head of the phrase. */
  private boolean headlineBreak(Mention m, int j, int head) {
    Term t = lexemes.term(head);
    return !t.victim()
        && t.count == null
        && m.from > begin
        && (lexemes.has(head, Tokens.CAPITAL)
            || (lexemes.has(j, Tokens.CAPITAL) && lexemes.term(m.from - 1).verb != null))
        && !lexemes.has(m.from, Tokens.CAPITAL)
        && !tokens.upperCase();
  }

  /** "up to 41 foreign worker were": a plural that lost its ending, right before a verb. */
  private int singularHead(int j) {
    int head = head(j, 1, false);
    boolean noun = head >= 0 && lexemes.term(head).victim() && head + 1 < end;
    return noun && endsPhrase(head + 1) ? head : -1;
  }

  private boolean endsPhrase(int i) {
    Term t = lexemes.term(i);
    return t.is(Tag.BE)
        || t.is(Tag.HAVE)
        || (t.verb != null && t.form(Term.PARTICIPLE))
        || t.state != null;
  }

  /** "26 Peruvians", "two Shiites": the first word in -s, where no known noun follows. */
  private void unknownHead(Mention m, int j, boolean one) {
    for (int k = j; k < end && k < j + 3; k++) {
      if (lexemes.kind(k) != Tokens.WORD || lexemes.term(k).known()) {
        return;
      }
      char last = Character.toLowerCase(tokens.text().charAt(lexemes.end(k) - 1));
      if (last == 's' && !one) {
        m.head = Mention.Head.OTHER;
        m.to = k + 1;
        return;
      }
      if (endsLikeVerb(k)) {
        return;
      }
    }
  }

  private boolean endsLikeVerb(int k) {
    int e = lexemes.end(k);
    String text = tokens.text();
    if (e - lexemes.start(k) < 4) {
      return false;
    }
    char a = Character.toLowerCase(text.charAt(e - 2));
    char b = Character.toLowerCase(text.charAt(e - 1));
    return (a == 'e' && b == 'd') || (a == 'l' && b == 'y');
  }

  /**
   * The head noun of a phrase whose modifiers start at {@code j}, or -1.
   *
   * @param number 1 for a singular head, 2 for a plural one, 0 for either
   * @param things whether nouns that are no persons end the search as heads
   */
  private int head(int j, int number, boolean things) {
    int unknown = 0;
    boolean participle = false;
    int found = -1;
    for (int k = j; k < end && k < j + REACH; k++) {
      Term t = lexemes.term(k);
      byte kind = lexemes.kind(k);
      if (kind != Tokens.WORD) {
        if (kind == Tokens.NUMBER || kind == Tokens.CODE) {
          int after = afterAge(k);
          if (after > k && found < 0) {
            k = after - 1;
            continue;
          }
        }
        break;
      }
      boolean noun =
          t.victim() || t.count != null || (t.thing != null && things && (!participle || t.house));
      if (found >= 0 && t.state != null) {
        // "41 workers hostage"
        break;
      }
      if (noun && fits(t, number)) {
        if (found >= 0 && t.thing != null && pluralVictim(found)) {
          break;
        }
        found = k;
        boolean more = k + 1 < end && lexemes.term(k + 1).victim() && lexemes.term(k + 1).plural;
        if (t.victim() && t.plural && !t.singular && !(more && number == 2)) {
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
      if (k > j && t.phrase.equals("'s")) {
        continue;
      }
      if (t.verb != null) {
        if (!t.form(Term.PARTICIPLE)) {
          break;
        }
        participle = true;
        continue;
      }
      if (t.numberKind != null && afterAge(k) > k) {
        k = afterAge(k) - 1;
        continue;
      }
      if (t.is(Tag.AND) && k > j && adjective(k - 1) && k + 1 < end && adjective(k + 1)) {
        // "new and repeated displacements"
        continue;
      }
      if (t.is(Tag.HELD_TRUE) && k + 1 < end && lexemes.term(k + 1).count != null) {
        // "13 confirmed deaths"
        continue;
      }
      long open = Tag.CLAIMANT.bit | Tag.FEAR.bit | Tag.ADVERB.bit | Tag.LABEL.bit;
      if (t.known() && !t.isAny(open)) {
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

  private boolean adjective(int k) {
    Term t = lexemes.term(k);
    char last = tokens.text().charAt(lexemes.end(k) - 1);
    return lexemes.kind(k) == Tokens.WORD
        && last != 's'
        && last != 'S'
        && (!t.known() || (t.victim() && t.singular));
  }

  private boolean adverbBeforeNoun(int k) {
    char last = Character.toLowerCase(tokens.text().charAt(lexemes.end(k) - 1));
    return last == 'y'
        && k + 1 < end
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

  /** One past "19-year-old" at {@code k}, or {@code k}. */
  private int afterAge(int k) {
    if (!numerals.read(k, end) || numerals.value > OLDEST) {
      return k;
    }
    int next = numerals.next;
    return ageAfter(next) ? next + 2 : k;
  }

  private boolean ageAfter(int next) {
    return next + 1 < end && lexemes.term(next).is(Tag.YEAR) && lexemes.term(next + 1).is(Tag.OLD);
  }

  /** Sets the head noun found at {@code head}, with what the modifiers from {@code j} on say. */
  private void noun(Mention m, int head, int j) {
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
      int after = afterAge(k);
      if (after > k) {
        m.age = (int) numerals.value;
        rejectNumbers(k, numerals.next, "age");
        k = after - 1;
      }
    }
    if (m.held()) {
      m.modifier = t.held;
    }
    if (m.unit != Unit.PERSONS && m.head == Mention.Head.PERSONS && head + 2 < end) {
      // "120,000 families' homes"
      Term owned = lexemes.term(head + 2);
      boolean owns =
          lexemes.kind(head + 1) == Tokens.QUOTE || lexemes.term(head + 1).phrase.equals("'s");
      if (owns && owned.house) {
        m.noun = owned;
        m.head = Mention.Head.THING;
        m.to = head + 3;
      }
    }
  }

  /** A phrase for one person: "a man", "his wife", "the 19-year-old", or a bare plural. */
  private @Nullable Mention single(Mention m, int j, int from) {
    if (j >= end) {
      return null;
    }
    if (j + 1 < end && (lexemes.kind(j) == Tokens.ORDINAL || lexemes.term(j).is(Tag.ORDINAL))) {
      // "a fourth victim": not one of those before
      if (m.indefinite && lexemes.term(j + 1).victim() && lexemes.term(j + 1).singular) {
        m.another = true;
        j++;
      }
    }
    int head = m.indefinite && !m.another ? head(j, 1, true) : -1;
    if (head < 0) {
      head = head(j, 0, true);
    }
    if (head < 0 && m.another && j == from + 1 && alone(from, j)) {
      m.to = j;
      return asSingle(m, from);
    }
    if (head < 0) {
      int after = afterAge(j);
      if (after > j) {
        m.age = (int) numerals.value;
        rejectNumbers(j, numerals.next, "age");
        m.to = after;
        return asSingle(m, from);
      }
      if (lexemes.term(j).state != null || lexemes.term(j).form(Term.PARTICIPLE)) {
        // "the dead", "the injured"
        if (m.definite && (j + 1 == end || !lexemes.term(j + 1).victim())) {
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
    if (head + 1 < end && lexemes.term(head + 1).phrase.equals("'s")) {
      int possessed = head(head + 2, 0, true);
      if (possessed >= 0 && possessed == head + 2 && lexemes.term(possessed).victim()) {
        m.possessive = true;
        noun(m, possessed, head + 2);
        return lexemes.term(possessed).singular ? asSingle(m, from) : asBare(m, from);
      }
    }
    noun(m, head, j);
    if (m.head != Mention.Head.PERSONS) {
      m.quantityTo = m.to;
      return m;
    }
    name(m);
    return t.singular && !(t.plural && m.definite) ? asSingle(m, from) : asBare(m, from);
  }

  /** "one dead and another hospitalized", "another was hit". */
  private boolean alone(int i, int next) {
    return lexemes.term(i).phrase.equals("another") && endsPhrase(next);
  }

  private Mention asSingle(Mention m, int from) {
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
  private @Nullable Mention bare(Mention m, int j, boolean names) {
    Term t = lexemes.term(j);
    byte kind = lexemes.kind(j);
    int from = m.from;
    if (kind != Tokens.WORD && kind != Tokens.NUMBER) {
      return null;
    }
    int after = afterAge(j);
    if (after > j) {
      m.age = (int) numerals.value;
      rejectNumbers(j, numerals.next, "age");
      int head = head(after, 1, true);
      m.to = after;
      if (head >= 0) {
        noun(m, head, after);
        if (m.head != Mention.Head.PERSONS) {
          return m;
        }
      }
      name(m);
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
        j > begin
            && (isDigits(lexemes.kind(j - 1))
                || (lexemes.term(j - 1).hedge != null && !lexemes.term(j - 1).is(Tag.PREPOSITION)));
    // "12% of people", a number too large: not two people at least
    m.numbered = numbered;
    if (t.victim() || (t.count != null && t.plural)) {
      int head = head(j, 0, true);
      if (head < 0) {
        return null;
      }
      noun(m, head, j);
      if (m.head != Mention.Head.PERSONS) {
        m.quantityTo = m.to;
        return m;
      }
      name(m);
      Term noun = lexemes.term(head);
      return noun.singular && !noun.plural ? asSingle(m, from) : asBare(m, from);
    }
    if (t.is(Tag.OTHERS)) {
      m.to = j + 1;
      m.quantityTo = m.to;
      m.another = true;
      return m;
    }
    if (names && (t.verb == null || !t.known()) && properName(m, j)) {
      return m;
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

  /** A title or given names and a surname: "Lt. John Q. Smith". */
  private boolean properName(Mention m, int j) {
    if (tokens.upperCase() && !personInCapitals(j)) {
      return false;
    }
    int k = j;
    boolean person = true;
    int capitals = 0;
    int lastName = -1;
    while (k < end && k < j + REACH && lexemes.kind(k) == Tokens.WORD) {
      Term t = lexemes.term(k);
      if (!lexemes.has(k, Tokens.CAPITAL)) {
        if (t.is(Tag.TITLE) && k == j && k + 1 < end && lexemes.has(k + 1, Tokens.CAPITAL)) {
          k++;
          continue;
        }
        break;
      }
      if (t.known() && !t.is(Tag.TITLE)) {
        boolean noun = t.victim() || t.thing != null || t.is(Tag.CLAIMANT);
        if (k == j + 1 && lexemes.term(j).given && t.thing != null && !t.victim()) {
          // "Bob Day"
          capitals++;
          lastName = k++;
          continue;
        }
        if (!noun || k == j || tokens.upperCase()) {
          break;
        }
        person = false;
      } else if (!t.known()) {
        capitals++;
        lastName = k;
      }
      k = pastNickname(k + 1);
    }
    boolean possessor = k < end && lexemes.term(k).phrase.equals("'s");
    boolean alone = capitals == 1 && k == j + 1 && j == begin && !possessor;
    if (capitals == 0
        || !person
        || (alone && !lexemes.term(j).given && !names.has(tokens, lexemes.token(j)))) {
      return false;
    }
    m.nameFrom = j;
    m.nameTo = lastName + 1;
    m.sex = lexemes.term(j).given ? lexemes.term(j).sex : 0;
    m.head = Mention.Head.NAME;
    m.to = Math.max(k, lastName + 1);
    m.single = true;
    m.quantity = Quantity.exact(1);
    m.quantityTo = m.to;
    age(m);
    return true;
  }

  /** Past the quotes of {@code Carl "Dre" Marsh}, where the name goes on behind them. */
  private int pastNickname(int k) {
    if (k + 3 >= end || lexemes.kind(k) != Tokens.QUOTE) {
      return k;
    }
    for (int close = k + 2; close < k + 4 && close + 1 < end; close++) {
      if (lexemes.kind(close) == Tokens.QUOTE) {
        boolean name =
            lexemes.kind(close + 1) == Tokens.WORD
                && lexemes.has(close + 1, Tokens.CAPITAL)
                && !lexemes.term(close + 1).known();
        return name ? close + 1 : k;
      }
    }
    return k;
  }

  /** A given name with more behind it, or a surname that stands behind one elsewhere. */
  private boolean personInCapitals(int j) {
    Term t = lexemes.term(j);
    if (t.is(Tag.TITLE)) {
      return true;
    }
    boolean opens = j == begin || lexemes.kind(j - 1) != Tokens.WORD || lexemes.term(j - 1).known();
    if (!opens || t.known()) {
      return false;
    }
    boolean more =
        j + 1 < end && lexemes.kind(j + 1) == Tokens.WORD && !lexemes.term(j + 1).known();
    return t.given ? more : !more && names.has(tokens, lexemes.token(j));
  }

  /** A name right behind a noun: "police officer John Smith". */
  private void name(Mention m) {
    int k = m.to;
    if (tokens.upperCase() && !(k < end && lexemes.term(k).given && personInCapitals(k))) {
      return;
    }
    int from = k;
    while (k < end
        && k < from + 4
        && lexemes.kind(k) == Tokens.WORD
        && lexemes.has(k, Tokens.CAPITAL)
        && (!lexemes.term(k).known() || lexemes.term(k).is(Tag.TITLE))) {
      k++;
    }
    if (k > from && (m.noun.singular || (m.age >= 0 && m.noun == Term.UNKNOWN))) {
      m.nameFrom = from;
      m.nameTo = k;
      m.to = k;
    }
  }

  /** ", 34," or "(34)" behind the phrase. */
  private void age(Mention m) {
    int k = m.to;
    if (k + 1 < end
        && (lexemes.kind(k) == Tokens.COMMA || lexemes.kind(k) == Tokens.OPEN)
        && lexemes.kind(k + 1) == Tokens.NUMBER
        && isAge(k + 1)) {
      m.age = (int) tokens.value(lexemes.token(k + 1));
      reject(k + 1, k + 2, "age");
      int to = k + 2;
      if (to < end && lexemes.kind(to) == Tokens.CLOSE) {
        to++;
      } else if (to < end && lexemes.kind(to) == Tokens.COMMA) {
        to++;
        m.closed = true;
      }
      m.to = to;
    }
  }

  // ------------------------------------------------------------------ single words

  private Item word(int i, Term t) {
    ItemType type = ItemType.OTHER;
    if (!t.known()) {
      boolean name = lexemes.has(i, Tokens.CAPITAL);
      return one(name ? ItemType.NAME : ItemType.OTHER, i, t);
    }
    if (t.is(Tag.FORCED) && i > begin && lexemes.has(i, Tokens.CAPITAL) && named(i - 1)) {
      // "Treeline Drive"
      type = ItemType.NAME;
    } else if (t.toll != null) {
      type = ItemType.TOLL;
    } else if (t.homeward != null) {
      type = ItemType.HOMEWARD;
    } else if (t.fled != null) {
      type = ItemType.FLED;
    } else if (t.state != null && !(t.verb != null)) {
      type = ItemType.STATE;
    } else if (t.verb != null && t.verb.equals(SentenceRules.SHOT) && aShot(i, t)) {
      type = ItemType.OTHER;
    } else if (t.is(Tag.BLOW) && !lexemes.gunfire()) {
      type = grammar(t);
    } else if (t.verb != null && !(t.act != null && nounHere(i, t))) {
      type = ItemType.VERB;
    } else if (t.act != null) {
      type = ItemType.ACT;
    } else {
      type = grammar(t);
    }
    return one(type, i, t);
  }

  private boolean named(int i) {
    return !lexemes.term(i).known() && lexemes.has(i, Tokens.CAPITAL) && !tokens.upperCase();
  }

  /** "blocked a shot", "his shot". */
  private boolean aShot(int i, Term t) {
    return t.form(Term.PARTICIPLE)
        && i > begin
        && lexemes
            .term(i - 1)
            .isAny(Tag.ARTICLE.bit | Tag.POSSESSIVE.bit | Tag.DEFINITE.bit | Tag.NO.bit);
  }

  /** Whether "murder", "arrest", "shooting", "killing" stand as nouns here. */
  private boolean nounHere(int i, Term t) {
    boolean of = i + 1 < end && lexemes.term(i + 1).is(Tag.OF);
    if (i == begin) {
      return of;
    }
    Term before = lexemes.term(i - 1);
    boolean determined =
        before.isAny(
            Tag.ARTICLE.bit | Tag.DEFINITE.bit | Tag.POSSESSIVE.bit | Tag.OF.bit | Tag.NO.bit);
    determined |=
        lexemes.kind(i - 1) == Tokens.QUOTE && i - 2 >= begin && lexemes.term(i - 2).victim();
    if (t.form(Term.GERUND)) {
      return of || (determined && !before.is(Tag.OF)) || compound(i);
    }
    if (t.form(Term.BASE) && !t.form(Term.PAST | Term.PARTICIPLE) && compound(i)) {
      // "the Sand Creek massacre"
      return true;
    }
    boolean after = before.isAny(Tag.PREPOSITION.bit | Tag.BY.bit | Tag.AFTER.bit | Tag.WITH.bit);
    return of || determined || (after && t.form(Term.BASE));
  }

  /**
   * "the Edenton shooting suspect", "after the Harbour shooting": a gerund within a noun phrase.
   */
  private boolean compound(int i) {
    if (i + 1 < end && lexemes.term(i + 1).is(Tag.CASE_NOUN)) {
      return true;
    }
    boolean name = !lexemes.term(i - 1).known() && lexemes.has(i - 1, Tokens.CAPITAL);
    boolean object =
        i + 1 < end
            && (isDigits(lexemes.kind(i + 1))
                || lexemes.term(i + 1).numberKind != null
                || lexemes.term(i + 1).hedge != null
                || lexemes.term(i + 1).vague
                || lexemes.term(i + 1).victim()
                || lexemes
                    .term(i + 1)
                    .isAny(Tag.ARTICLE.bit | Tag.DEFINITE.bit | Tag.POSSESSIVE.bit | Tag.HE.bit));
    return name && !object && !tokens.upperCase();
  }

  private static final Tag[] ORDER = {
    Tag.ACCORDING,
    Tag.BE,
    Tag.HAVE,
    Tag.DO,
    Tag.MODAL,
    Tag.FUTURE,
    Tag.NOT,
    Tag.AND,
    Tag.BUT,
    Tag.OF,
    Tag.BY,
    Tag.TO,
    Tag.IF,
    Tag.WHERE,
    Tag.AFTER,
    Tag.BECAUSE,
    Tag.RELATIVE,
    Tag.INCLUDING,
    Tag.DENY,
    Tag.FEAR,
    Tag.LIGHT,
    Tag.TAKER,
    Tag.FORCED,
    Tag.SAID,
    Tag.TOLLVERB,
    Tag.FINITE,
    Tag.FROM,
    Tag.AT,
    Tag.WITH,
    Tag.PREPOSITION,
    Tag.ADVERB,
    Tag.OR
  };

  private static ItemType grammar(Term t) {
    for (Tag tag : ORDER) {
      if (!t.is(tag)) {
        continue;
      }
      return switch (tag) {
        case ACCORDING -> ItemType.ACCORDING;
        case BE -> ItemType.BE;
        case HAVE -> ItemType.HAVE;
        case DO -> ItemType.DO;
        case MODAL, FUTURE -> ItemType.MODAL;
        case NOT -> ItemType.NOT;
        case AND, OR -> ItemType.AND;
        case BUT -> ItemType.BUT;
        case OF -> ItemType.OF;
        case BY -> ItemType.BY;
        case TO -> ItemType.TO;
        case IF -> ItemType.IF;
        case WHERE -> ItemType.WHERE;
        case AFTER, BECAUSE -> ItemType.AFTER;
        case RELATIVE -> ItemType.RELATIVE;
        case INCLUDING -> ItemType.INCLUDING;
        case DENY -> ItemType.DENY;
        case FEAR -> ItemType.FEAR;
        case LIGHT -> ItemType.LIGHT;
        case TAKER -> ItemType.TAKER;
        case FORCED -> ItemType.FORCED;
        case SAID -> ItemType.SAID;
        case TOLLVERB -> ItemType.TOLLVERB;
        case FINITE -> ItemType.FINITE;
        case FROM, AT, WITH, PREPOSITION -> ItemType.PREPOSITION;
        case ADVERB -> ItemType.ADVERB;
        default -> ItemType.OTHER;
      };
    }
    return ItemType.OTHER;
  }

  Span span(int from, int to) {
    return lexemes.span(from, to);
  }

  int publishedYear() {
    return publishedYear;
  }
}
