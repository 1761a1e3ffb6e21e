package org.wiretally.consensus;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.wiretally.article.Span;
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
  private final Weights weights;
  private final GroupLexicon groups;
  private final CountCues cues;

  ArticleReading(Weights weights, GroupLexicon groups, CountCues cues) {
    this.weights = weights;
    this.groups = groups;
    this.cues = cues;
  }

  /** A live claim and its canonical claimant. */
  record Attributed(LiveClaim live, @Nullable Claimant claimant, Telling telling) {
    Claim claim() {
      return live.claim();
    }
  }

  /**
   * The article's statements on the group: its own best one, and one for each other claimant whom
   * it quotes with a stated whole of several. Empty where it has none.
   */
  List<Statement> read(List<Attributed> ofArticle, String group, Set<Span> contrasted) {
    List<Offer> offers = offers(ofArticle, group, contrasted);
    if (offers.isEmpty()) {
      return increment(ofArticle, group).map(List::of).orElse(List.of());
    }
    Offer best = best(offers);
    Claimant speaker = best.from().claimant();
    List<Statement> statements = new ArrayList<>();
    statements.add(statement(speaker != null ? speaker : onlyClaimant(ofArticle), best, offers));
    Map<Claimant, List<Offer>> rivals = new TreeMap<>();
    for (Offer offer : offers) {
      Claimant claimant = offer.from().claimant();
      if (claimant != null
          && !claimant.equals(statements.get(0).claimant())
          && offer.kind() == Statement.Kind.TOTAL) {
        rivals.computeIfAbsent(claimant, c -> new ArrayList<>()).add(offer);
      }
    }
    rivals.forEach((claimant, said) -> statements.add(statement(claimant, best(said), said)));
    return statements;
  }

  /** A quantity that the article offers for the group, and how much that offer is worth. */
  private record Offer(Quantity quantity, Statement.Kind kind, double weight, Attributed from) {}

  private List<Offer> offers(List<Attributed> ofArticle, String group, Set<Span> contrasted) {
    List<Offer> offers = new ArrayList<>();
    for (Attributed claim : ofArticle) {
      Claim c = claim.claim();
      if (!c.group().equals(group)) {
        continue;
      }
      if (individual(c) && c.role() == Role.TOTAL && contrasted.contains(c.sentence())) {
        // "One killed, four hurt": one who is counted beside others is a count, not a person.
        offers.add(offer(c.quantity(), Statement.Kind.TOTAL, "in-article-total", claim));
      } else if (individual(c)) {
        if (c.role() != Role.INCREMENT && (c.role() != Role.SUBSET || !group.equals(Claim.ALL))) {
          offers.add(
              offer(c.quantity(), Statement.Kind.INDIVIDUAL, "in-article-individual", claim));
        }
      } else if (c.derived()) {
        offers.add(
            withinOneSentence(c)
                ? offer(c.quantity(), Statement.Kind.SUM, "in-article-sum", claim)
                : offer(c.quantity(), Statement.Kind.COLLECTED, "in-article-collected", claim));
      } else if (isWhole(c, group)) {
        offers.add(offer(c.quantity(), Statement.Kind.TOTAL, "in-article-total", claim));
      } else if (c.role() == Role.INCREMENT && contrasted.contains(c.sentence())) {
        offers.add(offer(c.quantity(), Statement.Kind.TOTAL, "in-article-others", claim));
      } else if (c.role() == Role.PART) {
        offers.add(offer(c.quantity(), Statement.Kind.SUM, "in-article-part", claim));
      }
    }
    if (group.equals(Claim.ALL)) {
      parts(ofArticle)
          .ifPresent(
              sum ->
                  offers.add(
                      sum.terms() == 1 && individual(sum.first().claim())
                          ? offer(
                              sum.quantity(),
                              Statement.Kind.INDIVIDUAL,
                              "in-article-individual",
                              sum.first())
                          : offer(
                              sum.quantity(),
                              Statement.Kind.SUM,
                              "in-article-groups",
                              sum.first())));
    }
    return offers;
  }

  private Offer offer(Quantity quantity, Statement.Kind kind, String weight, Attributed from) {
    return new Offer(
        quantity,
        kind,
        weights.get(weight) * (from.claim().inTitle() ? weights.get("in-article-title") : 1),
        from);
  }

  /** The parts were added up where they stand together, not collected from all over the article. */
  private static boolean withinOneSentence(Claim claim) {
    return claim.parts().stream()
        .allMatch(p -> p.start() >= claim.sentence().start() && p.end() <= claim.sentence().end());
  }

  /** The number that most of the article speaks for, the larger before the smaller. */
  private Offer best(List<Offer> offers) {
    List<Offer> counts = offers.stream().filter(o -> o.kind().counts()).toList();
    List<Offer> electable = counts.isEmpty() ? offers : counts;
    List<Offer> numbers = electable.stream().filter(o -> o.quantity().best() != null).toList();
    electable = numbers.isEmpty() ? electable : numbers;
    double cast = electable.stream().mapToDouble(Offer::weight).sum();
    Offer best = electable.get(0);
    double highest = -1;
    for (Offer offer : electable) {
      long value = Quantities.magnitude(offer.quantity());
      double same = 0;
      double below = 0;
      for (Offer other : electable) {
        long stated = Quantities.magnitude(other.quantity());
        same += stated == value ? other.weight() : 0;
        below += stated <= value ? other.weight() : 0;
      }
      double score = same * Math.pow(below / cast, weights.get("in-article-growth-power"));
      if (score > highest || (score == highest && STRENGTH.compare(offer, best) > 0)) {
        highest = score;
        best = offer;
      }
    }
    return unrounded(best, electable);
  }

  /**
   * A headline rounds: of "more than 1,000 hurt" above a text that counts 1,030 the text's count is
   * the article's.
   */
  private Offer unrounded(Offer best, List<Offer> electable) {
    Long rounded = best.quantity().best();
    if (rounded == null || best.quantity().qualifier() == Qualifier.EXACT) {
      return best;
    }
    return electable.stream()
        .filter(offer -> offer.kind() == Statement.Kind.TOTAL)
        .filter(offer -> offer.quantity().qualifier() == Qualifier.EXACT)
        .filter(offer -> Quantities.allows(best.quantity(), Quantities.magnitude(offer.quantity())))
        .filter(
            offer ->
                Math.abs(Math.log((double) Quantities.magnitude(offer.quantity()) / rounded))
                    <= weights.get("in-article-rounding"))
        .max(STRENGTH)
        .orElse(best);
  }

  /** Of offers of equal score: the larger, the stated before the added, the earlier in the text. */
  private static final Comparator<Offer> STRENGTH =
      Comparator.comparing((Offer o) -> Quantities.magnitude(o.quantity()))
          .thenComparing(Offer::kind, Comparator.reverseOrder())
          .thenComparing(o -> o.from().live(), LiveClaim.CANONICAL.reversed());

  /**
   * @param offers all that the speaker offers: a headline states the count, the text how it came
   */
  private Statement statement(@Nullable Claimant claimant, Offer offer, List<Offer> offers) {
    return new Statement(
        claimant,
        offer.quantity(),
        offer.kind(),
        offer.from().live().holdsAt(),
        offers.stream()
            .filter(other -> other.quantity().equals(offer.quantity()))
            .map(other -> cues.turn(other.from().claim().quote()))
            .max(Comparator.naturalOrder())
            .orElse(Statement.Turn.UNSAID),
        offer.from().live(),
        offer.from().telling());
  }

  /** What the article says without a name, it says by the one claimant that it names. */
  private static @Nullable Claimant onlyClaimant(List<Attributed> claims) {
    TreeSet<Claimant> named = new TreeSet<>();
    for (Attributed claim : claims) {
      if (claim.claimant() != null) {
        named.add(claim.claimant());
      }
    }
    return named.size() == 1 ? named.first() : null;
  }

  /** The sum of the parts that the article states; empty with fewer than two of them. */
  Optional<Long> sumOfParts(List<Attributed> ofArticle) {
    return parts(ofArticle)
        .filter(sum -> sum.terms() > 1)
        .map(sum -> Quantities.magnitude(sum.quantity()));
  }

  private Optional<Statement> increment(List<Attributed> ofArticle, String group) {
    return ofArticle.stream()
        .filter(c -> c.claim().role() == Role.INCREMENT && c.claim().group().equals(group))
        .filter(c -> c.claim().quantity().best() != null)
        .max(WEIGHT)
        .map(
            c -> {
              Offer more = new Offer(c.claim().quantity(), Statement.Kind.INCREMENT, 0, c);
              Claimant claimant = c.claimant() != null ? c.claimant() : onlyClaimant(ofArticle);
              return statement(claimant, more, List.of(more));
            });
  }

  /** A subset of the whole is all there is of its own group. */
  private static boolean isWhole(Claim claim, String group) {
    return switch (claim.role()) {
      case TOTAL, UNKNOWN -> true;
      case PART, SUBSET -> !group.equals(Claim.ALL);
      case INCREMENT -> false;
    };
  }

  private static boolean individual(Claim claim) {
    Quantity quantity = claim.quantity();
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
