package org.wiretally.ingest.normalize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.text.Normalizer.Form;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** What holds of every text. */
class NormalizerPropertyTest {
  private static final Instant TIME = Instant.parse("2000-01-01T00:00:00Z");

  private static Normalization normalize(String text) {
    return Normalizer.normalize(RawArticle.ofText("a", text, TIME, "test"));
  }

  @Provide
  Arbitrary<String> oddTexts() {
    Arbitrary<String> pieces =
        Arbitraries.of(
            "a",
            "é",
            "e\u0301",
            "\u0301\u0323",
            "\u200b",
            "\u00a0",
            "\u3000",
            "\n",
            "\n\n",
            "\r\n",
            " ",
            "   ",
            "\t",
            "\u0092",
            "\ud83d\ude00",
            "\ud83d",
            "\ude00",
            "４，４",
            "\u1112\u1161",
            "\u2028",
            "Copyright 2020 X",
            "You may also like",
            "date 2022-01-09 ",
            "word.",
            "the",
            "-",
            "\u0000",
            "5 March 2021",
            "(X) --",
            "\u212b",
            "\u1d15e",
            "\ufeff",
            "© (c)",
            "...");
    return pieces.list().ofMaxSize(60).map(list -> String.join("", list));
  }

  @Provide
  Arbitrary<String> articles() {
    Arbitrary<String> words =
        Arbitraries.of(
            "The",
            "police",
            "said",
            "on",
            "Monday,",
            "26",
            "people",
            "were",
            "killed",
            "and",
            "4,400",
            "detained",
            "of",
            "Osterburg",
            "in",
            "“bandits”",
            "(8).",
            "there.",
            "ended.",
            "Almaty",
            "-",
            "—",
            "more",
            "than",
            "comments",
            "copyright",
            "Advertisement");
    Arbitrary<String> gaps = Arbitraries.of("\n", "\n\n", "\n\n\n\n", "\r\n", "\n   ");
    Arbitrary<String> lines = words.list().ofMinSize(1).ofMaxSize(30).map(w -> String.join(" ", w));
    return Combinators.combine(lines, gaps)
        .as((line, gap) -> line + gap)
        .list()
        .ofMinSize(1)
        .ofMaxSize(25)
        .map(list -> String.join("", list));
  }

  @Property(tries = 2000)
  void neverThrowsAndMapsBack(@ForAll("oddTexts") String text) {
    if (normalize(text) instanceof Normalization.Done done) {
      Normalized.assertMapsBack(done.article(), text);
    }
  }

  @Property(tries = 1000)
  void neverThrowsOnAnything(@ForAll String text) {
    assertThatCode(() -> normalize(text)).doesNotThrowAnyException();
  }

  @Property(tries = 1000)
  void textIsClean(@ForAll("oddTexts") String text) {
    if (normalize(text) instanceof Normalization.Done done) {
      String clean = done.article().text();
      assertThat(java.text.Normalizer.isNormalized(clean, Form.NFC)).isTrue();
      assertThat(clean)
          .doesNotContain("\r", "\t", "  ", "\n\n\n", "\u00a0", "\u200b", "\u0000")
          .doesNotContainPattern("(?<!\n)\n(?!\n)")
          .doesNotContainPattern("(^|\n) | (\n|$)")
          .isEqualTo(clean.strip());
    }
  }

  @Property(tries = 1000)
  void articlesMapBack(@ForAll("articles") String text) {
    if (normalize(text) instanceof Normalization.Done done) {
      Normalized.assertMapsBack(done.article(), text);
    }
  }

  @Property(tries = 1000)
  void everyWordOfAnArticleIsKeptOrNamedAsDropped(@ForAll("articles") String text) {
    if (normalize(text) instanceof Normalization.Done done) {
      boolean[] seen = new boolean[text.length()];
      for (int i = 0; i < done.article().text().length(); i++) {
        seen[done.article().offsets().toDelivered(i)] = true;
      }
      for (NormalizedArticle.Dropped dropped : done.article().dropped()) {
        for (int i = dropped.start(); i < dropped.end(); i++) {
          seen[i] = true;
        }
      }
      for (int i = 0; i < seen.length; i++) {
        assertThat(seen[i] || Character.isWhitespace(text.charAt(i)))
            .as("unit %d of [%s]", i, text)
            .isTrue();
      }
    }
  }

  @Property(tries = 1000)
  void isIdempotent(@ForAll("articles") String text) {
    if (normalize(text) instanceof Normalization.Done done) {
      Normalization again = normalize(done.article().text());
      assertThat(again).isInstanceOf(Normalization.Done.class);
      assertThat(((Normalization.Done) again).article().text()).isEqualTo(done.article().text());
    }
  }

  @Test
  void takesLinearTimeWhateverTheText() {
    int size = 1_000_000;
    List<String> hard =
        List.of(
            "a".repeat(size),
            "\u0301\u0323".repeat(size / 2),
            "a\u0301".repeat(size / 2),
            "\u200b".repeat(size),
            " ".repeat(size) + "a",
            "\n".repeat(size) + "a",
            "the\n\n".repeat(size / 5),
            "date 2022-01-09 ".repeat(size / 16),
            "you may also like\n\n".repeat(size / 19),
            ("x".repeat(60) + " of\n\n").repeat(size / 65),
            "(".repeat(size),
            "copyright ".repeat(size / 10),
            ("copyright ".repeat(40) + "\n\n").repeat(size / 402),
            "\u1112\u1161".repeat(size / 2),
            "\ud83d\u200d".repeat(size / 2));
    for (String text : hard) {
      // Some 0.2 s each; a quadratic step would take minutes.
      Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> normalize(text));
    }
  }
}
