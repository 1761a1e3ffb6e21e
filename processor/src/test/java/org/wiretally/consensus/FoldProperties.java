package org.wiretally.consensus;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.wiretally.article.Span;
import org.wiretally.figures.Claim;
import org.wiretally.figures.Figure;
import org.wiretally.figures.Qualifier;
import org.wiretally.figures.Quantity;
import org.wiretally.figures.Role;
import org.wiretally.figures.Unit;

/** What must hold of the fold for any set of claims. */
class FoldProperties {
  private static final Map<Profile, ConsensusFold> FOLDS = folds();
  private static final Instant START = Instant.parse("2024-03-01T00:00:00Z");

  private static Map<Profile, ConsensusFold> folds() {
    Map<Profile, ConsensusFold> folds = new EnumMap<>(Profile.class);
    for (Profile profile : Profile.values()) {
      folds.put(profile, new ConsensusFold(profile));
    }
    return folds;
  }

  private static ConsensusFold fold(Profile profile) {
    return Objects.requireNonNull(FOLDS.get(profile));
  }

  @Property(tries = 100)
  void anyOrderAndDuplicatesGiveTheSameAnswer(
      @ForAll("stories") List<LiveClaim> claims, @ForAll Profile profile, @ForAll long seed) {
    ConsensusFold fold = fold(profile);
    List<LiveClaim> shuffled = new ArrayList<>(claims);
    shuffled.addAll(claims.subList(0, claims.size() / 2));
    Collections.shuffle(shuffled, new Random(seed));
    assertThat(fold.fold(shuffled)).isEqualTo(fold.fold(claims));
  }

  @Property(tries = 100)
  void boundsAreOrderedAndOriginsStandOnLiveArticles(
      @ForAll("stories") List<LiveClaim> claims, @ForAll Profile profile) {
    List<String> live = claims.stream().map(LiveClaim::articleId).toList();
    for (Consensus consensus : fold(profile).fold(claims)) {
      Long low = consensus.low();
      Long best = consensus.best();
      Long high = consensus.high();
      if (low != null && best != null) {
        assertThat(low).isLessThanOrEqualTo(best);
      }
      if (best != null && high != null) {
        assertThat(best).isLessThanOrEqualTo(high);
      }
      assertThat(consensus.confidence()).isBetween(0.0, 1.0);
      assertThat(live).containsAll(consensus.articles());
      for (Origin origin : consensus.origins()) {
        assertThat(live).containsAll(origin.articles());
        assertThat(origin.reason()).isNotBlank();
      }
    }
  }

  @Property(tries = 100)
  void aCopyChangesNothingButTheArticles(
      @ForAll("stories") List<LiveClaim> claims, @ForAll Profile profile, @ForAll long seed) {
    if (claims.isEmpty()) {
      return;
    }
    LiveClaim original = claims.get(new Random(seed).nextInt(claims.size()));
    List<LiveClaim> copied = new ArrayList<>(claims);
    for (LiveClaim claim : claims) {
      if (claim.articleId().equals(original.articleId())) {
        copied.add(
            new LiveClaim(
                "copy-" + claim.claimId(),
                "copy",
                1,
                "Copyist",
                claim.published().plusSeconds(5000),
                claim.copyRoot(),
                claim.claim()));
      }
    }
    ConsensusFold fold = fold(profile);
    ChangeReader changes = new ChangeReader();
    List<Consensus> before = fold.fold(claims);
    List<Consensus> after = fold.fold(copied);
    assertThat(after).hasSameSizeAs(before);
    for (int i = 0; i < before.size(); i++) {
      boolean heard = before.get(i).articles().contains(original.articleId());
      assertThat(after.get(i).articleCount() - before.get(i).articleCount())
          .isEqualTo(heard ? 1 : 0);
      assertThat(after.get(i).asOf()).isEqualTo(before.get(i).asOf());
      assertThat(changes.read(Shown.of(before.get(i)), after.get(i), Cause.ARRIVED))
          .isInstanceOf(Change.Unchanged.class);
    }
  }

  @Property(tries = 100)
  void emittedAnswersEndInTheFoldWhateverTheOrder(
      @ForAll("stories") List<LiveClaim> claims, @ForAll long seed) {
    ConsensusFold fold = fold(Profile.DEFAULT);
    List<LiveClaim> shuffled = new ArrayList<>(claims);
    Collections.shuffle(shuffled, new Random(seed));
    assertThat(lastEmitted(fold, shuffled)).isEqualTo(lastEmitted(fold, claims));
  }

  @Property(tries = 100)
  void aWithdrawnArticleLeavesWhatAStreamWithoutItEmits(
      @ForAll("stories") List<LiveClaim> claims, @ForAll long seed) {
    if (claims.isEmpty()) {
      return;
    }
    ConsensusFold fold = fold(Profile.DEFAULT);
    String article = claims.get(new Random(seed).nextInt(claims.size())).articleId();
    List<LiveClaim> without =
        claims.stream().filter(claim -> !claim.articleId().equals(article)).toList();
    Map<String, Consensus> emitted = emit(fold, claims);
    look(fold, without, Cause.WITHDRAWN, emitted);
    assertThat(shown(emitted)).isEqualTo(shown(emit(fold, without)));
  }

