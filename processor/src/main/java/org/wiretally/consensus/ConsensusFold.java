package org.wiretally.consensus;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.wiretally.article.Span;
import org.wiretally.consensus.ArticleReading.Attributed;
import org.wiretally.figures.Claim;
import org.wiretally.figures.Figure;
import org.wiretally.figures.Quantity;
import org.wiretally.figures.Unit;

/**
 * The consensus of a story's figures: a pure function of the set of its live claims.
 *
 * <p>Claims become one statement for each article and claimant ({@link ArticleReading}), statements
 * become voices, one for each independent origin ({@link Voice}), voices vote ({@link Ballot}), and
 * the profile reads the ballot. Immutable and thread-safe. One call costs time proportional to the
 * claims plus voices times distinct values.
 */
public final class ConsensusFold {
  private final Profile profile;
  private final Weights weights;
  private final Calibration calibration;
  private final ClaimantLexicon claimants;
  private final ArticleReading articles;

  public ConsensusFold(Profile profile) {
    this(profile, Weights.load());
  }

  ConsensusFold(Profile profile, Weights weights) {
    this.profile = profile;
    this.weights = weights;
    this.calibration = Calibration.load();
    this.claimants = ClaimantLexicon.load();
    this.articles = new ArticleReading(weights, GroupLexicon.load(), CorrectionCues.load());
  }

  public Profile profile() {
    return profile;
  }

  /**
   * One consensus for each figure and group that the live claims speak of, sorted by figure, the
   * whole before its groups. Claims given twice, and claims of superseded versions, count once and
   * not at all.
   */
  public List<Consensus> fold(Collection<LiveClaim> liveClaimsOfOneStory) {
    NavigableMap<Figure, List<LiveClaim>> byFigure = new TreeMap<>();
    for (LiveClaim live : standing(liveClaimsOfOneStory)) {
      byFigure.computeIfAbsent(live.claim().figure(), f -> new ArrayList<>()).add(live);
    }
    List<Consensus> folded = new ArrayList<>();
    byFigure.forEach(
        (figure, claims) -> foldFigure(figure, claims, others(figure, byFigure), folded));
    DiedOfInjuries.apply(liveClaimsOfOneStory, folded, calibration);
    return List.copyOf(folded);
  }

  private static List<LiveClaim> standing(Collection<LiveClaim> claims) {
    Map<String, Integer> versions = new HashMap<>();
    for (LiveClaim live : claims) {
      versions.merge(live.articleId(), live.version(), Math::max);
    }
    Set<String> seen = new LinkedHashSet<>();
    return claims.stream()
        .filter(live -> Objects.equals(versions.get(live.articleId()), live.version()))
        .sorted(LiveClaim.CANONICAL)
        .filter(live -> seen.add(live.claimId()))
        .toList();
  }

  /**
   * Sentences of each article that also count something else: "two died and five others were hurt".
   */
  private static Map<String, Set<Span>> others(
      Figure figure, Map<Figure, List<LiveClaim>> byFigure) {
    Map<String, Set<Span>> sentences = new HashMap<>();
    byFigure.forEach(
        (other, claims) -> {
          if (!other.equals(figure)) {
            for (LiveClaim live : claims) {
              sentences
                  .computeIfAbsent(live.articleId(), a -> new HashSet<>())
                  .add(live.claim().sentence());
            }
          }
        });
    return sentences;
  }

  private void foldFigure(
      Figure figure,
      List<LiveClaim> claims,
      Map<String, Set<Span>> contrasts,
      List<Consensus> into) {
    Unit unit = unitOf(claims);
    List<Attributed> counted = new ArrayList<>();
    List<LiveClaim> otherUnits = new ArrayList<>();
    ClaimantResolution resolution = ClaimantResolution.of(claimants, claims);
    for (LiveClaim live : claims) {
      if (live.claim().unit() == unit) {
        counted.add(new Attributed(live, resolution.claimant(live)));
      } else {
        otherUnits.add(live);
      }
    }
    Map<String, List<Attributed>> byArticle = new LinkedHashMap<>();
    for (Attributed claim : counted) {
      byArticle.computeIfAbsent(claim.live().articleId(), a -> new ArrayList<>()).add(claim);
    }
    for (String group : groups(counted)) {
      List<Statement> statements = new ArrayList<>();
      byArticle.forEach(
          (article, ofArticle) ->
              statements.addAll(
                  articles.read(ofArticle, group, contrasts.getOrDefault(article, Set.of()))));
      if (!statements.isEmpty()) {
        into.add(
            foldGroup(
                figure,
                group,
                unit,
                statements,
                group.equals(Claim.ALL) ? byArticle.values() : List.of(),
                otherUnits.stream().filter(o -> o.claim().group().equals(group)).toList()));
      }
    }
  }

