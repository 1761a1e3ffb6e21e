package org.wiretally.query;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Answers as a table of events, with the columns that users of ACLED files (event_date, country,
 * admin1, location, source, notes, fatalities, timestamp) and of UCDP GED files (date_start,
 * date_end, best, high, low) know. One row a story, figure, group and profile. docs/consensus.md
 * says what each column holds.
 */
public final class EventTable {
  /** The columns, in order. */
  public static final List<String> COLUMNS =
      List.of(
          "event_id",
          "profile",
          "figure",
          "group",
          "unit",
          "event_date",
          "year",
          "date_start",
          "date_end",
          "event_type",
          "country",
          "iso",
          "admin1",
          "location",
          "headline",
          "fatalities",
          "best",
          "low",
          "high",
          "confidence",
          "origins",
          "articles",
          "source",
          "source_original",
          "notes",
          "timestamp");

  private static final String BETWEEN = "; ";

  private EventTable() {}

  /**
   * The row of one answer by column; a number is a Long, Integer or Double, what is unknown or open
   * is null.
   */
  public static Map<String, @Nullable Object> row(StoryPlace story, Answer answer) {
    LocalDate first = day(story.first());
    boolean dead = answer.figure().equals("KILLED") && answer.group().equals("ALL");
    List<@Nullable Object> cells = new ArrayList<>();
    cells.add(answer.storyId());
    cells.add(answer.profile());
    cells.add(answer.figure());
    cells.add(answer.group());
    cells.add(answer.unit());
    cells.add(first.toString());
    cells.add(first.getYear());
    cells.add(first.toString());
    cells.add(day(story.last()).toString());
    cells.add(story.type());
    cells.add(known(story.country()));
    cells.add(known(story.iso()));
    cells.add(known(story.region()));
    cells.add(known(story.location()));
    cells.add(story.label());
    cells.add(dead ? answer.best() : null);
    cells.add(answer.best());
    cells.add(answer.low());
    cells.add(answer.high());
    cells.add(answer.confidence());
    cells.add(answer.origins());
    cells.add(answer.articles());
    cells.add(known(String.join(BETWEEN, answer.publishers())));
    cells.add(known(String.join(BETWEEN, answer.claimants())));
    cells.add(answer.note());
    cells.add(answer.asOf().toString());
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    for (int i = 0; i < COLUMNS.size(); i++) {
      row.put(COLUMNS.get(i), cells.get(i));
    }
    return row;
  }

  /** The header line of a CSV file (RFC 4180). */
  public static String header() {
    return String.join(",", COLUMNS);
  }

  /** The row as a line of a CSV file (RFC 4180). */
  public static String csv(Map<String, @Nullable Object> row) {
    return COLUMNS.stream().map(column -> cell(row.get(column))).collect(Collectors.joining(","));
  }

  private static String cell(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    String text =
        value instanceof Double number
            ? String.format(Locale.ROOT, "%.2f", number)
            : value.toString();
    return text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
        ? '"' + text.replace("\"", "\"\"") + '"'
        : text;
  }

  private static LocalDate day(Instant time) {
    return time.atOffset(ZoneOffset.UTC).toLocalDate();
  }

  private static @Nullable String known(String text) {
    return text.isEmpty() ? null : text;
  }
}
