package org.wiretally.ingest.normalize;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A text's own word on when it was published: {@code date 2022-01-09}, {@code Updated: Jan. 9, 2022
 * 4:05 PM EST}, {@code ALMATY, 9 January 2022 (Agency) --}.
 *
 * <p>Only dates with a year count, and never those in figures alone that read differently in
 * different countries (9/1/2022). A day without a time is its midnight, a time without a known zone
 * is UTC.
 *
 * @param published the latest time stated
 * @param end one past the last unit of the statement
 * @param labelled whether a word such as "published" introduces it
 */
record DateStatement(Instant published, int end, boolean labelled) {
  /** A statement is no longer than this. */
  static final int LONGEST = 140;

  /** A dateline stands within this many characters. */
  private static final int LONGEST_DATELINE = 110;

  private static final int EARLIEST_YEAR = 1900;
  private static final int LATEST_YEAR = 2100;

  /** Two figures for a year mean 1970 to 2069 (POSIX: 69 to 99 mean the last century). */
  private static final int CENTURY_PIVOT = 69;

  private static final Set<String> LABELS =
      Set.of("date", "published", "posted", "updated", "modified");

  private static final Set<String> FILLERS =
      Set.of("last", "first", "on", "at", "the", "by", "-", "\u2013", "\u2014", "|");

  private static final Set<String> WEEKDAYS =
      Set.of(
          "mon",
          "monday",
          "tue",
          "tues",
          "tuesday",
          "wed",
          "wednesday",
          "thu",
          "thur",
          "thurs",
          "thursday",
          "fri",
          "friday",
          "sat",
          "saturday",
          "sun",
          "sunday");

  /** Hours from UTC of the zones that English-language pages name. */
  private static final Map<String, Integer> ZONES =
      Map.ofEntries(
          Map.entry("utc", 0),
          Map.entry("gmt", 0),
          Map.entry("z", 0),
          Map.entry("bst", 1),
          Map.entry("cet", 1),
          Map.entry("cest", 2),
          Map.entry("msk", 3),
          Map.entry("est", -5),
          Map.entry("edt", -4),
          Map.entry("et", -5),
          Map.entry("cst", -6),
          Map.entry("cdt", -5),
          Map.entry("mst", -7),
          Map.entry("mdt", -6),
          Map.entry("pst", -8),
          Map.entry("pdt", -7),
          Map.entry("aest", 10),
          Map.entry("aedt", 11));

  /**
   * A word of the text without the punctuation after it.
   *
   * @param end one past what separates it from the next word
   * @param comma whether a comma is among that
   */
  private record Token(String word, int end, boolean comma) {}

  /** The statement that is the whole paragraph, null where it says anything else. */
  static @Nullable DateStatement whole(CharSequence paragraph) {
    Reader reader = new Reader(paragraph, paragraph.length());
    DateStatement statement = reader.statements();
    boolean range = reader.dates > 1 && statement != null && !statement.labelled();
    return statement == null || range || statement.end() < paragraph.length() ? null : statement;
  }

  /**
   * The labelled statement with which the paragraph begins, null where there is none, or where it
   * reads on as a sentence: "Published on 5 March 2021, the report".
   */
  static @Nullable DateStatement leading(CharSequence paragraph) {
    Reader reader = new Reader(paragraph, paragraph.length());
    DateStatement statement = reader.statements();
    if (statement == null || !statement.labelled() || statement.end() == paragraph.length()) {
      return statement != null && statement.labelled() ? statement : null;
    }
    boolean sentence =
        reader.on
            || reader.tokens.get(reader.next - 1).comma()
            || Character.isLowerCase(paragraph.charAt(statement.end()));
    return sentence ? null : statement;
  }

  /** The date within the paragraph's dateline, null where it has none. */
  static @Nullable Instant inDateline(CharSequence paragraph) {
    int end = Dateline.end(paragraph, LONGEST_DATELINE);
    return end < 0 ? null : new Reader(paragraph, end).afterPlace();
  }

  private static final class Reader {
    private final List<Token> tokens = new ArrayList<>();
    private int next;
    private int dates;
    private boolean on;

    Reader(CharSequence text, int end) {
      int i = 0;
      while (i < end) {
        while (i < end && separates(text.charAt(i))) {
          i++;
        }
        int start = i;
        while (i < end && !separates(text.charAt(i))) {
          i++;
        }
        int stop = i;
        boolean comma = false;
        while (i < end && separates(text.charAt(i))) {
          comma |= text.charAt(i) == ',';
          i++;
        }
        if (start < stop) {
          tokens.add(new Token(word(text, start, stop), i, comma));
        }
      }
    }

    private static boolean separates(char c) {
      return c == ' ' || c == ',' || c == '(' || c == ')' || c == '[' || c == ']';
    }

    private static String word(CharSequence text, int start, int end) {
      int stop = end;
      while (stop > start + 1 && (text.charAt(stop - 1) == ':' || text.charAt(stop - 1) == '.')) {
        stop--;
      }
      return text.subSequence(start, stop).toString().toLowerCase(Locale.ROOT);
    }

    /** Reads one statement after the other from the start on. */
    @Nullable DateStatement statements() {
      Instant latest = null;
      boolean labelled = false;
      int end = 0;
      while (next < tokens.size()) {
        boolean label = skip();
        Instant time = dateAndTime();
        if (time == null) {
          break;
        }
        dates++;
        labelled |= label;
        latest = latest == null || time.isAfter(latest) ? time : latest;
        end = tokens.get(next - 1).end();
      }
      return latest == null ? null : new DateStatement(latest, end, labelled);
    }

