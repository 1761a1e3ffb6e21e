package org.wiretally.consensus;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.wiretally.article.Span;
import org.wiretally.figures.Claim;
import org.wiretally.figures.Figure;
import org.wiretally.figures.Qualifier;
import org.wiretally.figures.Quantity;
import org.wiretally.figures.Role;
import org.wiretally.figures.Unit;
import org.wiretally.sources.Outcomes;

class OutcomeReadingTest {
  private static final Instant START = Instant.parse("2024-03-01T00:00:00Z");
  private static final ConsensusFold FOLD = new ConsensusFold(Profile.DEFAULT);

  private final List<LiveClaim> claims = new ArrayList<>();

  @Test
  void aLoneVoiceProvesNothing() {
    article("a", 1, "Post", "police", 5);
    assertThat(outcomes()).isEmpty();
  }

  @Test
  void twoOriginsThatAgreeVouchForEachOther() {
    article("a", 1, "Post", "police", 5);
    article("b", 2, "Herald", "a hospital", 5);
    assertThat(outcomes())
        .containsOnly(
            Map.entry("police", "AGREED"),
            Map.entry("hospital", "AGREED"),
            Map.entry("Post", "AGREED"),
            Map.entry("Herald", "AGREED"));
  }

  @Test
  void twoReportsOfOneClaimantAreOneOriginAndVouchForNobody() {
    article("a", 1, "Post", "police", 5);
    article("b", 2, "Herald", "police", 5);
    assertThat(outcomes()).isEmpty();
  }

  @Test
  void whoeverWonAloneGetsNoCaseAndWhoIsAtOddsDeviates() {
    article("a", 1, "Post", "police", 5);
    article("b", 2, "Herald", "police", 5);
    article("c", 2, "Globe", "witnesses", 50);
    assertThat(outcomes())
        .containsOnly(Map.entry("witnesses", "DEVIATED"), Map.entry("Globe", "DEVIATED"));
  }

  @Test
  void anEarlierCountThatGrewIsOvertakenAndNoFault() {
    article("a", 1, "Post", "witnesses", 3);
    article("b", 30, "Herald", "police", 5);
    article("c", 31, "Globe", "a hospital", 5);
    assertThat(outcomes())
        .containsEntry("witnesses", "OVERTAKEN")
        .containsEntry("Post", "OVERTAKEN")
        .containsEntry("Herald", "AGREED");
  }

  @Test
  void aCopyIsTheClaimOfItsTree() {
    article("a", 1, "Wire", null, 5);
    for (int i = 0; i < 30; i++) {
      copy("c" + i, 2 + i, "Outlet " + i, "a", 5);
    }
    assertThat(outcomes()).as("one origin, however often it is printed").isEmpty();
    article("b", 40, "Herald", "police", 5);
    assertThat(outcomes()).containsOnlyKeys("police", "Herald", "Wire");
  }

  @Test
  void aCopyWithAnotherNumberIsItsPrintersOwn() {
    article("a", 1, "Wire", null, 5);
    article("b", 2, "Herald", "police", 5);
    copy("c", 3, "Outlet", "a", 2);
    assertThat(outcomes()).containsKey("Outlet");
  }

  @Test
  void whoPrintsRivalCountsSideBySideIsAtFaultWithNeither() {
    article("a", 1, "Post", "police", 5);
    article("b", 2, "Herald", "a hospital", 5);
    claims.add(claim("c", 3, "Globe", "c", "police", Quantity.exact(5), 0));
    claims.add(claim("c", 3, "Globe", "c", "witnesses", Quantity.exact(50), 1));
    assertThat(outcomes())
        .containsEntry("Globe", "AGREED")
        .containsEntry("witnesses", "DEVIATED")
        .containsEntry("police", "AGREED");
  }

  @Test
  void aPublisherStandsAsItsLatestArticleDoes() {
    article("a", 1, "Post", null, 3);
    article("b", 30, "Herald", "police", 5);
    article("c", 31, "Globe", "a hospital", 5);
    article("d", 32, "Post", null, 5);
    assertThat(outcomes()).containsEntry("Post", "AGREED");
  }

  @Test
  void onePublisherVouchesNotForItself() {
    article("a", 1, "Post", "police", 5);
    article("b", 2, "Post", "a hospital", 5);
    assertThat(outcomes()).containsOnlyKeys("police", "hospital");
  }

