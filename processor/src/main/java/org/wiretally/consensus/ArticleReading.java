package org.wiretally.consensus;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.wiretally.figures.Claim;
import org.wiretally.figures.Qualifier;
import org.wiretally.figures.Quantity;
import org.wiretally.figures.Role;

/**
 * Reduces one article's claims on one figure to its own best statements, one for each claimant that
 * it quotes. An article states old and new totals, a headline and a body, a whole and single
 * victims; it is one witness all the same.
 */
final class ArticleReading {
  private static final Comparator<Optional<Claimant>> CLAIMANTS =
      Comparator.comparing(c -> c.orElse(null), Comparator.nullsFirst(Comparator.naturalOrder()));

  private final GroupLexicon groups;
  private final CorrectionCues cues;

  ArticleReading(GroupLexicon groups, CorrectionCues cues) {
    this.groups = groups;
    this.cues = cues;
  }

  /** A live claim and its canonical claimant. */
  record Attributed(LiveClaim live, @Nullable Claimant claimant) {
    Claim claim() {
      return live.claim();
    }
  }

  /** The article's statements on the group; empty where it has none. */
  List<Statement> read(List<Attributed> ofArticle, String group) {
    Map<Optional<Claimant>, List<Attributed>> byClaimant = new TreeMap<>(CLAIMANTS);
    Optional<Claimant> only = onlyClaimant(ofArticle);
    for (Attributed claim : ofArticle) {
      Optional<Claimant> claimant = Optional.ofNullable(claim.claimant()).or(() -> only);
      byClaimant.computeIfAbsent(claimant, key -> new ArrayList<>()).add(claim);
    }
    List<Statement> statements = new ArrayList<>();
    byClaimant.forEach(
        (claimant, claims) ->
            reduce(claimant.orElse(null), claims, group)
                .or(() -> increment(claimant.orElse(null), claims, group))
                .ifPresent(statements::add));
    return withoutEchoes(statements);
  }

  /** The sum of the parts that the article states; empty with fewer than two of them. */
  Optional<Long> sumOfParts(List<Attributed> ofArticle) {
    return parts(ofArticle)
        .filter(sum -> sum.terms() > 1)
        .map(sum -> Quantities.magnitude(sum.quantity()));
  }

  private Optional<Statement> increment(
      @Nullable Claimant claimant, List<Attributed> claims, String group) {
    return claims.stream()
        .filter(c -> c.claim().role() == Role.INCREMENT && c.claim().group().equals(group))
        .filter(c -> c.claim().quantity().best() != null)
        .max(WEIGHT)
        .map(c -> statement(claimant, c.claim().quantity(), Statement.Kind.INCREMENT, c));
  }

  /** What the article says without a name, it says by the one claimant that it names. */
  private static Optional<Claimant> onlyClaimant(List<Attributed> claims) {
    TreeSet<Claimant> named = new TreeSet<>();
    for (Attributed claim : claims) {
      if (claim.claimant() != null) {
        named.add(claim.claimant());
      }
    }
    return named.size() == 1 ? Optional.of(named.first()) : Optional.empty();
  }

  /**
   * An unnamed statement that a named one in the same article allows is its headline, no witness.
   */
  private static List<Statement> withoutEchoes(List<Statement> statements) {
    if (statements.size() < 2) {
      return statements;
    }
    List<Statement> kept = new ArrayList<>();
    for (Statement statement : statements) {
      boolean echo =
          statement.claimant() == null
              && statements.stream()
                  .anyMatch(named -> named.claimant() != null && echoes(statement, named));
      if (!echo) {
        kept.add(statement);
      }
    }
    return kept;
  }

  private static boolean echoes(Statement unnamed, Statement named) {
    Long value = named.value();
    return value != null
        && (value.equals(unnamed.value())
            || (unnamed.vague() && Quantities.allows(unnamed.quantity(), value))
            || unnamed.kind() == Statement.Kind.INDIVIDUAL);
  }

