package org.wiretally.consensus;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wiretally.consensus.ArticleReading.Attributed;
import org.wiretally.consensus.Standings.Judged;
import org.wiretally.figures.Claim;
import org.wiretally.figures.Figure;
import org.wiretally.figures.Quantity;
import org.wiretally.figures.Unit;
import org.wiretally.sources.Outcomes;

/**
 * The consensus of a story's figures: a pure function of the set of its live claims.
 *
 * <p>Claims become one statement for each article and claimant ({@link ArticleReading}), statements
 * become voices, one for each independent origin ({@link Voice}), voices vote ({@link Ballot}), and
 * the profile reads the ballot. It hears the {@link EvidenceIndex#WINDOW} latest tellings of each
 * figure, so that one call costs no more however long the story is. Immutable and thread-safe.
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
    this.articles = new ArticleReading(weights, GroupLexicon.load(), CountCues.load());
  }

  public Profile profile() {
    return profile;
  }

  /**
   * The figures that must be folded again where the evidence of these is another one: a count of
   * the injured also depends on that of the dead.
   */
  public static Set<Figure> affected(Set<Figure> touched) {
    Set<Figure> affected = new TreeSet<>(touched);
    if (touched.contains(Figure.KILLED)) {
      affected.add(Figure.INJURED);
    }
    return affected;
  }

  /**
   * One consensus for each group of these figures that the story's evidence speaks of, sorted by
   * figure, the whole before its groups, and how the sources stood in them. The cost is bounded by
   * {@link EvidenceIndex#WINDOW}.
   */
  public Folded fold(EvidenceIndex evidence, String storyId, Set<Figure> figures) {
    NavigableMap<Figure, List<Telling>> tellings = new TreeMap<>();
    for (Figure figure : figures) {
      tellings.put(figure, evidence.window(storyId, figure));
    }
    if (figures.contains(Figure.INJURED)) {
      tellings.computeIfAbsent(Figure.KILLED, killed -> evidence.window(storyId, killed));
    }
    Folded folded = fold(tellings);
    Map<Figure, Outcomes> outcomes = new TreeMap<>(folded.outcomes());
    outcomes.keySet().retainAll(figures);
    return new Folded(
        folded.answers().stream().filter(c -> figures.contains(c.figure())).toList(), outcomes);
  }

  /**
   * One consensus for each figure and group that the live claims speak of, sorted by figure, the
   * whole before its groups. Claims given twice, and claims of superseded versions, count once and
   * not at all.
   */
  public List<Consensus> fold(Collection<LiveClaim> liveClaimsOfOneStory) {
    return folded(liveClaimsOfOneStory).answers();
  }

  Folded folded(Collection<LiveClaim> liveClaimsOfOneStory) {
    Map<String, List<LiveClaim>> byArticle = new LinkedHashMap<>();
    for (LiveClaim live : standing(liveClaimsOfOneStory)) {
      byArticle.computeIfAbsent(live.articleId(), a -> new ArrayList<>()).add(live);
    }
    NavigableMap<Figure, Map<String, List<Telling.Draft>>> drafts = new TreeMap<>();
    byArticle
        .values()
        .forEach(
            ofArticle ->
                Telling.drafts(ofArticle)
                    .forEach(
                        draft ->
                            drafts
                                .computeIfAbsent(draft.figure(), f -> new LinkedHashMap<>())
                                .computeIfAbsent(
                                    draft.any().copyRoot() + ' ' + draft.words(),
                                    tree -> new ArrayList<>())
                                .add(draft)));
    NavigableMap<Figure, List<Telling>> tellings = new TreeMap<>();
    drafts.forEach(
        (figure, trees) ->
            tellings.put(figure, latest(trees.values().stream().map(ConsensusFold::telling))));
    return fold(tellings);
  }

  private static Telling telling(List<Telling.Draft> ofTree) {
    return ofTree
        .get(0)
        .carriedBy(
            ofTree.stream().map(draft -> Carrier.of(draft.any())).limit(Telling.CARRIERS).toList(),
            ofTree.size());
  }

  private static List<Telling> latest(Stream<Telling> tellings) {
    List<Telling> sorted = tellings.sorted(Telling.ORDER).toList();
    return sorted.subList(Math.max(0, sorted.size() - EvidenceIndex.WINDOW), sorted.size());
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

  private Folded fold(NavigableMap<Figure, List<Telling>> tellings) {
    List<Consensus> answers = new ArrayList<>();
    Map<Figure, Outcomes> outcomes = new TreeMap<>();
    tellings.forEach((figure, told) -> foldFigure(figure, told, answers, outcomes));
    DiedOfInjuries.apply(tellings.getOrDefault(Figure.INJURED, List.of()), answers, calibration);
    for (Consensus answer : answers) {
      if (answer.group().equals(Claim.ALL) && answer.best() == null) {
        outcomes.remove(answer.figure());
      }
    }
    return new Folded(answers, outcomes);
  }

  private void foldFigure(
      Figure figure, List<Telling> tellings, List<Consensus> into, Map<Figure, Outcomes> outcomes) {
    if (tellings.isEmpty()) {
      return;
    }
    List<LiveClaim> claims =
        tellings.stream().flatMap(telling -> telling.claims().stream()).toList();
    Unit unit = unitOf(claims);
    ClaimantResolution resolution = ClaimantResolution.of(claimants, claims);
    List<List<Attributed>> counted = new ArrayList<>();
    for (Telling telling : tellings) {
      List<Attributed> ofTelling =
          telling.claims().stream()
              .filter(live -> live.claim().unit() == unit)
              .map(live -> new Attributed(live, resolution.claimant(live), telling))
              .toList();
      if (!ofTelling.isEmpty()) {
        counted.add(ofTelling);
      }
    }
    RoundUps.Heard heard = RoundUps.of(counted);
    List<Unheard> unheard = new ArrayList<>(heard.elsewhere());
    for (LiveClaim live : claims) {
      if (live.claim().unit() != unit) {
        unheard.add(Unheard.otherUnit(live));
      }
    }
    for (String group : groups(heard.tellings())) {
      List<Statement> statements = new ArrayList<>();
      for (List<Attributed> ofTelling : heard.tellings()) {
        statements.addAll(articles.read(ofTelling, group, ofTelling.get(0).telling().contrasted()));
      }
      if (!statements.isEmpty()) {
        into.add(
            foldGroup(
                figure,
                group,
                unit,
                statements,
                group.equals(Claim.ALL) ? heard.tellings() : List.of(),
                unheard.stream().filter(o -> o.live().claim().group().equals(group)).toList(),
                outcomes));
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

  private static List<String> groups(List<List<Attributed>> tellings) {
    TreeSet<String> named = new TreeSet<>();
    tellings.forEach(claims -> claims.forEach(claim -> named.add(claim.claim().group())));
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
      List<Unheard> unheard,
      Map<Figure, Outcomes> outcomes) {
    Course course = Course.of(figure);
    List<Voice> voices = voices(course, statements);
    Instant newest =
        statements.stream().map(Statement::time).max(Comparator.naturalOrder()).orElseThrow();
    Ballot ballot = new Ballot(weights, course, voices, newest);
    Tally tally = ProfileReading.of(profile, ballot);
    List<Judged> judged = Standings.judged(ballot, voices, tally);
    List<Origin> origins = Standings.origins(judged, unheard);
    Long best = tally.best();
    Instant asOf = asOf(voices);
    if (group.equals(Claim.ALL)) {
      Outcomes stood = OutcomeReading.of(judged, asOf);
      if (stood != null) {
        outcomes.put(figure, stood);
      }
    }
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
        articles(statements),
        articleCount(statements),
        asOf);
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

  private static List<String> articles(List<Statement> statements) {
    TreeSet<Carrier> carriers = new TreeSet<>(Carrier.ORDER);
    statements.forEach(statement -> carriers.addAll(statement.telling().carriers()));
    return carriers.stream()
        .skip(Math.max(0, carriers.size() - Consensus.MOST_ARTICLES))
        .map(Carrier::articleId)
        .toList();
  }

  /** A telling may give several statements, one a claimant; an article carries one telling. */
  private static int articleCount(List<Statement> statements) {
    Set<Telling> tellings = Collections.newSetFromMap(new IdentityHashMap<>());
    statements.forEach(statement -> tellings.add(statement.telling()));
    return tellings.stream().mapToInt(Telling::count).sum();
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
  private static List<Voice> voices(Course course, List<Statement> statements) {
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
            .computeIfAbsent(Origin.CLAIMANT + claimant.id(), id -> new ArrayList<>())
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
    byOrigin.forEach((id, said) -> voices.add(Voice.of(course, id, said.get(0).claimant(), said)));
    return voices;
  }
}
