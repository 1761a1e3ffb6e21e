package org.wiretally.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.wiretally.article.Span;
import org.wiretally.consensus.ArticleClaims;
import org.wiretally.consensus.Cause;
import org.wiretally.consensus.EvidenceIndex;
import org.wiretally.figures.Claim;
import org.wiretally.figures.Figure;
import org.wiretally.figures.Quantity;
import org.wiretally.figures.Role;
import org.wiretally.figures.Unit;
import org.wiretally.schemas.ChangeKind;
import org.wiretally.topology.ConsensusOutput.Published;

@NullUnmarked // a null here fails the test, as it should
class ConsensusProcessorTest {
  private static final Instant NINE = Instant.parse("2024-03-01T09:00:00Z");

  private final ConsensusStage stage = new ConsensusStage(Duration.ofDays(90));
  private final EvidenceIndex evidence = stage.evidence;

  @Test
  void aStoryThatWentIntoAnotherOneSaysSoAndLeavesNoRow() {
    touch("s1", evidence.put("s1", article("a", 5)), Cause.ARRIVED);
    Set<Figure> left = evidence.remove("s1", "a");
    assertThat(touch("s1", left, Cause.MERGED))
        .satisfiesExactly(
            said -> {
              assertThat(said.announced()).isTrue();
              assertThat(said.update().getChange()).isEqualTo(ChangeKind.MERGED);
              assertThat(said.update().getPreviousBest()).isEqualTo(5);
              assertThat(said.update().getOrigins()).isEmpty();
            },
            gone -> {
              assertThat(gone.announced()).isFalse();
              assertThat(gone.update()).isNull();
            });
  }

  @Test
  void aFigureThatWasTakenBackKeepsARowThatSaysSo() {
    touch("s1", evidence.put("s1", article("a", 5)), Cause.ARRIVED);
    assertThat(touch("s1", evidence.remove("s1", "a"), Cause.WITHDRAWN))
        .singleElement()
        .satisfies(said -> assertThat(said.update().getChange()).isEqualTo(ChangeKind.RETRACTED));
  }

  @Test
  void aStoryThatComesBackUnderItsIdGoesOnCounting() {
    touch("s1", evidence.put("s1", article("a", 5)), Cause.ARRIVED);
    touch("s1", evidence.remove("s1", "a"), Cause.MERGED);
    assertThat(touch("s1", evidence.put("s1", article("a", 5)), Cause.ARRIVED))
        .singleElement()
        .satisfies(
            said -> {
              assertThat(said.update().getChange()).isEqualTo(ChangeKind.NEW);
              assertThat(said.update().getRevision()).isEqualTo(3);
            });
  }

  @Test
  void anotherCopyIsNoUpdateButIsShown() {
    touch("s1", evidence.put("s1", article("a", 5)), Cause.ARRIVED);
    ArticleClaims copy =
        new ArticleClaims("b", 1, NINE.plusSeconds(60), "p", "a", article("a", 5).claims());
    assertThat(touch("s1", evidence.put("s1", copy), Cause.ARRIVED))
        .singleElement()
        .satisfies(
            refreshed -> {
              assertThat(refreshed.announced()).isFalse();
              assertThat(refreshed.update().getArticles()).containsExactly("a", "b");
            });
  }

  @Test
  void everyArticleIsCountedWhereOnlySomeAreNamed() {
    touch("s1", evidence.put("s1", article("a", 5)), Cause.ARRIVED);
    for (int i = 1; i < 100; i++) {
      ArticleClaims copy =
          new ArticleClaims("copy" + i, 1, NINE.plusSeconds(i), "p", "a", article("a", 5).claims());
      List<Published> said = touch("s1", evidence.put("s1", copy), Cause.ARRIVED);
      assertThat(said.get(0).update().getArticleCount()).isEqualTo(i + 1);
    }
    List<Published> said = touch("s1", evidence.remove("s1", "copy7"), Cause.WITHDRAWN);
    assertThat(said.get(0).update().getArticleCount()).isEqualTo(99);
    assertThat(said.get(0).update().getArticles()).hasSizeLessThan(99);
  }

  @Test
  void aClosedStoryRemovesItsKeys() {
    touch("s1", evidence.put("s1", article("a", 5)), Cause.ARRIVED);
    assertThat(answers(stage.close("s1")))
        .singleElement()
        .satisfies(r -> assertThat(r.update()).isNull());
  }

  private List<Published> touch(String story, Set<Figure> figures, Cause cause) {
    return answers(stage.touch(story, figures, cause));
  }

  private static List<Published> answers(List<Record<String, ConsensusOutput>> said) {
    return said.stream()
        .map(Record::value)
        .filter(Published.class::isInstance)
        .map(Published.class::cast)
        .toList();
  }

  private static ArticleClaims article(String id, long killed) {
    Span span = new Span(0, 1);
    return new ArticleClaims(
        id,
        1,
        NINE,
        "p",
        id,
        List.of(
            new Claim(
                Figure.KILLED,
                Quantity.exact(killed),
                Unit.PERSONS,
                Role.TOTAL,
                Claim.ALL,
                "police",
                null,
                null,
                false,
                span,
                span,
                "quote",
                List.of(),
                "test")));
  }
}