    /** The first date after the first word, which is the place. */
    @Nullable Instant afterPlace() {
      for (int start = 1; start < tokens.size(); start++) {
        next = start;
        Instant time = dateAndTime();
        if (time != null) {
          return time;
        }
      }
      return null;
    }

    private boolean skip() {
      boolean label = false;
      while (next < tokens.size()) {
        String word = tokens.get(next).word();
        on |= word.equals("on");
        if (LABELS.contains(word)) {
          label = true;
        } else if (!FILLERS.contains(word) && !WEEKDAYS.contains(word)) {
          break;
        }
        next++;
      }
      return label;
    }

    private @Nullable Instant dateAndTime() {
      int start = next;
      if (next < tokens.size() && tokens.get(next).word().indexOf('t') == 10) {
        Instant exact = isoDateTime(tokens.get(next).word().toUpperCase(Locale.ROOT));
        next += exact == null ? 0 : 1;
        return exact;
      }
      LocalDate date = date();
      if (date == null) {
        next = start;
        return null;
      }
      int afterDate = next;
      while (next < tokens.size() && FILLERS.contains(tokens.get(next).word())) {
        next++;
      }
      LocalTime time = time();
      if (time == null) {
        next = afterDate;
        return date.atStartOfDay().toInstant(ZoneOffset.UTC);
      }
      Integer zone = next < tokens.size() ? ZONES.get(tokens.get(next).word()) : null;
      next += zone == null ? 0 : 1;
      return date.atTime(time).toInstant(ZoneOffset.ofHours(zone == null ? 0 : zone));
    }

    private static @Nullable Instant isoDateTime(String word) {
      try {
        boolean zoned = word.endsWith("Z") || word.indexOf('+') > 0 || word.lastIndexOf('-') > 10;
        return OffsetDateTime.parse(zoned ? word : word + "Z").toInstant();
      } catch (DateTimeException e) {
        return null;
      }
    }

    private @Nullable LocalDate date() {
      String first = word(0);
      String second = word(1);
      String third = word(2);
      LocalDate date = isoDate(first);
      if (date != null) {
        next++;
        return date;
      }
      Month month = month(first);
      boolean dayOfAnother = third.length() <= 2 && number(word(3)) >= EARLIEST_YEAR;
      int year = dayOfAnother ? -1 : number(third); // 2 March 5, 2021
      date = month != null ? date(year, month, day(second)) : date(year, month(second), day(first));
      next += date == null ? 0 : 3;
      return date;
    }

    private String word(int ahead) {
      return next + ahead < tokens.size() ? tokens.get(next + ahead).word() : "";
    }

    private static @Nullable LocalDate isoDate(String word) {
      if (word.length() != 10 || word.charAt(4) != '-' || word.charAt(7) != '-') {
        return null;
      }
      int month = number(word.substring(5, 7));
      return month < 1 || month > 12
          ? null
          : date(number(word.substring(0, 4)), Month.of(month), number(word.substring(8)));
    }

    private static @Nullable LocalDate date(int year, @Nullable Month month, int day) {
      int full = year < 0 || year > 99 ? year : year + (year < CENTURY_PIVOT ? 2000 : 1900);
      if (month == null
          || day < 1
          || day > month.maxLength()
          || full < EARLIEST_YEAR
          || full > LATEST_YEAR) {
        return null;
      }
      try {
        return LocalDate.of(full, month, day);
      } catch (DateTimeException e) {
        return null; // the 29th of February
      }
    }

    private static @Nullable Month month(String word) {
      if (word.length() < 3) {
        return null;
      }
      for (Month month : Month.values()) {
        String name = month.name().toLowerCase(Locale.ROOT);
        if (word.equals(name) || word.equals(name.substring(0, 3)) || word.equals("sept")) {
          if (!word.equals("sept") || month == Month.SEPTEMBER) {
            return month;
          }
        }
      }
      return null;
    }

    private static int day(String word) {
      int end = word.length();
      if (end > 2 && Character.isLetter(word.charAt(end - 1))) {
        String suffix = word.substring(end - 2);
        if (Set.of("st", "nd", "rd", "th").contains(suffix)) {
          end -= 2;
        }
      }
      return end > 2 ? -1 : number(word.substring(0, end));
    }

    /** The number that the word is, -1 where it is none of at most four figures. */
    private static int number(String word) {
      if (word.isEmpty() || word.length() > 4) {
        return -1;
      }
      int value = 0;
      for (int i = 0; i < word.length(); i++) {
        char c = word.charAt(i);
        if (c < '0' || c > '9') {
          return -1;
        }
        value = 10 * value + c - '0';
      }
      return value;
    }

    private @Nullable LocalTime time() {
      String word = word(0);
      boolean attached = word.endsWith("am") || word.endsWith("pm");
      String clock = attached ? word.substring(0, word.length() - 2) : word;
      String half = attached ? word.substring(word.length() - 2) : word(1).replace(".", "");
      int colon = clock.indexOf(':');
      int hour = number(colon < 0 ? clock : clock.substring(0, colon));
      int minute = colon < 0 ? 0 : number(clock.substring(colon + 1));
      boolean halved = half.equals("am") || half.equals("pm");
      if (hour < 0
          || minute < 0
          || minute > 59
          || hour > (halved ? 12 : 23)
          || (colon < 0 && !halved)) {
        return null;
      }
      next += halved && !attached ? 2 : 1;
      return LocalTime.of(halved ? hour % 12 + (half.equals("pm") ? 12 : 0) : hour, minute);
    }
  }
}