  /** Persons where anyone counts persons, else the unit of most claims. */
  private static Unit unitOf(List<LiveClaim> claims) {
    Map<Unit, Integer> counts = new EnumMap<>(Unit.class);
    claims.forEach(live -> counts.merge(live.claim().unit(), 1, Integer::sum));
    if (counts.containsKey(Unit.PERSONS)) {
      return Unit.PERSONS;
    }
    return counts.entrySet().stream()
        .max(
            Map.Entry.<Unit, Integer>comparingByValue()
                .thenComparing(Map.Entry.<Unit, Integer>comparingByKey().reversed()))
        .orElseThrow()
        .getKey();
  }

  private static List<String> groups(List<Attributed> claims) {
    TreeSet<String> named = new TreeSet<>();
    claims.forEach(claim -> named.add(claim.claim().group()));
    named.remove(Claim.ALL);
    List<String> groups = new ArrayList<>();
    groups.add(Claim.ALL);
    groups.addAll(named);
    return groups;
  }

  private Consensus foldGroup(
      Figure figure,
      String group,
      Unit unit,
      List<Statement> statements,
      Collection<List<Attributed>> articlesWithParts,
      List<LiveClaim> otherUnits) {
    List<Voice> voices = voices(statements);
    Instant newest =
        statements.stream().map(Statement::time).max(Comparator.naturalOrder()).orElseThrow();
    Ballot ballot = new Ballot(weights, voices, newest);
    Tally tally = ProfileReading.of(profile, ballot);
    List<Origin> origins = Standings.of(ballot, voices, tally, otherUnits);
    Long best = tally.best();
    return new Consensus(
        figure,
        group,
        unit,
        tally.low(),
        best,
        tally.high(),
        calibration.confidence(figure, best, origins),
        derived(ballot, best),
        residual(best, articlesWithParts),
        origins,
        statements.stream()
            .map(Statement::evidence)
            .sorted(LiveClaim.CANONICAL)
            .map(LiveClaim::articleId)
            .distinct()
            .toList(),
        asOf(voices));
  }

  private static boolean derived(Ballot ballot, @Nullable Long best) {
    return best != null
        && ballot.votes().stream()
            .filter(vote -> best.equals(vote.value()))
            .allMatch(
                vote ->
                    vote.saying().kind() != Statement.Kind.TOTAL
                        && vote.saying().kind() != Statement.Kind.INDIVIDUAL);
  }

  /** The whole minus the parts that the last article to state some adds up to. */
  private @Nullable Long residual(@Nullable Long best, Collection<List<Attributed>> ofArticles) {
    if (best == null) {
      return null;
    }
    Long residual = null;
    for (List<Attributed> ofArticle : ofArticles) {
      Long sum = articles.sumOfParts(ofArticle).orElse(null);
      if (sum != null) {
        residual = best - sum;
      }
    }
    return residual;
  }

  private static Instant asOf(List<Voice> voices) {
    return voices.stream()
        .flatMap(Voice::sayings)
        .flatMap(saying -> saying.trees().stream())
        .map(statement -> statement.evidence().published())
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  /** One voice a claimant; where nobody is named, one a copy tree. */
  private static List<Voice> voices(List<Statement> statements) {
    Map<String, Set<Quantity>> namedInTree = new HashMap<>();
    for (Statement statement : statements) {
      if (statement.claimant() != null) {
        namedInTree
            .computeIfAbsent(statement.root(), root -> new LinkedHashSet<>())
            .add(statement.quantity());
      }
    }
    Map<String, List<Statement>> byOrigin = new TreeMap<>();
    for (Statement statement : statements) {
      Claimant claimant = statement.claimant();
      if (claimant != null) {
        byOrigin
            .computeIfAbsent("claimant:" + claimant.id(), id -> new ArrayList<>())
            .add(statement);
      } else if (!namedInTree
          .getOrDefault(statement.root(), Set.of())
          .contains(statement.quantity())) {
        byOrigin
            .computeIfAbsent("tree:" + statement.root(), id -> new ArrayList<>())
            .add(statement);
      }
    }
    List<Voice> voices = new ArrayList<>();
    byOrigin.forEach((id, said) -> voices.add(Voice.of(id, said.get(0).claimant(), said)));
    return voices;
  }
}
