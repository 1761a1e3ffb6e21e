package org.wiretally.ingest.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The seeds, and the texts they restate, come out clean. */
class SeedsTest {
  private static NormalizedArticle read(String folder, String name) throws IOException {
    Path path = Path.of("..", folder).resolve(name);
    Assumptions.assumeTrue(Files.exists(path), () -> path + " is not here: not checked");
    Decoding decoded = TextDecoder.decode(Files.readAllBytes(path), null);
    String text = ((Decoding.Text) decoded).text();
    NormalizedArticle article = Normalized.of(text, Instant.EPOCH);
    Normalized.assertMapsBack(article, text);
    return article;
  }

  @ParameterizedTest
  @CsvSource({
    "seeds, 000_7c77f52cf1e400b5.txt, 11",
    "seeds, 001_7626aed1f9ddb9fc.txt, 18",
    "seeds, 002_8d11cf271361b106.txt, 7",
    "seeds, 003_ebc95dc6023fb8bf.txt, 18",
    "seeds, 004_57d8fd56beb8b51b.txt, 25",
    "../shared/seeds, 000_7c77f52cf1e400b5.txt, 11",
    "../shared/seeds, 001_7626aed1f9ddb9fc.txt, 18",
    "../shared/seeds, 002_8d11cf271361b106.txt, 7",
    "../shared/seeds, 003_ebc95dc6023fb8bf.txt, 18",
    "../shared/seeds, 004_57d8fd56beb8b51b.txt, 25",
  })
  void hasItsParagraphsAndNoChrome(String folder, String name, int paragraphs) throws IOException {
    NormalizedArticle article = read(folder, name);
    assertThat(article.text().split("\n\n")).hasSize(paragraphs);
    assertThat(article.text())
        .doesNotContain("60 million", "Source link", "Connect with us", "Copyright", "JavaScript")
        .doesNotContain("date 2022", "Comments are", "grey line", "Image source");
  }

  static Stream<Arguments> figures() {
    List<Arguments> figures =
        List.of(
            Arguments.of("000_7c77f52cf1e400b5.txt", "Hundreds of people have been killed"),
            Arguments.of("001_7626aed1f9ddb9fc.txt", "more than 4,400 people"),
            Arguments.of("002_8d11cf271361b106.txt", "26 demonstrators"),
            Arguments.of("002_8d11cf271361b106.txt", "18 law-enforcement officers"),
            Arguments.of("002_8d11cf271361b106.txt", "of Nursultan Nazarbayev are"),
            Arguments.of("002_8d11cf271361b106.txt", "Aidos Ukibay"),
            Arguments.of("003_ebc95dc6023fb8bf.txt", "26 “armed criminals” and 18 security"),
            Arguments.of("003_ebc95dc6023fb8bf.txt", "more than 4,000 people have been detained"),
            Arguments.of("004_57d8fd56beb8b51b.txt", "Tens of people died, thousands were"),
            Arguments.of("004_57d8fd56beb8b51b.txt", "on Saturday (8)."));
    return Stream.of("seeds", "../shared/seeds")
        .flatMap(
            folder ->
                figures.stream()
                    .map(figure -> Arguments.of(folder, figure.get()[0], figure.get()[1])));
  }

  @ParameterizedTest
  @MethodSource("figures")
  void keepsItsFigures(String folder, String name, String words) throws IOException {
    assertThat(read(folder, name).text()).containsIgnoringCase(words);
  }

  @ParameterizedTest
  @CsvSource({"seeds", "../shared/seeds"})
  void readsDateAndPublisherWhereTheTextHasThem(String folder) throws IOException {
    NormalizedArticle dated = read(folder, "004_57d8fd56beb8b51b.txt");
    assertThat(dated.published()).isEqualTo("2022-01-09T00:00:00Z");
    assertThat(dated.publishedFrom()).isEqualTo(PublishedFrom.TEXT);
    assertThat(read(folder, "001_7626aed1f9ddb9fc.txt").publisher()).isEqualTo("Dow Jones");
    assertThat(read(folder, "001_7626aed1f9ddb9fc.txt").publishedFrom())
        .isEqualTo(PublishedFrom.INGEST_TIME);
  }
}
