package org.wiretally.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.wiretally.article.Span;
import org.wiretally.consensus.LiveClaim;
import org.wiretally.figures.Claim;
import org.wiretally.figures.Figure;
import org.wiretally.figures.Quantity;
import org.wiretally.figures.Role;
import org.wiretally.figures.Unit;
import org.wiretally.query.KnownClaims.Rooted;
import org.wiretally.query.KnownClaims.Stated;

class KnownClaimsTest {
  private static final Instant NINE = Instant.parse("2024-03-01T09:00:00Z");
  private static final Instant TEN = NINE.plusSeconds(3600);
  private static final Instant NOON = TEN.plusSeconds(7200);

  /**
   * a says 5 at nine; b, its copy, says 5 at ten; a is withdrawn at noon; b moves to s2 at noon.
   */
  private static final List<Stated> CLAIMS =
      List.of(
          new Stated("s1", true, NINE, claim("a", NINE)),
          new Stated("s1", true, TEN, claim("b", TEN)),
          new Stated("s1", false, NOON, claim("a", NINE)),
          new Stated("s2", true, NOON, claim("b", TEN)));

  private static final List<Rooted> ROOTS =
      List.of(new Rooted("a", "a", NINE), new Rooted("b", "a", TEN), new Rooted("b", "b", NOON));

  @Test
  void theLastRowOfAClaimCounts() {
    assertThat(shown(null, null)).containsExactly("s2: b of b");
  }

  @Test
  void whatWasNotKnownYetIsNotThere() {
    assertThat(shown(null, TEN)).containsExactly("s1: a of a", "s1: b of a");
    assertThat(shown(null, NINE)).containsExactly("s1: a of a");
    assertThat(shown(null, NINE.minusSeconds(1))).isEmpty();
  }

  @Test
  void whatHadNotHappenedYetIsNotThere() {
    assertThat(shown(NINE, TEN)).containsExactly("s1: a of a");
    assertThat(shown(NINE, null)).isEmpty();
  }

  private static List<String> shown(@Nullable Instant at, @Nullable Instant knownAt) {
    return KnownClaims.byStory(CLAIMS, ROOTS, at, knownAt).entrySet().stream()
        .flatMap(
            story ->
                story.getValue().stream()
                    .map(c -> story.getKey() + ": " + c.articleId() + " of " + c.copyRoot()))
        .toList();
  }

  private static LiveClaim claim(String article, Instant published) {
    Span span = new Span(0, 1);
    return new LiveClaim(
        article + "/1/0",
        article,
        1,
        null,
        published,
        article,
        new Claim(
            Figure.KILLED,
            Quantity.exact(5),
            Unit.PERSONS,
            Role.TOTAL,
            Claim.ALL,
            null,
            null,
            null,
            false,
            span,
            span,
            "quote",
            List.of(),
            "test"));
  }
}
