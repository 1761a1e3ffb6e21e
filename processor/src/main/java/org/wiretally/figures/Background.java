package org.wiretally.figures;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.wiretally.text.Tokens;

/**
 * Tells what a text sets an event against from the event itself: earlier ones, anniversaries,
 * averages, what somebody was held for before. One for each text.
 */
final class Background {
  private static final int REACH = 9;

  /** Items between a comparison and what is compared, beyond {@link #REACH}. */
  private static final int NEAR = 5;

  /** Lexemes between a word and what it stands beside. */
  private static final int ADJACENT = 3;

  /** Smaller numbers are years only where "in" stands before them. */
  private static final int RECENT = 1900;

  private final Items items;
  private final Lexemes lexemes;
  private final @Nullable Instant published;
  private final NamedStorms storms;
  private int from;
  private int to;

  Background(Items items, Lexemes lexemes, @Nullable Instant published) {
    this.items = items;
    this.lexemes = lexemes;
    this.published = published;
    this.storms = new NamedStorms(lexemes);
  }

  /** Turns to the sentence at lexemes {@code [begin, end)}. */
  void open(int begin, int end) {
    from = begin;
    to = end;
  }

  /** "arrested on unrelated charges", "in custody on a warrant unrelated to the shooting". */
  boolean unrelated(int trigger) {
    int behind = items.get(trigger).to;
    for (int l = behind; l < to && l < behind + REACH; l++) {
      byte kind = lexemes.kind(l);
      if (kind == Tokens.COMMA || kind == Tokens.STOP || lexemes.term(l).is(Tag.AND)) {
        return false;
      }
      if (lexemes.term(l).is(Tag.UNRELATED)) {
        return true;
      }
    }
    return false;
  }

  /** "had been arrested before", "was previously arrested": for something else. */
  boolean earlier(int trigger, VerbGroup group) {
    for (int j = group.start; j < trigger; j++) {
      if (items.get(j).term.is(Tag.EARLIER)) {
        return true;
      }
    }
    if (trigger + 1 >= items.size()) {
      return false;
    }
    if (timesAt(trigger + 1)) {
      return true;
    }
    if (!items.get(trigger + 1).term.is(Tag.EARLIER)) {
      return false;
    }
    ItemType behind = trigger + 2 < items.size() ? items.get(trigger + 2).type : ItemType.BREAK;
    return behind == ItemType.BREAK
        || behind == ItemType.COMMA
        || behind == ItemType.AND
        || behind == ItemType.FINITE
        || behind == ItemType.PREPOSITION;
  }

  /** "arrested several times". */
  private boolean timesAt(int k) {
    Item item = items.get(k);
    return item.mention != null && lexemes.term(item.to - 1).is(Tag.TIMES);
  }

  /**
   * "two years after gunmen killed 12", "seven years after his arrest", "the deadliest since 32
   * were killed": the clause tells of what the event is set against; so does a sentence about
   * another storm.
   */
  boolean setAgainst(int trigger) {
    if (storms.tellOfAnother(from, to)) {
      return true;
    }
    for (int j = trigger - 1; j > 0 && trigger - j < REACH; j--) {
      Item item = items.get(j);
      switch (item.type) {
        case BREAK, COMMA, AND, BUT, SAID -> {
          return false;
        }
        case AFTER -> {
          return item.term.is(Tag.SINCE) ? compared(trigger) : yearsBefore(item.from);
        }
        case PREPOSITION -> {
          if (yearsBefore(item.from)) { // "after 30 people were killed"
            return true;
          }
        }
        default -> {}
      }
    }
    return false;
  }

  /** "years after", "years to the day after". */
  private boolean yearsBefore(int after) {
    if (!lexemes.term(after).phrase.equals("after")) {
      return false;
    }
    int years = after - 1;
    while (years > from && after - years <= ADJACENT && toTheDay(years)) {
      years--;
    }
    return years > from
        && lexemes.term(years).is(Tag.YEAR)
        && !lexemes.term(years).is(Tag.BRIEF)
        && !lasting(years);
  }

  private boolean toTheDay(int l) {
    Term term = lexemes.term(l);
    return term.is(Tag.TO) || term.is(Tag.DEFINITE) || term.phrase.equals("day");
  }

  /** "for one year after his arrest": what lasts from the event on. */
  private boolean lasting(int years) {
    for (int l = years - 1; l >= from && years - l <= ADJACENT; l--) {
      if (lexemes.term(l).phrase.equals("for")) {
        return true;
      }
    }
    return false;
  }

  /** Averages, and other events: an earlier year, an anniversary, "last year". */
  @Nullable String against(Clauses clauses, int trigger) {
    if (openedInHistory(trigger)) {
      return "history";
    }
    int from = trigger;
    while (from > 0 && !bounds(clauses.type(from - 1))) {
      from--;
    }
    int to = trigger;
    while (to + 1 < items.size()
        && !bounds(clauses.type(to + 1))
        && clauses.type(to + 1) != ItemType.COMMA
        && !tellsWhatFor(trigger, to + 1)) {
      to++;
    }
    // "the 2009 attack, in which 12 died": a marker right before the boundary reaches over it
    int back = from - 1;
    ItemType boundary = back >= 0 ? clauses.type(back) : null;
    if (boundary == ItemType.WHERE || boundary == ItemType.RELATIVE) {
      int before = back;
      while (before > 0 && back - before < 8 && clauses.type(before - 1) != ItemType.BREAK) {
        before--;
      }
      if (markerIn(before, back, true) != null || compared(back)) {
        return "history";
      }
      if (rumoured(back)) {
        return "denied";
      }
    }
    return markerIn(from, to + 1, false);
  }

