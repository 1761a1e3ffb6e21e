package org.wiretally.story;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.wiretally.story.TreeLearner.Settings;

/**
 * Writes {@code likeness.tsv}, from the train parts of the measuring collections alone. How to run
 * it: docs/stories.md.
 */
final class LikenessLearner {
  static final Settings SETTINGS = new Settings(160, 4, 0.08, 60, 1);

  /**
   * A collection.
   *
   * @param pools whether its articles come in pools that are laid over each other
   * @param positives weight of all its pairs on one event together
   * @param negatives and of all its other pairs
   */
  private record Collection(String name, boolean pools, double positives, double negatives) {}

  private static final List<Collection> COLLECTIONS =
      List.of(
          new Collection("gva", false, 1, 0.7),
          new Collection("ecbplus", false, 1, 2),
          new Collection("trec_ts", true, 1, 2));

  private LikenessLearner() {}

  /**
   * Learns and writes.
   *
   * @param args the folder of the collections, and the file to write
   */
  public static void main(String[] args) throws IOException {
    List<double[]> rows = new ArrayList<>();
    List<Boolean> labels = new ArrayList<>();
    List<Double> weights = new ArrayList<>();
    for (Collection each : COLLECTIONS) {
      List<LabelledPairs.Pair> pairs =
          LabelledPairs.pairs(
              LabelledPairs.articles(Path.of(args[0], each.name()), "train", each.pools()),
              each.pools());
      long positive = pairs.stream().filter(LabelledPairs.Pair::sameEvent).count();
      System.out.printf("%s: %d pairs, %d on one event%n", each.name(), pairs.size(), positive);
      for (LabelledPairs.Pair pair : pairs) {
        rows.add(pair.measures());
        labels.add(pair.sameEvent());
        weights.add(
            pair.sameEvent()
                ? each.positives() / positive
                : each.negatives() / (pairs.size() - positive));
      }
    }
    List<String> lines = new ArrayList<>();
    lines.add(
        "# Likeness of two articles on a log-odds scale: boosted trees. First line: base. Then a"
            + " tree a line, nodes parted by tabs:");
    lines.add(
        "# \"measure threshold left right\" (left where the measure is at most the threshold) or"
            + " \"= value\". Written by LikenessLearner.");
    lines.addAll(learn(rows, labels, weights));
    Files.write(Path.of(args[1]), lines);
  }

  static List<String> learn(List<double[]> rows, List<Boolean> labels, List<Double> weights) {
    double sum = weights.stream().mapToDouble(Double::doubleValue).sum();
    boolean[] same = new boolean[rows.size()];
    double[] scaled = new double[rows.size()];
    for (int i = 0; i < same.length; i++) {
      same[i] = labels.get(i);
      scaled[i] = weights.get(i) * same.length / sum;
    }
    return new TreeLearner(SETTINGS, Likeness.MEASURES)
        .learn(rows.toArray(new double[0][]), same, scaled);
  }
}
