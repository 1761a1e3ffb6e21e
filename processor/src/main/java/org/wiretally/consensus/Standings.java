package org.wiretally.consensus;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.wiretally.consensus.Ballot.Vote;
import org.wiretally.figures.Qualifier;
import org.wiretally.figures.Quantity;

/** Says of every origin how it stands to the best value, and why. */
final class Standings {
  private static final double ABOUT_TOLERANCE = 0.1;

  private Standings() {}

  /** What one voice said, and how that stands. */
  record Judged(Voice voice, Saying saying, Standing standing, double weight, String reason) {}

  /** Everything that was said, with its standing. */
  static List<Judged> judged(Ballot ballot, List<Voice> voices, Tally tally) {
    Long best = tally.best();
    Instant since =
        ballot.candidates().stream()
            .filter(c -> best != null && c.value() == best)
            .map(Ballot.Candidate::first)
            .findFirst()
            .orElse(null);
    List<Judged> judged = new ArrayList<>();
    for (Vote vote : ballot.votes()) {
      Judgement judgement = judge(ballot, vote, best, since);
      judged.add(
          new Judged(
              vote.voice(),
              vote.saying(),
              judgement.standing(),
              vote.weight(),
              judgement.reason()));
    }
    for (Voice voice : voices) {
      Saying present = voice.present();
      for (Saying saying : voice.overtaken()) {
        judged.add(
            new Judged(
                voice,
                saying,
                Standing.LAGGING,
                0,
                present == null
                    ? "said before"
                    : "the same source now says " + Quantities.words(present.quantity())));
      }
      for (Saying saying : voice.unresolved()) {
        judged.add(
            new Judged(
                voice,
                saying,
                Standing.COMPATIBLE,
                0,
                "comes on top of a count that this source has not given"));
      }
    }
    return judged;
  }

  /** The origins that an answer names, the heaviest first. */
  static List<Origin> origins(List<Judged> judged, List<Unheard> unheard) {
    List<Origin> origins = new ArrayList<>();
    judged.forEach(judgement -> origins.add(origin(judgement)));
    addUnheard(unheard, origins);
    origins.sort(
        Comparator.comparing(Origin::weight)
            .reversed()
            .thenComparing(Origin::standing)
            .thenComparing(Origin::evidence, LiveClaim.CANONICAL)
            .thenComparing(Origin::id));
    return heaviest(origins);
  }

  /** Of each standing the first so many, so that an answer does not grow with its story. */
  private static List<Origin> heaviest(List<Origin> sorted) {
    Map<Standing, Integer> named = new EnumMap<>(Standing.class);
    return sorted.stream()
        .filter(
            origin ->
                named.merge(origin.standing(), 1, Integer::sum) <= Consensus.MOST_IN_A_STANDING)
        .toList();
  }

  private record Judgement(Standing standing, String reason) {}

  private static Judgement judge(
      Ballot ballot, Vote vote, @Nullable Long best, @Nullable Instant since) {
    Saying saying = vote.saying();
    Quantity quantity = saying.quantity();
    Long value = saying.value();
    if (best == null || since == null) {
      return new Judgement(Standing.COMPATIBLE, "gives bounds, and nobody states a number yet");
    }
    if (best.equals(value)) {
      return new Judgement(Standing.SUPPORTS, "states " + Quantities.words(quantity));
    }
    if (value != null && saying.kind() == Statement.Kind.INDIVIDUAL && best > 1) {
      return new Judgement(Standing.COMPATIBLE, "speaks of one person, who may be among them");
    }
    if (value == null
        || quantity.qualifier() == Qualifier.RANGE
        || quantity.qualifier() == Qualifier.VAGUE) {
      return Quantities.allows(quantity, best)
          ? new Judgement(
              Standing.COMPATIBLE,
              Quantities.words(quantity) + " allows " + Quantities.number(best))
          : new Judgement(
              Standing.DISSENTS,
              Quantities.words(quantity) + " does not allow " + Quantities.number(best));
    }
    if (ballot.overtaken(vote, best, since)) {
      return new Judgement(
          Standing.LAGGING,
          vote.lags()
              ? "tells " + Quantities.words(quantity) + " again, which has grown since"
              : Quantities.words(quantity)
                  + " is older and was overtaken by "
                  + Quantities.number(best));
    }
    boolean lowerBound =
        quantity.qualifier() == Qualifier.AT_LEAST || quantity.qualifier() == Qualifier.MORE_THAN;
    if (lowerBound && value < best) {
      return new Judgement(
          Standing.COMPATIBLE, Quantities.words(quantity) + " allows " + Quantities.number(best));
    }
    if (quantity.qualifier() == Qualifier.ABOUT
        && Math.abs(value - best) <= ABOUT_TOLERANCE * best) {
      return new Judgement(
          Standing.COMPATIBLE, Quantities.words(quantity) + " is near " + Quantities.number(best));
    }
    if (ballot.repeatsOvertaken(vote, best)) {
      return new Judgement(
          Standing.LAGGING,
          "repeats " + Quantities.words(quantity) + ", which its source has overtaken");
    }
    return new Judgement(
        Standing.DISSENTS,
        "says "
            + Quantities.words(quantity)
            + ", with less support than "
            + Quantities.number(best));
  }

  private static void addUnheard(List<Unheard> unheard, List<Origin> origins) {
    Map<Unheard.Alike, List<LiveClaim>> alike = new LinkedHashMap<>();
    for (Unheard each : unheard) {
      alike.computeIfAbsent(each.alike(), key -> new ArrayList<>()).add(each.live());
    }
    alike.forEach(
        (key, said) -> {
          LiveClaim first = said.get(0);
          TreeSet<String> publishers = new TreeSet<>();
          for (LiveClaim live : said) {
            String publisher = live.publisher();
            if (publisher != null) {
              publishers.add(publisher);
            }
          }
          origins.add(
              new Origin(
                  "tree:" + first.copyRoot(),
                  null,
                  List.copyOf(publishers),
                  said.stream().map(LiveClaim::articleId).distinct().toList(),
                  key.quantity(),
                  Standing.REJECTED,
                  0,
                  key.reason(),
                  first));
        });
  }

  private static Origin origin(Judged judged) {
    Claimant claimant = judged.voice().claimant();
    Saying saying = judged.saying();
    return new Origin(
        judged.voice().id(),
        claimant == null ? null : claimant.label(),
        saying.publishers(),
        saying.articles(),
        saying.quantity(),
        judged.standing(),
        judged.weight(),
        judged.reason(),
        saying.evidence().evidence());
  }
}
