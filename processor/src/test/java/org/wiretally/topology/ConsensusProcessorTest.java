package org.wiretally.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wiretally.article.Span;
import org.wiretally.consensus.ArticleClaims;
import org.wiretally.consensus.Cause;
import org.wiretally.consensus.ConsensusFold;
import org.wiretally.consensus.EvidenceIndex;
import org.wiretally.consensus.Profile;
import org.wiretally.consensus.Telling;
import org.wiretally.figures.Claim;
import org.wiretally.figures.Figure;
import org.wiretally.figures.Quantity;
import org.wiretally.figures.Role;
import org.wiretally.figures.Unit;
import org.wiretally.schemas.ChangeKind;

@NullUnmarked // a null here fails the test, as it should
class ConsensusProcessorTest {
  private static final String DESK = "world";
  private static final Instant NINE = Instant.parse("2024-03-01T09:00:00Z");

  private final MockProcessorContext<String, Published> context = new MockProcessorContext<>();
  private final ConsensusProcessor processor =
      new ConsensusProcessor(new ConsensusFold(Profile.DEFAULT));
  private EvidenceIndex evidence;

  @BeforeEach
  void open() {
    store(Stores.CLAIMS, ArticleClaims.class);
    store(Stores.CARRIERS, String.class);
    store(Stores.TELLINGS, Telling.class);
    store(Stores.TALLIES, Tally.class);
    context.setCurrentSystemTimeMs(NINE.toEpochMilli());
    processor.init(context);
    DeskTables tables = new DeskTables(context);
    evidence = new EvidenceIndex(tables.evidence());
    tables.select(DESK);
  }

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
    processor.process(
        new Record<>(
            "s1",
            new DeskOutput.Touched(DESK, "s1", "", Set.of(), Cause.ARRIVED, true),
            NINE.toEpochMilli()));
    assertThat(forwarded()).singleElement().satisfies(r -> assertThat(r.update()).isNull());
  }

  private List<Published> touch(String story, Set<Figure> figures, Cause cause) {
    context.resetForwards();
    processor.process(
        new Record<>(
            story,
            new DeskOutput.Touched(DESK, story, "Blast", figures, cause, false),
            NINE.toEpochMilli()));
    List<Published> said = forwarded();
    context.resetForwards();
    return said;
  }

  private List<Published> forwarded() {
    List<Published> published = new ArrayList<>();
    context.forwarded().forEach(forward -> published.add(forward.record().value()));
    return published;
  }

  private <V> void store(String name, Class<V> type) {
    KeyValueStore<String, V> store =
        org.apache.kafka.streams.state.Stores.keyValueStoreBuilder(
                org.apache.kafka.streams.state.Stores.inMemoryKeyValueStore(name),
                Serdes.String(),
                Cbor.serde(type))
            .withLoggingDisabled()
            .build();
    store.init(context.getStateStoreContext(), store);
    context.addStateStore(store);
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
