package org.wiretally.story;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Learns what {@link Trees} reads: boosted regression trees on the log-odds scale.
 *
 * <p>Second-order gradient boosting on histograms: Chen and Guestrin, "XGBoost: a scalable tree
 * boosting system", KDD 2016, and Ke et al., "LightGBM", NIPS 2017. No random choice enters, so the
 * same rows give the same trees.
 */
final class TreeLearner {
  private static final int BINS = 255;

  /**
   * What may be set.
   *
   * @param trees how many
   * @param depth most splits from root to leaf
   * @param rate share of each tree's values that is kept
   * @param leastRows fewest rows of a leaf
   * @param ridge added to each leaf's curvature
   */
  record Settings(int trees, int depth, double rate, int leastRows, double ridge) {}

  private final Settings settings;
  private final List<String> names;

  TreeLearner(Settings settings, List<String> names) {
    this.settings = settings;
    this.names = names;
  }

  /**
   * Trees that tell the true rows from the others, in the form that {@link Trees#read} takes.
   *
   * @param rows a row's measures each
   * @param weights how much each row counts, above 0
   */
  List<String> learn(double[][] rows, boolean[] labels, double[] weights) {
    Work work = new Work(rows, labels, weights);
    List<String> lines = new ArrayList<>();
    lines.add(String.format(Locale.ROOT, "base %.4f", work.base));
    for (int i = 0; i < settings.trees(); i++) {
      lines.add(work.grow());
    }
    return lines;
  }

  /** A node of the tree that is grown, a leaf as long as it has no measure. */
  private static final class Node {
    final int[] rows;
    final double value;
    int measure = -1;
    int bin;
    int left;
    int right;

    Node(int[] rows, double value) {
      this.rows = rows;
      this.value = value;
    }
  }

  private record Split(int measure, int bin, double gain, double left, double right) {}

  private final class Work {
    private final int[][] bins;
    private final double[][] cuts;
    private final boolean[] labels;
    private final double[] weights;
    private final double[] scores;
    private final double[] gradients;
    private final double[] curvatures;
    private final double base;

    Work(double[][] rows, boolean[] labels, double[] weights) {
      this.labels = labels;
      this.weights = weights;
      int measures = names.size();
      cuts = new double[measures][];
      bins = new int[measures][rows.length];
      for (int m = 0; m < measures; m++) {
        double[] values = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
          values[i] = rows[i][m];
        }
        cuts[m] = cuts(values.clone());
        for (int i = 0; i < rows.length; i++) {
          int at = Arrays.binarySearch(cuts[m], values[i]);
          bins[m][i] = at < 0 ? -at - 1 : at;
        }
      }
      double positive = 0;
      double all = 0;
      for (int i = 0; i < rows.length; i++) {
        positive += labels[i] ? weights[i] : 0;
        all += weights[i];
      }
      base = Math.log(positive / (all - positive));
      scores = new double[rows.length];
      Arrays.fill(scores, base);
      gradients = new double[rows.length];
      curvatures = new double[rows.length];
    }

    /** Middles between neighbouring values, at most {@link #BINS} less one, evenly by rows. */
    private static double[] cuts(double[] values) {
      Arrays.sort(values);
      List<Double> found = new ArrayList<>();
      int step = Math.max(1, values.length / BINS);
      int from = 0;
      for (int i = 1; i < values.length; i++) {
        if (values[i] > values[i - 1] && (i - from >= step || few(values))) {
          found.add((float) ((values[i] + values[i - 1]) / 2) + 0.0);
          from = i;
        }
      }
      return found.stream().mapToDouble(Double::doubleValue).distinct().toArray();
    }

    private static boolean few(double[] sorted) {
      int distinct = 1;
      for (int i = 1; i < sorted.length && distinct <= BINS; i++) {
        distinct += sorted[i] > sorted[i - 1] ? 1 : 0;
      }
      return distinct <= BINS;
    }

    String grow() {
      for (int i = 0; i < scores.length; i++) {
        double p = 1 / (1 + Math.exp(-scores[i]));
        gradients[i] = weights[i] * (p - (labels[i] ? 1 : 0));
        curvatures[i] = weights[i] * Math.max(p * (1 - p), 1e-9);
      }
      List<Node> nodes = new ArrayList<>();
      int[] all = new int[scores.length];
      Arrays.setAll(all, i -> i);
      nodes.add(new Node(all, value(sum(gradients, all), sum(curvatures, all))));
      split(nodes, 0, settings.depth());
      StringBuilder line = new StringBuilder();
      for (Node node : nodes) {
        if (line.length() > 0) {
          line.append('\t');
        }
        if (node.measure < 0) {
          double kept = settings.rate() * node.value;
          for (int row : node.rows) {
            scores[row] += kept;
          }
          line.append(String.format(Locale.ROOT, "= %.4f", kept));
        } else {
          line.append(
              String.format(
                  Locale.ROOT,
                  "%s %.5g %d %d",
                  names.get(node.measure),
                  cuts[node.measure][node.bin],
                  node.left,
                  node.right));
        }
      }
      return line.toString();
    }

    private void split(List<Node> nodes, int at, int depth) {
      Node node = nodes.get(at);
      Split best = depth == 0 ? null : best(node);
      if (best == null) {
        return;
      }
      node.measure = best.measure();
      node.bin = best.bin();
      int[] of = bins[best.measure()];
      int[] left = Arrays.stream(node.rows).filter(row -> of[row] <= best.bin()).toArray();
      int[] right = Arrays.stream(node.rows).filter(row -> of[row] > best.bin()).toArray();
      node.left = nodes.size();
      nodes.add(new Node(left, best.left()));
      split(nodes, node.left, depth - 1);
      node.right = nodes.size();
      nodes.add(new Node(right, best.right()));
      split(nodes, node.right, depth - 1);
    }

    private @Nullable Split best(Node node) {
      double gradient = sum(gradients, node.rows);
      double curvature = sum(curvatures, node.rows);
      double unsplit = loss(gradient, curvature, node.value);
      Split best = null;
      for (int m = 0; m < cuts.length; m++) {
        int count = cuts[m].length + 1;
        double[] g = new double[count];
        double[] h = new double[count];
        int[] n = new int[count];
        for (int row : node.rows) {
          int bin = bins[m][row];
          g[bin] += gradients[row];
          h[bin] += curvatures[row];
          n[bin]++;
        }
        double gl = 0;
        double hl = 0;
        int nl = 0;
        for (int bin = 0; bin < count - 1; bin++) {
          gl += g[bin];
          hl += h[bin];
          nl += n[bin];
          if (nl < settings.leastRows() || node.rows.length - nl < settings.leastRows()) {
            continue;
          }
          double left = value(gl, hl);
          double right = value(gradient - gl, curvature - hl);
          double gain = unsplit - loss(gl, hl, left) - loss(gradient - gl, curvature - hl, right);
          if (gain > 1e-9 && (best == null || gain > best.gain())) {
            best = new Split(m, bin, gain, left, right);
          }
        }
      }
      return best;
    }

    private double value(double gradient, double curvature) {
      return -gradient / (curvature + settings.ridge());
    }

    private double loss(double gradient, double curvature, double value) {
      return gradient * value + (curvature + settings.ridge()) * value * value / 2;
    }

    private static double sum(double[] values, int[] rows) {
      double sum = 0;
      for (int row : rows) {
        sum += values[row];
      }
      return sum;
    }
  }
}