  /** "arrested a man for a robbery last year": the deed is of last year, the arrest is not. */
  private boolean tellsWhatFor(int trigger, int j) {
    Figure figure = items.get(trigger).term.verb;
    Term term = items.get(j).term;
    return (Figure.DETAINED.equals(figure) || Figure.CHARGED.equals(figure))
        && term.phrase.equals("for");
  }

  /** "Last year, riots broke out in which 12 died": told of the whole sentence. */
  private boolean openedInHistory(int trigger) {
    if (!lexemes.term(from).is(Tag.HISTORY) || lexemes.kind(from + 1) != Tokens.COMMA) {
      return false;
    }
    for (int j = 0; j < trigger; j++) {
      if (items.type(j) == ItemType.BREAK || items.type(j) == ItemType.BUT) {
        return false;
      }
    }
    return true;
  }

  /** "the deadliest since the Arl crash, in which 70 died": the clause tells of what it names. */
  private boolean compared(int back) {
    boolean since = false;
    for (int j = back - 1; j >= 0 && back - j < REACH + NEAR; j--) {
      Item item = items.get(j);
      if (item.type == ItemType.BREAK) {
        return false;
      }
      since |= item.type == ItemType.AFTER && item.term.is(Tag.SINCE);
      if (since && comparisonIn(item)) {
        return true;
      }
    }
    return false;
  }

  /** "rumours of a raid during which 12 died". */
  private boolean rumoured(int back) {
    for (int j = back - 1; j >= 0 && back - j < REACH + NEAR; j--) {
      if (items.get(j).type == ItemType.BREAK) {
        return false;
      }
      if (items.get(j).term.is(Tag.RUMOR)) {
        return true;
      }
    }
    return false;
  }

  private boolean comparisonIn(Item item) {
    for (int l = item.from; l < item.to; l++) {
      if (lexemes.term(l).is(Tag.COMPARISON)) {
        return true;
      }
    }
    return false;
  }

  private static boolean bounds(@Nullable ItemType type) {
    return type == ItemType.BREAK
        || type == ItemType.WHERE
        || type == ItemType.RELATIVE
        || type == ItemType.BUT;
  }

  private @Nullable String markerIn(int from, int to, boolean evenCompared) {
    if (from >= to) {
      return null;
    }
    int first = items.get(from).from;
    int end = items.get(to - 1).to;
    if ((lexemes.traits(first, end) & Term.BACKGROUND) == 0) {
      return null;
    }
    boolean compared = false;
    for (int l = first; l < end; l++) {
      if (!lexemes.hasTrait(l, Term.BACKGROUND)) {
        continue;
      }
      Term term = lexemes.term(l);
      boolean per = term.per && numberAt(l + 1);
      if ((term.is(Tag.RATE) && !laterAt(l + 1) && rateAt(l)) || oneInAt(l) || per) {
        return "rate";
      }
      if (term.is(Tag.COMPARISON)) {
        compared = true;
      }
      if (compared && !evenCompared) {
        continue;
      }
      if (term.is(Tag.HISTORY) && !briefAt(l + 1)) {
        return "history";
      }
      if (lexemes.kind(l) == Tokens.NUMBER && earlierYear(l)) {
        return "history";
      }
    }
    return null;
  }

  /** "a week of cold", "a month long search" are no rates. */
  private boolean rateAt(int l) {
    return l + 1 >= lexemes.size()
        || !(lexemes.term(l + 1).is(Tag.OF) || lexemes.term(l + 1).is(Tag.LONG));
  }

  /** "one in 12 patients"; not "one in Macedonia". */
  private boolean oneInAt(int l) {
    if (!numberAt(l)) {
      return false;
    }
    if (lexemes.term(l + 1).phrase.equals("in")) {
      return numberAt(l + 2);
    }
    // the phrase takes two lexemes or one
    return lexemes.term(l + 1).phrase.equals("in every") && (numberAt(l + 2) || numberAt(l + 3));
  }

  private boolean numberAt(int l) {
    return l + 1 < lexemes.size()
        && (lexemes.kind(l) == Tokens.NUMBER || lexemes.term(l).numberKind != null);
  }

  /** "in the past two weeks" is the event reported; "in the past two years" is none. */
  private boolean briefAt(int l) {
    for (int i = l; i < lexemes.size() && i < l + 3; i++) {
      if (lexemes.term(i).is(Tag.BRIEF)) {
        return true;
      }
    }
    return false;
  }

  /** "a week later" is no rate. */
  private boolean laterAt(int l) {
    return l < lexemes.size()
        && lexemes.term(l).isAny(Tag.ADVERB.bit | Tag.AFTER.bit | Tag.PREVIOUS.bit);
  }

  private boolean earlierYear(int l) {
    if (published == null
        || lexemes.has(l, Tokens.GROUPED)
        || lexemes.end(l) - lexemes.start(l) != 4
        || lexemes.term(Math.min(l + 1, lexemes.size() - 1)).victim()) {
      return false;
    }
    long value = lexemes.tokens().value(lexemes.token(l));
    if (value >= 1000 && value < RECENT) {
      return l > 0 && lexemes.term(l - 1).is(Tag.WITHIN) && !lexemes.term(l - 1).is(Tag.AT);
    }
    OffsetDateTime day = published.atOffset(ZoneOffset.UTC);
    if (value < RECENT || value >= day.getYear()) {
      return false;
    }
    return value < day.getYear() - 1 || day.getMonthValue() > 3;
  }
}
