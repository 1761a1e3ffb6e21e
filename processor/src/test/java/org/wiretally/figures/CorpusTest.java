package org.wiretally.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every line of the corpus is a test of its own. The corpus is written for this project. */
class CorpusTest {
  private static final Instant PUBLISHED = Instant.parse("2022-01-09T12:00:00Z");
  private static final FigureReader ENGLISH = FigureReader.english();
  private static final FigureReader SPANISH = FigureReader.of(Language.SPANISH);

  @TestFactory
  Stream<DynamicNode> english() throws Exception {
    return files("/corpus/figures").map(file -> container(file, ENGLISH));
  }

  @TestFactory
  Stream<DynamicNode> spanish() throws Exception {
    return files("/corpus/figures-es").map(file -> container(file, SPANISH));
  }

  @Test
  void englishHasSixHundredLinesAndAThirdAreNegative() throws Exception {
    List<CorpusLine> lines = files("/corpus/figures").flatMap(f -> lines(f).stream()).toList();
    assertThat(lines).hasSizeGreaterThanOrEqualTo(600);
    assertThat(lines.stream().filter(line -> line.expected().isEmpty()).count())
        .isGreaterThanOrEqualTo(lines.size() / 3);
    assertThat(lines).extracting(CorpusLine::text).doesNotHaveDuplicates();
  }

  private static Stream<Path> files(String folder) throws IOException, URISyntaxException {
    Path path = Path.of(CorpusTest.class.getResource(folder).toURI());
    try (Stream<Path> files = Files.list(path)) {
      return files.filter(f -> f.toString().endsWith(".txt")).sorted().toList().stream();
    }
  }

  private static DynamicContainer container(Path file, FigureReader reader) {
    return DynamicContainer.dynamicContainer(
        file.getFileName().toString(),
        lines(file).stream()
            .map(line -> DynamicTest.dynamicTest(line.text(), () -> check(reader, line))));
  }

  private static List<CorpusLine> lines(Path file) {
    List<CorpusLine> lines = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(file)) {
        if (!line.isBlank() && !line.startsWith("#")) {
          lines.add(CorpusLine.parse(line));
        }
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return lines;
  }

  private static void check(FigureReader reader, CorpusLine line) {
    Extraction extraction = reader.read(null, line.text(), PUBLISHED);
    assertThat(line.differences(extraction.claims())).as(line.text()).isEmpty();
    if (line.reason() != null) {
      assertThat(extraction.rejections()).extracting(Rejection::reason).contains(line.reason());
    }
  }
}
