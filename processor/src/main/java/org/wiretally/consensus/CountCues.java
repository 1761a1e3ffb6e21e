package org.wiretally.consensus;

import java.util.List;
import java.util.Locale;

/**
 * Words by which a sentence sets its count against an earlier one: that one was too high ({@code
 * correction-cues.tsv}), or it has grown ({@code growth-cues.tsv}). Immutable and thread-safe.
 */
final class CountCues {
  private final List<String> correcting;
  private final List<String> growing;

  private CountCues(List<String> correcting, List<String> growing) {
    this.correcting = correcting;
    this.growing = growing;
  }

  static CountCues load() {
    return new CountCues(phrases("correction-cues.tsv"), phrases("growth-cues.tsv"));
  }

  private static List<String> phrases(String table) {
    return DataTable.read(table, 1).stream().map(row -> row.get(0)).toList();
  }

  /** Which way the sentence says that the count went; a correction before a growth. */
  Statement.Turn turn(String quote) {
    String lower = quote.toLowerCase(Locale.ROOT);
    if (correcting.stream().anyMatch(lower::contains)) {
      return Statement.Turn.CORRECTS;
    }
    return growing.stream().anyMatch(lower::contains) ? Statement.Turn.GREW : Statement.Turn.UNSAID;
  }
}
