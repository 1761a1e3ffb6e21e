package org.wiretally.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.wiretally.article.Article;
import org.wiretally.article.ArticleStatus;
import org.wiretally.article.OffsetMap;
import org.wiretally.figures.Extraction;
import org.wiretally.place.PlaceReader;

class StoryPairsCorpusTest {
  /** When the undated ones were found. */
  private static final Instant FOUND = Instant.parse("2026-11-01T00:00:00Z");

  @TestFactory
  Stream<DynamicTest> pairs() throws IOException {
    return lines("/corpus/stories/pairs.tsv").stream()
        .map(line -> line.split("\t", -1))
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row[1] + ": " + row[0],
                    () -> {
                      StoryIndex index =
                          new StoryIndex(StoryTables.inMemory(), StoryPolicy.STANDARD);
                      Set<String> stories = new HashSet<>();
                      for (int i = 0; i < 2; i++) {
                        boolean dated = !row[2 + 2 * i].isEmpty();
                        Instant published = dated ? Instant.parse(row[2 + 2 * i]) : FOUND;
                        String text = row[3 + 2 * i];
                        index
                            .put("a" + i, published, features(published, dated, text), "a" + i)
                            .moves()
                            .forEach(move -> stories.add(move.toStory()));
                      }
                      assertThat(stories).hasSize(row[1].equals("same") ? 1 : 2);
                    }));
  }

  private static StoryFeatures features(Instant published, boolean dated, String text) {
    Article article =
        new Article(
            "a",
            1,
            ArticleStatus.USABLE,
            null,
            text,
            OffsetMap.identity(),
            published,
            null,
            null,
            null,
            dated);
    return StoryFeatureMaker.of(
        article, new Extraction(List.of(), List.of()), PlaceReader.world().read(null, text));
  }

  private static List<String> lines(String resource) throws IOException {
    try (InputStream in = StoryPairsCorpusTest.class.getResourceAsStream(resource)) {
      assertThat(in).as(resource).isNotNull();
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    }
  }
}
