package org.wiretally.consensus;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wiretally.figures.Figure;

/**
 * How often an answer of this make was right: a table of what was seen on the train parts of the
 * open collections ({@code calibration.tsv} says where its numbers come from).
 *
 * <p>What counts is the figure, the size of the best value, how many independent origins state it,
 * and their share of the vote. The steps are coarse on purpose: a reader sees the confidence change
 * only where the evidence changes in kind. Immutable and thread-safe.
 */
final class Calibration {
  /** A cell of a few dozen cases, all of one kind, does not prove certainty. */
  private static final double FLOOR = 0.05;

  private static final String ANY = "*";

  private final Map<List<String>, Double> table = new HashMap<>();

  private Calibration() {}

  static Calibration load() {
    Calibration calibration = new Calibration();
    for (List<String> row : DataTable.read("calibration.tsv", 6)) {
      calibration.table.put(row.subList(0, 4), Double.valueOf(row.get(4)));
    }
    return calibration;
  }

  /**
   * The probability that the best value is right; without a best value, that the lowest one is.
   *
   * @param origins with their standings to {@code best}
   */
  double confidence(Figure figure, @Nullable Long best, List<Origin> origins) {
    List<String> key = key(figure, best, origins);
    Double seen = table.get(key);
    if (seen == null) {
      seen = table.get(List.of(ANY, key.get(1), key.get(2), key.get(3)));
    }
    if (seen == null) {
      throw new IllegalStateException("calibration.tsv has no row for " + key);
    }
    return Math.max(FLOOR, Math.min(1 - FLOOR, seen));
  }

  static List<String> key(Figure figure, @Nullable Long best, List<Origin> origins) {
    double cast = 0;
    double won = 0;
    for (Origin origin : origins) {
      if (origin.quantity().best() != null) {
        cast += origin.weight();
        won += origin.standing() == Standing.SUPPORTS ? origin.weight() : 0;
      }
    }
    long supporters =
        origins.stream()
            .filter(o -> o.standing() == Standing.SUPPORTS)
            .map(Origin::id)
            .distinct()
            .count();
    return List.of(
        figure.name(), size(best), origins(supporters), share(cast > 0 ? won / cast : 0));
  }

  private static String size(@Nullable Long best) {
    if (best == null) {
      return "none";
    }
    return best == 0 ? "0" : best == 1 ? "1" : best < 10 ? "2-9" : "10+";
  }

  private static String origins(long supporters) {
    return supporters >= 3 ? "3+" : Long.toString(supporters);
  }

  private static String share(double share) {
    return share >= 0.9 ? "most" : share >= 0.5 ? "more" : "less";
  }
}
