package org.wiretally.consensus;

import java.util.List;
import java.util.Locale;

/** Words by which a text says that an earlier count was too high ({@code correction-cues.tsv}). */
final class CorrectionCues {
  private final List<String> cues;

  private CorrectionCues(List<String> cues) {
    this.cues = cues;
  }

  static CorrectionCues load() {
    return new CorrectionCues(
        DataTable.read("correction-cues.tsv", 1).stream().map(row -> row.get(0)).toList());
  }

  boolean in(String quote) {
    String lower = quote.toLowerCase(Locale.ROOT);
    return cues.stream().anyMatch(lower::contains);
  }
}
