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
  private static final long NEAR_FROM = 20;
  private static final double ABOUT_TOLERANCE = 0.05;

  /**
   * One voice, what it says now, and the weight of its vote.
   *
   * @param lasting the weight that the vote would have if nothing newer had been said
   */
  record Vote(Voice voice, Saying saying, double weight, double lasting) {
    @Nullable Long value() {
      return saying.value();
    }
  }

  /** A number that somebody states, and what speaks for it. */
  record Candidate(long value, double support, double score, Instant first, Instant last) {}

  private final Weights weights;
  private final List<Vote> votes;
  private final List<Candidate> candidates;
  private final double cast;
  private final double growthPower;

  /**
   * @param voices in a fixed order: sums of weights must not depend on the order of the claims
   * @param newest event time of the newest statement
   */
  Ballot(Weights weights, Course course, List<Voice> voices, Instant newest) {
    this.weights = weights;
    this.growthPower = course == Course.GROWS ? weights.get("growth-power") : 0;
    List<Vote> all = new ArrayList<>();
    for (Voice voice : voices) {
      Saying saying = voice.present();
      if (saying != null) {
        double lasting = weights.of(voice.claimant(), saying);
        double weight =
            weights.of(voice.claimant(), saying, newest)
                * Math.pow(0.5, newer(voices, saying) / weights.get("half-life-statements"));
        all.add(new Vote(voice, saying, weight, lasting));
      }
    }
    votes = List.copyOf(all);
    cast = votes.stream().filter(v -> v.value() != null).mapToDouble(Vote::weight).sum();
    candidates = count();
  }

  /**
   * How many voices with another number spoke after this one last did: who repeats a number keeps
   * it as fresh as it was.
   */
  private static double newer(List<Voice> voices, Saying saying) {
    double newer = 0;
    for (Voice voice : voices) {
      Saying other = voice.present();
      if (other != null
          && other.value() != null
          && !other.value().equals(saying.value())
          && other.last().isAfter(saying.last())) {
        newer++;
      }
    }
    return newer;
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
          double established = 0;
          double outgrown = 0;
          for (Vote vote : votes) {
            double agreement = agreement(vote.saying(), value);
            support += vote.weight() * agreement;
            established += vote.lasting() * agreement;
            Long stated = vote.value();
            if (stated != null && stated > value && mayHaveGrown(value, stated)) {
              outgrown += vote.weight();
            }
          }
          double score =
              (support + weights.get("established") * established)
                  * Math.pow(1 - outgrown / cast, growthPower);
          counted.add(new Candidate(value, support, score, first, last));
        });
    counted.sort(
        Comparator.comparing(Candidate::score)
            .thenComparing(Candidate::last)
            .thenComparing(Candidate::value)
            .reversed());
    return List.copyOf(counted);
  }

  /** Whether a count may have grown into the other; a greater leap is a rival, or a mistake. */
  boolean mayHaveGrown(long earlier, long later) {
    return later <= weights.get("growth-factor") * Math.max(earlier, 1);
  }

  /** How far what was said speaks for the value, 0 to 1. */
  private double agreement(Saying saying, long value) {
    Quantity quantity = saying.quantity();
    Long stated = saying.value();
    if (stated != null && stated == value) {
      return 1;
    }
    if (stated == null) {
      return Quantities.allows(quantity, value) ? weights.get("range-agrees") : 0;
    }
    double distance =
        Math.abs(Math.log((double) Math.max(stated, 1) / (double) Math.max(value, 1)));
    double near =
        stated >= NEAR_FROM && value >= NEAR_FROM
            ? weights.get("near-agrees") * Math.max(0, 1 - distance / weights.get("near-width"))
            : 0;
    return Math.max(
        near,
        switch (quantity.qualifier()) {
          case ABOUT ->
              Math.abs(stated - value) <= ABOUT_TOLERANCE * value ? weights.get("about-agrees") : 0;
          case RANGE, VAGUE, UP_TO, FEWER_THAN ->
              Quantities.allows(quantity, value) ? weights.get("range-agrees") : 0;
          case EXACT, AT_LEAST, MORE_THAN -> 0;
        });
  }
}
