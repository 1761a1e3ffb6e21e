package org.wiretally.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class MainPlaceCorpusTest {
  @TestFactory
  Stream<DynamicTest> mainPlace() throws IOException {
    return lines("/corpus/places/main-place.tsv").stream()
        .map(line -> line.split("\t", -1))
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row[0] + ": " + row[2],
                    () -> {
                      String title = row[1].isEmpty() ? null : row[1];
                      Place main = PlaceReader.world().read(title, row[2]).main();
                      assertThat(main == null ? "-" : main.id()).isEqualTo(row[0]);
                    }));
  }

  private static List<String> lines(String resource) throws IOException {
    try (InputStream in = MainPlaceCorpusTest.class.getResourceAsStream(resource)) {
      assertThat(in).as(resource).isNotNull();
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    }
  }
}
