package org.wiretally.ingest.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wiretally.ingest.normalize.Corpus.Case;

/** Every case of the corpus files is a test of its own. */
class NormalizerCorpusTest {
  static final Instant FALLBACK = Instant.parse("2000-01-01T00:00:00Z");

  static Stream<Case> characters() throws IOException {
    return Corpus.read("corpus/characters.txt");
  }

  static Stream<Case> paragraphs() throws IOException {
    return Corpus.read("corpus/paragraphs.txt");
  }

  static Stream<Case> chrome() throws IOException {
    return Corpus.read("corpus/chrome.txt");
  }

  static Stream<Case> dates() throws IOException {
    return Corpus.read("corpus/dates.txt");
  }

  @ParameterizedTest
  @MethodSource({"characters", "paragraphs", "chrome", "dates"})
  void normalises(Case example) {
    NormalizedArticle article = Normalized.of(example.delivered(), FALLBACK);
    assertThat(article.text()).isEqualTo(example.text());
    for (Map.Entry<String, String> fact : example.facts().entrySet()) {
      assertThat(fact(article, fact.getKey())).as(fact.getKey()).isEqualTo(fact.getValue());
    }
  }

  @ParameterizedTest
  @MethodSource({"characters", "paragraphs", "chrome", "dates"})
  void isIdempotent(Case example) {
    String once = Normalized.of(example.delivered(), FALLBACK).text();
    assertThat(Normalized.of(once, FALLBACK).text()).isEqualTo(once);
  }

  @ParameterizedTest
  @MethodSource({"characters", "paragraphs", "chrome", "dates"})
  void mapsBackToTheSameCharacters(Case example) {
    NormalizedArticle article = Normalized.of(example.delivered(), FALLBACK);
    Normalized.assertMapsBack(article, example.delivered());
  }

  private static @Nullable String fact(NormalizedArticle article, String key) {
    return switch (key) {
      case "published" ->
          article.publishedFrom() == PublishedFrom.TEXT ? article.published().toString() : "none";
      case "publisher" -> article.publisher() == null ? "none" : article.publisher();
      case "dropped" -> String.join(" ", article.dropped().stream().map(d -> d.rule()).toList());
      default -> throw new IllegalArgumentException("unknown fact " + key);
    };
  }
}
