package org.wiretally.consensus;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.wiretally.figures.Claim;

/**
 * The fold without one of its ideas, or another way to a best value in its place.
 *
 * @param claims what the fold is told
 * @param best what is taken from an answer that has a best value
 */
record Ablation(
    String name,
    ConsensusFold fold,
    UnaryOperator<LiveClaim> claims,
    Function<Consensus, @Nullable Long> best) {
  private static final double NEVER = 1e9;

  static List<Ablation> all() {
    Weights weights = Weights.load();
    ConsensusFold whole = fold(weights);
    return List.of(
        new Ablation("ours", whole, c -> c, Consensus::best),
        new Ablation("without copy collapse", whole, Ablation::ownTree, Consensus::best),
        new Ablation("without claimants", whole, Ablation::unnamed, Consensus::best),
        new Ablation(
            "without recency",
            fold(weights.with("half-life-hours", NEVER).with("half-life-statements", NEVER)),
            c -> c,
            Consensus::best),
        new Ablation(
            "without growth prior", fold(weights.with("growth-power", 0)), c -> c, Consensus::best),
        new Ablation(
            "without what is established",
            fold(weights.with("established", 0)),
            c -> c,
            Consensus::best),
        new Ablation("running maximum", whole, c -> c, Ablation::maximum),
        new Ablation("plain majority of articles", whole, c -> c, Ablation::majority),
        new Ablation("weighted median", whole, c -> c, Ablation::median));
  }

  private static ConsensusFold fold(Weights weights) {
    return new ConsensusFold(Profile.DEFAULT, weights);
  }

  /** What it shows of a case, as the scorers take it; null for nothing. */
  @Nullable Long shown(MeasuredCase of) {
    Consensus answer = of.answer(fold, of.claims().stream().map(claims).toList());
    return answer == null || answer.best() == null
        ? MeasuredCase.point(answer)
        : best.apply(answer);
  }

  private static LiveClaim ownTree(LiveClaim live) {
    return new LiveClaim(
        live.claimId(),
        live.articleId(),
        live.version(),
        live.publisher(),
        live.published(),
        live.articleId(),
        live.claim());
  }

  private static LiveClaim unnamed(LiveClaim live) {
    Claim c = live.claim();
    return new LiveClaim(
        live.claimId(),
        live.articleId(),
        live.version(),
        live.publisher(),
        live.published(),
        live.copyRoot(),
        new Claim(
            c.figure(),
            c.quantity(),
            c.unit(),
            c.role(),
            c.group(),
            null,
            c.place(),
            c.asOf(),
            c.inTitle(),
            c.span(),
            c.sentence(),
            c.quote(),
            c.parts(),
            c.rule()));
  }

  private static @Nullable Long maximum(Consensus consensus) {
    Long most = consensus.best();
    for (Origin origin : consensus.origins()) {
      Long value = origin.quantity().best();
      if (value != null && (most == null || value > most)) {
        most = value;
      }
    }
    return most;
  }

  private static @Nullable Long majority(Consensus consensus) {
    Map<Long, Integer> articles = new TreeMap<>();
    for (Origin origin : consensus.origins()) {
      Long value = origin.quantity().best();
      if (value != null) {
        articles.merge(value, origin.articles().size(), Integer::sum);
      }
    }
    Long winner = consensus.best();
    int most = 0;
    for (Map.Entry<Long, Integer> entry : articles.entrySet()) {
      if (entry.getValue() > most) {
        most = entry.getValue();
        winner = entry.getKey();
      }
    }
    return winner;
  }

  private static @Nullable Long median(Consensus consensus) {
    Map<Long, Double> weights = new TreeMap<>();
    double cast = 0;
    for (Origin origin : consensus.origins()) {
      Long value = origin.quantity().best();
      if (value != null) {
        weights.merge(value, origin.weight(), Double::sum);
        cast += origin.weight();
      }
    }
    double below = 0;
    for (Map.Entry<Long, Double> entry : weights.entrySet()) {
      below += entry.getValue();
      if (below >= cast / 2) {
        return entry.getKey();
      }
    }
    return consensus.best();
  }
}
