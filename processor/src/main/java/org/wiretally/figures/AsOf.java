package org.wiretally.figures;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;
import org.wiretally.text.Tokens;

/**
 * Until when a sentence's counts are said to hold: "as of Friday", "by late Sunday", "as of 6 p.m.
 * on 12 March". When the event itself happened ("were killed on Friday") tells nothing of that.
 *
 * <p>A day is taken to its end in UTC, but never past publication. Without a publication time only
 * dates with their year are read.
 */
final class AsOf {
  /** Items between "as of" and its day: a clock time, "late", "on". */
  private static final int REACH = 6;

  private final Lexemes lexemes;
  private final @Nullable Instant published;

  private AsOf(Lexemes lexemes, @Nullable Instant published) {
    this.lexemes = lexemes;
    this.published = published;
  }

  /** The end of the day named, or null where the sentence names none. */
  static @Nullable Instant of(Items items, Lexemes lexemes, @Nullable Instant published) {
    Item time = time(items);
    return time == null ? null : new AsOf(lexemes, published).day(time);
  }

  private static @Nullable Item time(Items items) {
    for (int k = 0; k < items.size(); k++) {
      boolean asOf = items.get(k).term.is(Tag.AS_OF);
      if (!asOf && items.get(k).type != ItemType.BY) {
        continue;
      }
      for (int j = k + 1; j < items.size() && j - k <= (asOf ? REACH : 2); j++) {
        Item item = items.get(j);
        if (item.type == ItemType.TIME) {
          return item;
        }
        boolean between =
            item.type == ItemType.ADVERB
                || item.type == ItemType.REJECTED
                || item.type == ItemType.PREPOSITION
                || (asOf && item.type != ItemType.COMMA && item.type != ItemType.BREAK);
        if (!between) {
          break;
        }
      }
    }
    return null;
  }

  private @Nullable Instant day(Item item) {
    LocalDate today = published == null ? null : published.atOffset(ZoneOffset.UTC).toLocalDate();
    LocalDate date = date(item, today);
    if (date == null || (today != null && date.isAfter(today))) {
      return null;
    }
    Instant end = date.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusSeconds(1);
    return published != null && published.isBefore(end) ? published : end;
  }

  private @Nullable LocalDate date(Item item, @Nullable LocalDate today) {
    Term term = item.term;
    if (today != null && term.is(Tag.TODAY)) {
      return today;
    }
    if (today != null && term.is(Tag.YESTERDAY)) {
      return today.minusDays(1);
    }
    if (today != null && term.weekday > 0) {
      return today.with(TemporalAdjusters.previousOrSame(DayOfWeek.of(term.weekday)));
    }
    return calendar(item, today);
  }

  /** "12 March 2022", "Sept. 8". */
  private @Nullable LocalDate calendar(Item item, @Nullable LocalDate today) {
    int month = 0;
    int day = 0;
    int year = 0;
    for (int i = item.from; i < item.to; i++) {
      byte kind = lexemes.kind(i);
      if (lexemes.term(i).month > 0) {
        month = lexemes.term(i).month;
      } else if (kind == Tokens.NUMBER || kind == Tokens.ORDINAL) {
        long value = lexemes.tokens().value(lexemes.token(i));
        if (value <= 31) {
          day = (int) value;
        } else if (value >= 1000) {
          year = (int) value;
        }
      }
    }
    if (month == 0 || day == 0 || (year == 0 && today == null)) {
      return null;
    }
    int of = year > 0 || today == null ? year : today.getYear();
    if (day > YearMonth.of(of, month).lengthOfMonth()) {
      return null;
    }
    LocalDate date = LocalDate.of(of, month, day);
    return year == 0 && today != null && date.isAfter(today) ? date.minusYears(1) : date;
  }
}
