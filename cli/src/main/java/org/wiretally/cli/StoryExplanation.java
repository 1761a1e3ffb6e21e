package org.wiretally.cli;

import java.io.PrintWriter;
import java.util.Locale;
import org.wiretally.schemas.ConsensusUpdate;
import org.wiretally.schemas.Origin;
import org.wiretally.schemas.Quantity;

/** The derivation of a published consensus, from the record alone, and who its sources are. */
final class StoryExplanation {
  private StoryExplanation() {}

  /**
   * Prints one row.
   *
   * @param label the story's name, one for all of its rows
   * @param records of the sources, as they are today
   */
  static void print(PrintWriter out, String label, ConsensusUpdate row, SourceRecords records) {
    out.printf(
        Locale.ROOT,
        "%s  %s %s: low %s, best %s%s, high %s, confidence %.2f%n",
        label,
        row.getFigure(),
        row.getGroup(),
        ConsensusTable.number(row.getLow()),
        ConsensusTable.number(row.getBest()),
        row.getDerived() ? " (added up from parts)" : "",
        ConsensusTable.number(row.getHigh()),
        row.getConfidence());
    out.printf(
        "  %s (revision %d, as of %s): %s%n",
        row.getChange(), row.getRevision(), Rows.time(row.getAsOf()), row.getReason());
    if (row.getResidual() != null) {
      out.printf(Locale.ROOT, "  total less parts: %d%n", row.getResidual());
    }
    for (Origin origin : row.getOrigins()) {
      out.printf(
          Locale.ROOT,
          "  %-10s %s, weight %.2f, %s: %s%n",
          origin.getStanding(),
          origin.getClaimant() == null ? origin.getId() : origin.getClaimant(),
          origin.getWeight(),
          words(origin.getQuantity()),
          origin.getReason());
      out.printf(
          "             “%s” [%s%s, rule %s]%n",
          origin.getEvidence().getQuote(),
          origin.getEvidence().getArticleId(),
          origin.getEvidence().getStart() == null
              ? ""
              : " " + origin.getEvidence().getStart() + "-" + origin.getEvidence().getEnd(),
          origin.getEvidence().getRule());
      if (origin.getArticles().size() > 1) {
        out.printf("             carried by %s%n", String.join(", ", origin.getArticles()));
      }
      String fared = records.of(origin);
      if (!fared.isEmpty()) {
        out.printf("             agreed so far: %s%n", fared);
      }
    }
  }

  private static String words(Quantity quantity) {
    return quantity.getQualifier()
        + " "
        + ConsensusTable.number(quantity.getLow())
        + ".."
        + ConsensusTable.number(quantity.getHigh())
        + " best "
        + ConsensusTable.number(quantity.getBest());
  }
}
