package org.wiretally.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Any text is read, in linear time, with spans inside of it. */
class RobustnessTest {
  private static final FigureReader READER = FigureReader.english();
  private static final Instant PUBLISHED = Instant.parse("2022-01-09T00:00:00Z");

  @Property(tries = 500)
  void anyCharactersAreRead(@ForAll String text) {
    check(text, READER.read(null, text, PUBLISHED));
  }

  @Property(tries = 2000)
  void anyWordsAreRead(@ForAll("salads") String text) {
    check(text, READER.read(text, text + " again", PUBLISHED));
  }

  @Provide
  Arbitrary<String> salads() {
    return Arbitraries.of(
            List.of(
                "26",
                "1.2",
                "million",
                "at least",
                "people",
                "killed",
                "were",
                "and",
                ",",
                ".",
                "\"",
                "(",
                ")",
                "the",
                "a",
                "man",
                "who",
                "of them",
                "including",
                "children",
                "died",
                "’s",
                "19-year-old",
                "John",
                "said",
                "police",
                "death toll",
                "rose",
                "to",
                "from",
                "half",
                "a",
                "dozen",
                "between",
                "99999999999999999999",
                "9,223,372,036,854,775,807",
                "no",
                "one",
                "\n",
                "\n\n",
                "-",
                "–",
                "hundred",
                "thousand",
                "were forced",
                "to flee",
                "lives",
                "claimed",
                "of",
                "in",
                "2009",
                "Monday",
                "(8)",
                "dead",
                "left",
                "another",
                "more",
                "could",
                "not",
                "if",
                "?",
                "himself",
                "wounded",
                "houses",
                "destroyed"))
        .list()
        .ofMaxSize(40)
        .map(words -> String.join(" ", words));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "9999999999999999999999 people were killed.",
        "999999999 billion billion people were killed.",
        "1.5 million million million people were killed.",
        "one hundred thousand million million million people died.",
        "9,223,372,036,854,775,807 people were killed.",
        "9223372036854775807.5 people were killed."
      })
  void numbersBeyondReasonAreNoClaims(String text) {
    Extraction extraction = READER.read(null, text, PUBLISHED);
    check(text, extraction);
    assertThat(extraction.claims())
        .allSatisfy(
            claim ->
                assertThat(claim.quantity().best())
                    .isNotNull()
                    .isLessThanOrEqualTo(20_000_000_000L));
  }

  @Test
  void marksWithoutWidthAndFullWidthDigitsAreRead() {
    String text = "The \u202bblast\u202c killed \uff14\u200b\uff12 people.";
    Extraction extraction = READER.read(null, text, PUBLISHED);
    assertThat(extraction.claims()).hasSize(1);
    Claim claim = extraction.claims().get(0);
    assertThat(claim.quantity()).isEqualTo(Quantity.exact(42));
    assertThat(text.substring(claim.span().start(), claim.span().end()))
        .isEqualTo("\uff14\u200b\uff12");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "26 people and ",
        "a man who ",
        "killed 26 people, ",
        "death toll of ",
        "people people ",
        "( ",
        "twenty thousand and ",
        "was killed and ",
        "1,000,",
        "-",
        "x",
        "John Smith, "
      })
  void timeIsLinearWithoutAnyFullStop(String piece) {
    String small = piece.repeat(125_000 / piece.length());
    String large = piece.repeat(1_000_000 / piece.length());
    READER.read(null, small, PUBLISHED);
    long one = cpu(small);
    long eight = cpu(large);
    // eight times the text: quadratic time would be 64 times; a floor keeps timer noise out
    assertThat(eight).isLessThan(24 * Math.max(one, 20_000_000L));
    check(large, READER.read(null, large, PUBLISHED));
  }

  private static long cpu(String text) {
    long best = Long.MAX_VALUE;
    for (int i = 0; i < 2; i++) {
      long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      READER.read(null, text, PUBLISHED);
      best = Math.min(best, ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start);
    }
    return best;
  }

  private static void check(String text, Extraction extraction) {
    for (Claim claim : extraction.claims()) {
      if (!claim.inTitle()) {
        assertThat(claim.span().end()).isLessThanOrEqualTo(text.length() + " again".length());
        assertThat(claim.sentence().start()).isLessThanOrEqualTo(claim.span().start());
      }
    }
    for (Rejection rejection : extraction.rejections()) {
      assertThat(rejection.span().end()).isLessThanOrEqualTo(text.length() + " again".length());
    }
  }
}
