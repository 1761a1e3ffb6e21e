package org.wiretally.consensus;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.wiretally.figures.Quantity;

/**
 * The vote of the voices on one figure and group: each voice that states a number now has one vote,
 * and gives part of it to numbers that its words allow.
 */
final class Ballot {
  private static final double ABOUT_TOLERANCE = 0.05;

  /** One voice, what it says now, and the weight of its vote. */
  record Vote(Voice voice, Saying saying, double weight) {
    @Nullable Long value() {
      return saying.value();
    }
  }

  /** A number that somebody states, and what speaks for it. */
  record Candidate(long value, double support, Instant first, Instant last) {}

  private final Weights weights;
  private final List<Vote> votes;
  private final List<Candidate> candidates;
  private final double cast;

  /**
   * @param voices in a fixed order: sums of weights must not depend on the order of the claims
   * @param newest event time of the newest statement
   */
  Ballot(Weights weights, List<Voice> voices, Instant newest) {
    this.weights = weights;
    boolean plural = voices.stream().anyMatch(Ballot::countsSeveral);
    List<Vote> all = new ArrayList<>();
    for (Voice voice : voices) {
      Saying saying = voice.present();
      if (saying != null) {
        boolean silent = plural && saying.kind() == Statement.Kind.INDIVIDUAL;
        all.add(new Vote(voice, saying, silent ? 0 : weights.of(voice.claimant(), saying, newest)));
      }
    }
    votes = List.copyOf(all);
    cast = votes.stream().filter(v -> v.value() != null).mapToDouble(Vote::weight).sum();
    candidates = count();
  }

  private static boolean countsSeveral(Voice voice) {
    Saying saying = voice.present();
    Long value = saying == null ? null : saying.value();
    return value != null && value > 1;
  }

  List<Vote> votes() {
    return votes;
  }

  /** The numbers stated, the most supported first. */
  List<Candidate> candidates() {
    return candidates;
  }

  /** The share of the weight cast that speaks for the candidate, 0 to 1. */
  double share(Candidate candidate) {
    return cast > 0 ? Math.min(1, candidate.support() / cast) : 0;
  }

  private List<Candidate> count() {
    Map<Long, List<Vote>> byValue = new TreeMap<>();
    for (Vote vote : votes) {
      Long value = vote.value();
      if (value != null && vote.weight() > 0) {
        byValue.computeIfAbsent(value, v -> new ArrayList<>()).add(vote);
      }
    }
    List<Candidate> counted = new ArrayList<>();
    byValue.forEach(
        (value, of) -> {
          Instant first =
              of.stream().map(v -> v.saying().first()).min(Comparator.naturalOrder()).orElseThrow();
          Instant last =
              of.stream().map(v -> v.saying().last()).max(Comparator.naturalOrder()).orElseThrow();
          double support = 0;
          for (Vote vote : votes) {
            support += vote.weight() * agreement(vote.saying(), value, first);
          }
          counted.add(new Candidate(value, support, first, last));
        });
    counted.sort(
        Comparator.comparing(Candidate::support)
            .thenComparing(Candidate::last)
            .thenComparing(Candidate::value)
            .reversed());
    return List.copyOf(counted);
  }

  /** How far what was said speaks for the value, 0 to 1. */
  private double agreement(Saying saying, long value, Instant firstSaid) {
    Quantity quantity = saying.quantity();
    Long stated = saying.value();
    if (stated != null && stated == value) {
      return 1;
    }
    if (stated == null) {
      return Quantities.allows(quantity, value) ? weights.get("range-agrees") : 0;
    }
    return switch (quantity.qualifier()) {
      case ABOUT ->
          Math.abs(stated - value) <= ABOUT_TOLERANCE * value ? weights.get("about-agrees") : 0;
      case AT_LEAST, MORE_THAN ->
          stated < value && value <= 2 * stated ? weights.get("bound-agrees") : 0;
      case RANGE, VAGUE, UP_TO, FEWER_THAN ->
          Quantities.allows(quantity, value) ? weights.get("range-agrees") : 0;
      case EXACT ->
          stated < value && saying.last().isBefore(firstSaid) ? weights.get("growth-agrees") : 0;
    };
  }
}