  private Optional<Statement> reduce(
      @Nullable Claimant claimant, List<Attributed> claims, String group) {
    List<Attributed> totals = new ArrayList<>();
    for (Attributed claim : claims) {
      if (claim.claim().group().equals(group) && isWhole(claim.claim(), group)) {
        totals.add(claim);
      }
    }
    Optional<Attributed> stated =
        totals.stream()
            .filter(t -> t.claim().quantity().best() != null && !individual(t))
            .max(WEIGHT);
    Optional<Sum> parts = group.equals(Claim.ALL) ? parts(claims) : Optional.empty();
    if (stated.isPresent()) {
      Attributed claim = stated.get();
      return Optional.of(
          statement(
              claimant,
              claim.claim().quantity(),
              claim.claim().derived() ? Statement.Kind.SUM : Statement.Kind.TOTAL,
              claim));
    }
    Optional<Attributed> single = totals.stream().filter(ArticleReading::individual).findFirst();
    if (parts.isPresent() && (single.isEmpty() || parts.get().quantity().best() != null)) {
      Sum sum = parts.get();
      Statement.Kind kind =
          sum.terms() > 1
              ? Statement.Kind.SUM
              : individual(sum.first()) ? Statement.Kind.INDIVIDUAL : Statement.Kind.TOTAL;
      return Optional.of(statement(claimant, sum.quantity(), kind, sum.first()));
    }
    if (single.isPresent()) {
      return Optional.of(
          statement(
              claimant, single.get().claim().quantity(), Statement.Kind.INDIVIDUAL, single.get()));
    }
    return totals.stream()
        .max(WEIGHT)
        .map(t -> statement(claimant, t.claim().quantity(), Statement.Kind.TOTAL, t));
  }

  private Statement statement(
      @Nullable Claimant claimant, Quantity quantity, Statement.Kind kind, Attributed from) {
    return new Statement(
        claimant,
        quantity,
        kind,
        from.live().holdsAt(),
        cues.in(from.claim().quote()),
        from.live());
  }

  /** A subset of the whole is all there is of its own group. */
  private static boolean isWhole(Claim claim, String group) {
    return switch (claim.role()) {
      case TOTAL, UNKNOWN -> true;
      case PART, SUBSET -> !group.equals(Claim.ALL);
      case INCREMENT -> false;
    };
  }

  private static boolean individual(Attributed claim) {
    Quantity quantity = claim.claim().quantity();
    Long best = quantity.best();
    return quantity.qualifier() == Qualifier.EXACT && best != null && best == 1;
  }

  /**
   * The later count before the earlier, the larger before the smaller, the stated before the added.
   */
  private static final Comparator<Attributed> WEIGHT =
      Comparator.comparing((Attributed a) -> a.live().holdsAt())
          .thenComparing(a -> Quantities.magnitude(a.claim().quantity()))
          .thenComparing(a -> !a.claim().derived())
          .thenComparing(a -> a.live().claimId());

  private record Sum(Quantity quantity, int terms, Attributed first) {}

  /** Groups of one axis are disjoint and add up; across axes the larger sum stands. */
  private Optional<Sum> parts(List<Attributed> claims) {
    Map<String, Map<String, Attributed>> byAxis = new TreeMap<>();
    for (Attributed claim : claims) {
      Claim c = claim.claim();
      if (!c.group().equals(Claim.ALL)
          && (c.role() == Role.PART || c.role() == Role.TOTAL)
          && c.quantity().best() != null) {
        byAxis
            .computeIfAbsent(groups.axis(c.group()), axis -> new TreeMap<>())
            .merge(c.group(), claim, (a, b) -> WEIGHT.compare(a, b) >= 0 ? a : b);
      }
    }
    return byAxis.values().stream()
        .map(terms -> sum(List.copyOf(terms.values())))
        .max(Comparator.comparing(sum -> Quantities.magnitude(sum.quantity())));
  }

  private static Sum sum(List<Attributed> terms) {
    Quantity quantity =
        terms.stream().map(t -> t.claim().quantity()).reduce(Quantities::plus).orElseThrow();
    Attributed first =
        terms.stream()
            .min(Comparator.comparing(Attributed::live, LiveClaim.CANONICAL))
            .orElseThrow();
    return new Sum(quantity, terms.size(), first);
  }
}