  @Test
  void wordsThatAllowTheValueAgreeAndOnePersonOfSeveralSaysNothing() {
    article("a", 1, "Post", "police", 5);
    article("b", 2, "Herald", "a hospital", 5);
    claims.add(
        claim("c", 3, "Globe", "c", "rebels", new Quantity(2L, null, null, Qualifier.VAGUE), 0));
    claims.add(
        new LiveClaim(
            "d#0",
            "d",
            1,
            "Courier",
            hour(3),
            "d",
            withRole(
                claim("d", 3, "Courier", "d", null, Quantity.exact(1), 0).claim(), Role.PART)));
    assertThat(outcomes())
        .containsEntry("rebels", "AGREED")
        .containsEntry("Globe", "AGREED")
        .doesNotContainKey("Courier");
  }

  @Test
  void personsWhomNoLexiconKnowsHaveNoRecord() {
    article("a", 1, "Post", "John Example", 5);
    article("b", 2, "Herald", "police", 5);
    assertThat(outcomes()).containsOnlyKeys("police", "Post", "Herald");
  }

  @Test
  void publishersWithoutANameHaveNoRecord() {
    article("a", 1, null, "a hospital", 5);
    article("b", 2, " ", "police", 5);
    assertThat(outcomes()).containsOnlyKeys("police", "hospital");
  }

  @Test
  void theMonthIsThatOfTheNewestEvidence() {
    article("a", 1, "Post", "police", 5);
    article("b", 24 * 31, "Herald", "a hospital", 5);
    Outcomes outcomes = FOLD.folded(claims).outcomes().get(Figure.KILLED);
    assertThat(outcomes).isNotNull();
    assertThat(outcomes.month()).isEqualTo(YearMonth.of(2024, 4));
  }

  @Test
  void whatIsReadOffAnOriginIsItsClaimantsRecord() {
    article("a", 1, "Post", "the Kazakh Interior Ministry", 5);
    article("b", 2, "Herald", "the Russian Interior Ministry", 5);
    article("c", 3, "Globe", "police", 5);
    assertThat(outcomes()).containsKey("interior ministry");
    assertThat(FOLD.fold(claims).get(0).origins())
        .extracting(origin -> String.valueOf(Origin.claimantOf(origin.id())))
        .containsOnly(
            "Source[kind=CLAIMANT, name=interior ministry]", "Source[kind=CLAIMANT, name=police]");
    assertThat(Origin.claimantOf("tree:claimant")).isNull();
  }

  private Map<String, String> outcomes() {
    Map<String, String> byName = new TreeMap<>();
    Outcomes outcomes = FOLD.folded(claims).outcomes().get(Figure.KILLED);
    if (outcomes != null) {
      outcomes.cases().forEach(c -> byName.put(c.source().name(), c.outcome().name()));
    }
    return byName;
  }

  private void article(
      String id, int hour, @Nullable String publisher, @Nullable String claimant, long killed) {
    claims.add(claim(id, hour, publisher, id, claimant, Quantity.exact(killed), 0));
  }

  private void copy(String id, int hour, String publisher, String root, long killed) {
    claims.add(claim(id, hour, publisher, root, null, Quantity.exact(killed), 0));
  }

  private static LiveClaim claim(
      String article,
      int hour,
      @Nullable String publisher,
      String root,
      @Nullable String claimant,
      Quantity killed,
      int sentence) {
    Span span = new Span(10 * sentence, 10 * sentence + 2);
    return new LiveClaim(
        article + "#" + sentence,
        article,
        1,
        publisher,
        hour(hour),
        root,
        new Claim(
            Figure.KILLED,
            killed,
            Unit.PERSONS,
            Role.TOTAL,
            Claim.ALL,
            claimant,
            null,
            null,
            false,
            span,
            span,
            "quote",
            List.of(),
            "test"));
  }

  private static Claim withRole(Claim claim, Role role) {
    return new Claim(
        claim.figure(),
        claim.quantity(),
        claim.unit(),
        role,
        claim.group(),
        claim.claimant(),
        claim.place(),
        claim.asOf(),
        claim.inTitle(),
        claim.span(),
        claim.sentence(),
        claim.quote(),
        claim.parts(),
        claim.rule());
  }

  private static Instant hour(int hour) {
    return START.plusSeconds(3600L * hour);
  }
}
