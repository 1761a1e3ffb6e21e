package org.wiretally.ingest.normalize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.text.Normalizer.Form;
import java.time.Instant;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

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

  @Property(tries = 1000)
  void neverThrowsAndMapsBack(@ForAll("oddTexts") String text) {
    if (normalize(text) instanceof Normalization.Done done) {
      Normalized.assertMapsBack(done.article(), text);
    }
  }

  @Property(tries = 500)
  void neverThrowsOnAnything(@ForAll String text) {
    assertThatCode(() -> normalize(text)).doesNotThrowAnyException();
  }

  @Property(tries = 500)
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

  @Property(tries = 500)
  void articlesMapBack(@ForAll("articles") String text) {
    if (normalize(text) instanceof Normalization.Done done) {
      Normalized.assertMapsBack(done.article(), text);
    }
  }

  @Property(tries = 500)
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

  @Property(tries = 500)
  void isIdempotent(@ForAll("articles") String text) {
    if (normalize(text) instanceof Normalization.Done done) {
      Normalization again = normalize(done.article().text());
      assertThat(again).isInstanceOf(Normalization.Done.class);
      assertThat(((Normalization.Done) again).article().text()).isEqualTo(done.article().text());
    }
  }

  static Stream<Named<IntFunction<String>>> hardTexts() {
    return Stream.of(
        hard("one word", n -> "a".repeat(n)),
        hard("marks only", n -> "\u0301\u0323".repeat(n / 2)),
        hard("marked letters", n -> "a\u0301".repeat(n / 2)),
        hard("nothing visible", n -> "\u200b".repeat(n)),
        hard("spaces", n -> " ".repeat(n) + "a"),
        hard("blank lines", n -> "\n".repeat(n) + "a"),
        hard("a sentence that never ends", n -> "the\n\n".repeat(n / 5)),
        hard("dates", n -> "date 2022-01-09 ".repeat(n / 16)),
        hard("teasers", n -> "you may also like\n\n".repeat(n / 19)),
        hard("broken lines", n -> ("x".repeat(60) + " of\n\n").repeat(n / 65)),
        hard("brackets", n -> "(".repeat(n)),
        hard("copyright", n -> ("copyright ".repeat(40) + "\n\n").repeat(n / 402)),
        hard("wrapped lines", n -> ("x".repeat(60) + " y\n").repeat(n / 63)),
        hard("hangul", n -> "\u1112\u1161".repeat(n / 2)),
        hard("half characters", n -> "\ud83d\u200d".repeat(n / 2)));
  }

  private static Named<IntFunction<String>> hard(String name, IntFunction<String> text) {
    return Named.of(name, text);
  }

  /** Eight times the text takes about eight times the time; a quadratic step takes 64 times. */
  @ParameterizedTest
  @MethodSource("hardTexts")
  void takesLinearTimeWhateverTheText(IntFunction<String> text) {
    cpuMillis(text.apply(50_000)); // warms up
    long small = cpuMillis(text.apply(50_000));
    long large = cpuMillis(text.apply(400_000));
    assertThat(large).as("%d ms for an eighth", small).isLessThan(30 * small + 300);
  }

  /** CPU time of this thread, which a busy machine does not stretch. */
  private static long cpuMillis(String text) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    normalize(text);
    return (threads.getCurrentThreadCpuTime() - start) / 1_000_000;
  }
}
