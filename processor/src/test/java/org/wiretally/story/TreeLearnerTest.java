package org.wiretally.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TreeLearnerTest {
  private static final List<String> NAMES = List.of("left", "right", "noise");
  private static final TreeLearner LEARNER =
      new TreeLearner(new TreeLearner.Settings(40, 3, 0.2, 10, 1), NAMES);

  private final double[][] rows = new double[2_000][];
  private final boolean[] labels = new boolean[rows.length];
  private final double[] weights = new double[rows.length];

  /** Neither measure tells anything alone: true where just one of the two is large. */
  private void oneOfTwo() {
    Random random = new Random(5);
    for (int i = 0; i < rows.length; i++) {
      rows[i] = new double[] {random.nextDouble(), random.nextDouble(), random.nextDouble()};
      labels[i] = (rows[i][0] > 0.6) != (rows[i][1] > 0.3);
      weights[i] = 1;
    }
  }

  @Test
  void learnsWhatTwoMeasuresSayTogether() {
    oneOfTwo();
    Trees trees = Trees.read(LEARNER.learn(rows, labels, weights), NAMES);

    assertThat(trees.sum(new double[] {0.9, 0.1, 0.5})).isGreaterThan(2);
    assertThat(trees.sum(new double[] {0.1, 0.9, 0.5})).isGreaterThan(2);
    assertThat(trees.sum(new double[] {0.9, 0.9, 0.5})).isLessThan(-2);
    assertThat(trees.sum(new double[] {0.1, 0.1, 0.5})).isLessThan(-2);
  }

  @Test
  void theSameRowsGiveTheSameTrees() {
    oneOfTwo();

    assertThat(LEARNER.learn(rows, labels, weights))
        .isEqualTo(LEARNER.learn(rows, labels, weights));
  }

  @Test
  void withNothingToTellThemByTheBaseIsTheLogOdds() {
    Arrays.setAll(rows, i -> new double[] {1, 1, 1});
    Arrays.setAll(weights, i -> 1.0);
    for (int i = 0; i < rows.length; i++) {
      labels[i] = i % 4 == 0;
    }
    Trees trees = Trees.read(LEARNER.learn(rows, labels, weights), NAMES);

    assertThat(trees.sum(rows[0])).isCloseTo(Math.log(1 / 3.0), within(0.01));
  }

  @Test
  void aHeavierRowCountsForMore() {
    Arrays.setAll(rows, i -> new double[] {1, 1, 1});
    for (int i = 0; i < rows.length; i++) {
      labels[i] = i % 2 == 0;
      weights[i] = labels[i] ? 3 : 1;
    }
    Trees trees = Trees.read(LEARNER.learn(rows, labels, weights), NAMES);

    assertThat(trees.sum(rows[0])).isCloseTo(Math.log(3), within(0.01));
  }
}
