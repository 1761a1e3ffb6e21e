package org.wiretally.consensus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every scenario of the corpus: the stream in, the expected updates out, in any order the same. */
class ScenarioCorpusTest {
  private static final Path CORPUS = Path.of("src/test/resources/corpus/consensus");

  @TestFactory
  Stream<DynamicTest> eachScenarioGivesItsUpdates() throws IOException {
    return files().stream()
        .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)));
  }

  private static void check(Path file) throws IOException {
    Scenario scenario = Scenario.parse(Files.readString(file));
    ConsensusFold fold = new ConsensusFold(Profile.DEFAULT);
    List<String> expected = new ArrayList<>();
    List<String> actual = new ArrayList<>();
    for (Scenario.Step step : scenario.steps) {
      expected.add(step.text());
      expected.addAll(step.expected());
      actual.add(step.text());
      actual.addAll(scenario.take(step, fold));
    }
    assertThat(actual).containsExactlyElementsOf(expected);
    scenario
        .live()
        .forEach(
            (story, claims) -> {
              List<Consensus> settled = fold.fold(claims);
              for (int seed = 0; seed < 5; seed++) {
                List<LiveClaim> shuffled = new ArrayList<>(claims);
                Collections.shuffle(shuffled, new Random(seed));
                assertThat(fold.fold(shuffled)).isEqualTo(settled);
              }
            });
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(CORPUS)) {
      List<Path> scenarios =
          files.filter(f -> f.getFileName().toString().endsWith(".scenario")).sorted().toList();
      assertThat(scenarios).hasSizeGreaterThanOrEqualTo(11);
      return scenarios;
    }
  }
}