  private static List<String> lastEmitted(ConsensusFold fold, List<LiveClaim> arrivals) {
    return shown(emit(fold, arrivals));
  }

  /** The last emitted updates, claim by claim. */
  private static Map<String, Consensus> emit(ConsensusFold fold, List<LiveClaim> arrivals) {
    TreeMap<String, Consensus> emitted = new TreeMap<>();
    for (int n = 1; n <= arrivals.size(); n++) {
      look(fold, arrivals.subList(0, n), Cause.ARRIVED, emitted);
    }
    return emitted;
  }

  private static void look(
      ConsensusFold fold, List<LiveClaim> live, Cause cause, Map<String, Consensus> emitted) {
    TreeMap<String, Consensus> now = new TreeMap<>();
    for (Consensus consensus : fold.fold(live)) {
      now.put(consensus.figure() + "/" + consensus.group(), consensus);
    }
    emitted.keySet().retainAll(now.keySet());
    now.forEach(
        (key, consensus) -> {
          Consensus before = emitted.get(key);
          Change change =
              new ChangeReader().read(before == null ? null : Shown.of(before), consensus, cause);
          if (change instanceof Change.Update) {
            emitted.put(key, consensus);
          }
        });
  }

  /** What a reader of the last emitted updates sees. */
  private static List<String> shown(Map<String, Consensus> emitted) {
    return emitted.values().stream()
        .map(
            c ->
                c.figure()
                    + "/"
                    + c.group()
                    + Scenario.values(c)
                    + c.confidence()
                    + c.derived()
                    + c.residual()
                    + c.independent(Standing.SUPPORTS)
                    + c.independent(Standing.DISSENTS))
        .toList();
  }

  @Provide
  Arbitrary<List<LiveClaim>> stories() {
    Arbitrary<ArticleSeed> articles =
        Combinators.combine(
                Arbitraries.integers().between(0, 7),
                Arbitraries.integers().between(0, 3),
                Arbitraries.integers().between(0, 48),
                Arbitraries.integers().between(0, 7))
            .as(ArticleSeed::new);
    Arbitrary<ClaimSeed> claims =
        Combinators.combine(
                Arbitraries.of(Figure.KILLED, Figure.DETAINED),
                quantities(),
                Arbitraries.of(Role.TOTAL, Role.TOTAL, Role.PART, Role.SUBSET, Role.INCREMENT),
                Arbitraries.of(Claim.ALL, Claim.ALL, "CIVILIANS", "POLICE"),
                Arbitraries.of("police", "the Interior Ministry", "a hospital", "", ""),
                Arbitraries.of(Unit.PERSONS, Unit.PERSONS, Unit.PERSONS, Unit.FAMILIES),
                Arbitraries.of("Mosul", "Basra", "", ""))
            .as(ClaimSeed::new);
    return Combinators.combine(articles, claims.list().ofMinSize(1).ofMaxSize(4))
        .as(FoldProperties::article)
        .list()
        .ofMaxSize(8)
        .map(
            parts -> {
              List<LiveClaim> story = new ArrayList<>();
              List<String> seen = new ArrayList<>();
              for (List<LiveClaim> part : parts) {
                String id = part.get(0).articleId();
                if (!seen.contains(id)) {
                  seen.add(id);
                  story.addAll(part);
                }
              }
              return story;
            });
  }

  private record ArticleSeed(int id, int publisher, int hour, int root) {}

  private record ClaimSeed(
      Figure figure,
      Quantity quantity,
      Role role,
      String group,
      String claimant,
      Unit unit,
      String place) {}

  private static List<LiveClaim> article(ArticleSeed seed, List<ClaimSeed> seeds) {
    List<LiveClaim> claims = new ArrayList<>();
    for (ClaimSeed c : seeds) {
      Span span = new Span(claims.size(), claims.size() + 1);
      @Nullable String claimant = c.claimant().isEmpty() ? null : c.claimant();
      claims.add(
          new LiveClaim(
              "a" + seed.id() + "#" + claims.size(),
              "a" + seed.id(),
              1,
              "p" + seed.publisher(),
              START.plusSeconds(3600L * seed.hour()),
              seed.root() < 6 ? "a" + seed.id() : "a0",
              new Claim(
                  c.figure(),
                  c.quantity(),
                  c.unit(),
                  c.role(),
                  c.group(),
                  claimant,
                  c.place().isEmpty() ? null : c.place(),
                  null,
                  false,
                  span,
                  span,
                  "quote",
                  List.of(),
                  "property")));
    }
    return claims;
  }

  private static Arbitrary<Quantity> quantities() {
    Arbitrary<Long> n = Arbitraries.longs().between(0, 20);
    return Arbitraries.oneOf(
        n.map(Quantity::exact),
        n.map(v -> new Quantity(v, v, null, Qualifier.AT_LEAST)),
        n.map(v -> new Quantity(v + 1, v, null, Qualifier.MORE_THAN)),
        n.map(v -> new Quantity(v, v, v + 2, Qualifier.ABOUT)),
        n.map(v -> new Quantity(null, null, v, Qualifier.FEWER_THAN)),
        n.map(v -> new Quantity(v, v + 2, v + 4, Qualifier.RANGE)),
        Arbitraries.of(
            new Quantity(2L, null, null, Qualifier.VAGUE),
            new Quantity(12L, null, 99L, Qualifier.VAGUE)));
  }
}
