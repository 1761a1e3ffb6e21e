package org.wiretally.story;

import java.util.List;

/**
 * A sum of regression trees, read from a data file. Immutable.
 *
 * <p>A line is a tree; its nodes, parted by tabs, are {@code = value} for a leaf, else {@code
 * measure threshold left right}: left where the measure is at most the threshold.
 */
final class Trees {
  private static final int LEAF = -1;

  private final double base;
  private final int[] roots;
  private final int[] measures;
  private final double[] values;
  private final int[] lefts;
  private final int[] rights;

  private Trees(
      double base, int[] roots, int[] measures, double[] values, int[] lefts, int[] rights) {
    this.base = base;
    this.roots = roots;
    this.measures = measures;
    this.values = values;
    this.lefts = lefts;
    this.rights = rights;
  }

  /** The sum of what the trees say of the measures. */
  double sum(double[] x) {
    double sum = base;
    for (int root : roots) {
      int at = root;
      while (measures[at] != LEAF) {
        at = x[measures[at]] <= values[at] ? lefts[at] : rights[at];
      }
      sum += values[at];
    }
    return sum;
  }

  /**
   * Reads trees.
   *
   * @param lines the first one {@code base value}, then a tree each
   * @param names of the measures, in the order in which they are given to {@link #sum}
   * @throws IllegalArgumentException if a line names an unknown measure
   */
  static Trees read(List<String> lines, List<String> names) {
    int count = 0;
    for (String line : lines.subList(1, lines.size())) {
      count += line.split("\t", -1).length;
    }
    int[] roots = new int[lines.size() - 1];
    int[] measures = new int[count];
    double[] values = new double[count];
    int[] lefts = new int[count];
    int[] rights = new int[count];
    int at = 0;
    for (int t = 0; t < roots.length; t++) {
      roots[t] = at;
      for (String node : lines.get(t + 1).split("\t", -1)) {
        String[] cells = node.split(" ", -1);
        values[at] = Double.parseDouble(cells[1]);
        if (cells[0].equals("=")) {
          measures[at] = LEAF;
        } else {
          measures[at] = names.indexOf(cells[0]);
          if (measures[at] < 0) {
            throw new IllegalArgumentException(
                "likeness.tsv names the measure '" + cells[0] + "', which Likeness does not take");
          }
          lefts[at] = roots[t] + Integer.parseInt(cells[2]);
          rights[at] = roots[t] + Integer.parseInt(cells[3]);
        }
        at++;
      }
    }
    double base = Double.parseDouble(lines.get(0).substring("base ".length()));
    return new Trees(base, roots, measures, values, lefts, rights);
  }
}
