package org.wiretally.consensus;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wiretally.figures.Figure;

/**
 * How often an answer of this make was right: a table of what was seen on the train parts of the
 * open collections ({@code calibration.tsv} says where its numbers come from).
 *
 * <p>Right is within a tenth: exact below ten, and 40 to 48 for 44. What counts is the figure, the
 * size of the best value, how many independent origins state it, their share of the vote, and
 * whether a headline states it. The steps are coarse on purpose: a reader sees the confidence
 * change only where the evidence changes in kind. Immutable and thread-safe.
 */
final class Calibration {
  /** A cell of a few dozen cases, all of one kind, does not prove certainty. */
  private static final double FLOOR = 0.05;

  static final String ANY = "*";

  private final Map<Make, Double> table = new HashMap<>();

  /**
   * What an answer is made of. Cells of the table's first five columns.
   *
   * @param figure {@link #ANY} for all that are not listed
   * @param size of the best value: none, 0, 1, 2-9, 10+
   * @param origins that state it: 0, 1, 2, 3+
   * @param share of the weight of all that state a number, do not go together with it and were not
   *     overtaken by it: less than a half, more, most (nine tenths)
   * @param where headline or text
   */
  record Make(String figure, String size, String origins, String share, String where) {
    static Make of(Figure figure, @Nullable Long best, List<Origin> origins) {
      double cast = 0;
      double won = 0;
      boolean headline = false;
      Set<String> supporters = new HashSet<>();
      for (Origin origin : origins) {
        boolean supports = origin.standing() == Standing.SUPPORTS;
        boolean rivals =
            origin.standing() != Standing.COMPATIBLE && origin.standing() != Standing.LAGGING;
        if (origin.quantity().best() != null && rivals) {
          cast += origin.weight();
          won += supports ? origin.weight() : 0;
        }
        if (supports) {
          supporters.add(origin.id());
          headline |= origin.evidence().claim().inTitle();
        }
      }
      return new Make(
          figure.name(),
          size(best),
          supporters.size() >= 3 ? "3+" : Integer.toString(supporters.size()),
          share(cast > 0 ? won / cast : 0),
          headline ? "headline" : "text");
    }

    /** The same make, of any figure. */
    Make ofAny() {
      return new Make(ANY, size, origins, share, where);
    }

    private static String size(@Nullable Long best) {
      if (best == null) {
        return "none";
      }
      return best == 0 ? "0" : best == 1 ? "1" : best < 10 ? "2-9" : "10+";
    }

    private static String share(double share) {
      return share >= 0.9 ? "most" : share >= 0.5 ? "more" : "less";
    }
  }

  private Calibration() {}

  static Calibration load() {
    Calibration calibration = new Calibration();
    for (List<String> row : DataTable.read("calibration.tsv", 7)) {
      calibration.table.put(
          new Make(row.get(0), row.get(1), row.get(2), row.get(3), row.get(4)),
          Double.valueOf(row.get(5)));
    }
    return calibration;
  }

  /**
   * The probability that the best value is right; without a best value, that the lowest one is.
   *
   * @param origins with their standings to {@code best}
   */
  double confidence(Figure figure, @Nullable Long best, List<Origin> origins) {
    Make make = Make.of(figure, best, origins);
    Double seen = table.get(make);
    if (seen == null) {
      seen = table.get(make.ofAny());
    }
    if (seen == null) {
      throw new IllegalStateException("calibration.tsv has no row for " + make);
    }
    return Math.max(FLOOR, Math.min(1 - FLOOR, seen));
  }
}
