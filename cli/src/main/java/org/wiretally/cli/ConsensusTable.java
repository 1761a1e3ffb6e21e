package org.wiretally.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wiretally.schemas.ConsensusUpdate;
import org.wiretally.schemas.Origin;
import org.wiretally.schemas.Standing;
import org.wiretally.schemas.Unit;

/** The present consensus as a table for people. */
final class ConsensusTable {
  private static final String ROW = "  %-11s %-17s %9s %9s %9s  %5s %8s %9s%n";
  private static final int WIDTH = 112;

  /** How many figures of a story by how many articles make it worth its place on a long list. */
  private static final Comparator<List<ConsensusUpdate>> WEIGHTIEST_FIRST =
      Comparator.<List<ConsensusUpdate>>comparingInt(
              rows -> rows.stream().mapToInt(ConsensusTable::articles).max().orElse(0))
          .reversed()
          .thenComparing(rows -> rows.get(0).getStoryId());

  private ConsensusTable() {}

  /**
   * Prints the live rows, grouped by story, the stories with most articles first.
   *
   * @param most how many stories at the most
   */
  static void print(PrintWriter out, Collection<ConsensusUpdate> latest, int most) {
    Map<String, List<ConsensusUpdate>> byStory = new LinkedHashMap<>();
    latest.stream()
        .filter(ConsensusTable::live)
        .sorted(
            Comparator.comparing(ConsensusUpdate::getStoryId)
                .thenComparing(ConsensusUpdate::getFigure)
                .thenComparing(row -> row.getGroup().equals("ALL") ? "" : row.getGroup()))
        .forEach(
            row -> byStory.computeIfAbsent(row.getStoryId(), id -> new ArrayList<>()).add(row));
    List<List<ConsensusUpdate>> stories =
        byStory.values().stream().sorted(WEIGHTIEST_FIRST).toList();
    for (List<ConsensusUpdate> rows : stories.subList(0, Math.min(most, stories.size()))) {
      out.printf("%n%s  (%s)%n", label(rows), rows.get(0).getStoryId());
      out.printf(ROW, "figure", "group", "low", "best", "high", "conf.", "origins", "articles");
      rows.forEach(row -> print(out, row));
    }
    if (stories.isEmpty()) {
      out.println("No figures were found.");
    } else if (stories.size() > most) {
      out.printf("%n... and %d more stories; --out DIR writes all.%n", stories.size() - most);
    }
  }

  /**
   * The story's name as its newest row has it: a row keeps the name that the story had when the row
   * was written. Empty without rows.
   */
  static String label(Collection<ConsensusUpdate> rowsOfOneStory) {
    return rowsOfOneStory.stream()
        .max(
            Comparator.comparing(ConsensusUpdate::getProcessedAt)
                .thenComparing(ConsensusUpdate::getStoryLabel))
        .map(ConsensusUpdate::getStoryLabel)
        .orElse("");
  }

  /**
   * A key whose figure was retracted, or whose story went into another one, has no origins left.
   */
  static boolean live(ConsensusUpdate row) {
    return !row.getOrigins().isEmpty();
  }

  private static void print(PrintWriter out, ConsensusUpdate row) {
    out.printf(
        ROW,
        row.getFigure() + (row.getUnit() == Unit.PERSONS ? "" : "/" + lower(row.getUnit().name())),
        row.getGroup(),
        number(row.getLow()),
        number(row.getBest()),
        number(row.getHigh()),
        String.format(Locale.ROOT, "%.2f", row.getConfidence()),
        supporters(row),
        articles(row));
    out.println(cut("      " + row.getChange() + ": " + row.getReason(), WIDTH));
    Origin shown = shown(row);
    String source = "” [" + shown.getEvidence().getArticleId() + "]";
    String claimant = shown.getClaimant() == null ? "" : shown.getClaimant() + ": ";
    out.println(
        cut("      " + claimant + "“" + shown.getEvidence().getQuote(), WIDTH - source.length())
            + source);
  }

  /** How many independent origins state the best value. */
  static long supporters(ConsensusUpdate row) {
    return row.getOrigins().stream()
        .filter(origin -> origin.getStanding() == Standing.SUPPORTS)
        .map(Origin::getId)
        .distinct()
        .count();
  }

  /** How many articles state the figure; a record names only the latest of many. */
  static int articles(ConsensusUpdate row) {
    Integer count = row.getArticleCount();
    return count == null ? row.getArticles().size() : count;
  }

  /** The heaviest origin that states the best value, else the heaviest. */
  private static Origin shown(ConsensusUpdate row) {
    return row.getOrigins().stream()
        .filter(origin -> origin.getStanding() == Standing.SUPPORTS)
        .findFirst()
        .orElse(row.getOrigins().get(0));
  }

  /** A bound for people; a dash where it is open. */
  static String number(@Nullable Long value) {
    return value == null ? "-" : String.format(Locale.ROOT, "%,d", value);
  }

  private static String cut(String line, int width) {
    if (line.length() <= width) {
      return line;
    }
    int end = width - 1;
    return line.substring(0, Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end) + "…";
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
