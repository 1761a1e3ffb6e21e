package org.wiretally.consensus;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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
   * @param lags whether it tells a count again that a report said to have grown
   */
  record Vote(Voice voice, Saying saying, double weight, double lasting, boolean lags) {
    @Nullable Long value() {
      return saying.value();
    }
  }

  /** A number that somebody states, and what speaks for it. */
  record Candidate(long value, double support, double score, Instant first, Instant last) {}

  /** In a day a count may have grown into any other. */
  private static final Duration TIME_TO_GROW = Duration.ofHours(24);

  /** Older by this, a count of a present state is no rival to the one that stands. */
  private static final Duration TIME_TO_MOVE = Duration.ofHours(6);

  private final Weights weights;
  private final Course course;
  private final List<Vote> votes;

  /** What some voice said before it said something else. */
  private final Set<Long> overtakenValues = new TreeSet<>();

  private final List<Candidate> candidates;
  private final double cast;
  private final double growthPower;

  /**
   * @param voices in a fixed order: sums of weights must not depend on the order of the claims
   * @param newest event time of the newest statement
   */
  Ballot(Weights weights, Course course, List<Voice> voices, Instant newest) {
    this.weights = weights;
    this.course = course;
    this.growthPower = course == Course.GROWS ? weights.get("growth-power") : 0;
    double halfLife =
        weights.get(
            course == Course.GROWS ? "half-life-statements" : "half-life-statements-moving");
    Map<Long, Instant> grownSince = course == Course.GROWS ? grownSince(voices) : Map.of();
    Map<Long, Instant> firstStated = grownSince.isEmpty() ? Map.of() : firstStated(voices);
    List<Vote> all = new ArrayList<>();
    for (Voice voice : voices) {
      for (Saying earlier : voice.overtaken()) {
        Long value = earlier.value();
        if (value != null) {
          overtakenValues.add(value);
        }
      }
      Saying saying = voice.present();
      if (saying != null) {
        double lasting = weights.of(voice.claimant(), saying);
        boolean lags = lags(saying, grownSince, firstStated);
        double weight =
            weights.of(voice.claimant(), saying, newest)
                * Math.pow(0.5, newer(voices, saying) / halfLife)
                * (lags ? weights.get("outgrown") : 1);
        all.add(new Vote(voice, saying, weight, lasting, lags));
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

  /** The counts that a voice says now and that it said to have grown, and since when. */
  private static Map<Long, Instant> grownSince(List<Voice> voices) {
    Map<Long, Instant> since = new TreeMap<>();
    for (Voice voice : voices) {
      Saying saying = voice.present();
      Instant grew = saying == null ? null : saying.grew();
      if (saying != null && saying.value() != null && grew != null) {
        since.merge(saying.value(), grew, (a, b) -> a.isBefore(b) ? a : b);
      }
    }
    return since;
  }

  /** Every count that was ever stated, and when first. */
  private static Map<Long, Instant> firstStated(List<Voice> voices) {
    Map<Long, Instant> first = new TreeMap<>();
    for (Voice voice : voices) {
      voice
          .sayings()
          .filter(saying -> saying.value() != null)
          .forEach(
              saying ->
                  first.merge(saying.value(), saying.first(), (a, b) -> a.isBefore(b) ? a : b));
    }
    return first;
  }

  /**
   * Whether the count was known before a report that says it has grown, and is told again after it:
   * who repeats what was outgrown says nothing against what it has grown into.
   */
  private boolean lags(
      Saying saying, Map<Long, Instant> grownSince, Map<Long, Instant> firstStated) {
    Long value = saying.value();
    Instant first = value == null ? null : firstStated.get(value);
    return value != null
        && first != null
        && grownSince.entrySet().stream()
            .anyMatch(
                grown ->
                    grown.getKey() > value
                        && mayHaveGrown(value, grown.getKey())
                        && first.isBefore(grown.getValue())
                        && saying.last().isAfter(grown.getValue()));
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
          List<Vote> leaps = new ArrayList<>();
          for (Vote vote : votes) {
            // Of a present state, what was said later speaks against what was said before.
            double agreement =
                course == Course.MOVES && vote.saying().last().isAfter(last)
                    ? 0
                    : agreement(vote.saying(), value);
            support += vote.weight() * agreement;
            established += vote.lasting() * agreement;
            Long stated = vote.value();
            if (stated != null && stated > value) {
              if (mayHaveGrown(value, stated)) {
                outgrown += vote.weight();
              } else {
                leaps.add(vote);
              }
            }
          }
          outgrown += confirmed(leaps);
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

  /**
   * The weight of the leaps that another one is like: one leap is a rival, or a mistake; two voices
   * do not make the same one.
   */
  private double confirmed(List<Vote> leaps) {
    double weight = 0;
    for (Vote leap : leaps) {
      for (Vote other : leaps) {
        if (!other.voice().id().equals(leap.voice().id()) && alike(leap, other)) {
          weight += leap.weight();
          break;
        }
      }
    }
    return weight;
  }

  private boolean alike(Vote vote, Vote other) {
    Long value = vote.value();
    Long otherValue = other.value();
    return value != null
        && otherValue != null
        && mayHaveGrown(Math.min(value, otherValue), Math.max(value, otherValue));
  }

  /**
   * Whether a count may have grown into the other; a greater leap is a rival, or a mistake. "Nobody
   * was hurt" is said of what nobody has counted yet, so none may grow into any number.
   */
  boolean mayHaveGrown(long earlier, long later) {
    return earlier == 0 || later <= weights.get("growth-factor") * Math.max(earlier, 1);
  }

  /**
   * Whether the vote is for what the best value has left behind: of a total, a lower count that may
   * have grown into it since, or that is told again after it was said to have grown; of a present
   * state, any count of some hours before.
   *
   * @param since when the best value was first stated
   */
  boolean overtaken(Vote vote, long best, Instant since) {
    Long value = vote.value();
    if (value == null || value == best) {
      return false;
    }
    Instant last = vote.saying().last();
    if (course == Course.MOVES) {
      return !last.isAfter(since.minus(TIME_TO_MOVE));
    }
    return value < best
        && (vote.lags()
            || (last.isBefore(since)
                && (mayHaveGrown(value, best)
                    || Duration.between(last, since).compareTo(TIME_TO_GROW) >= 0)));
  }

  /** Whether the vote is for a lower count that whoever told it first has given up. */
  boolean repeatsOvertaken(Vote vote, long best) {
    Long value = vote.value();
    return value != null && value < best && overtakenValues.contains(value);
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
