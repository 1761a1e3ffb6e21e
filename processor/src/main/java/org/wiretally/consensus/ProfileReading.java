package org.wiretally.consensus;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.wiretally.consensus.Ballot.Candidate;
import org.wiretally.consensus.Ballot.Vote;

/** Reads a ballot as each profile wants it read. */
final class ProfileReading {
  /** "Latest" of the latest-majority profile: the last day of reports, as the GTD's day. */
  private static final Duration LATEST = Duration.ofHours(24);

  private ProfileReading() {}

  static Tally of(Profile profile, Ballot ballot) {
    @Nullable Candidate winner =
        switch (profile) {
          case DEFAULT, LOW_BEST_HIGH -> first(ballot.candidates());
          case CONSERVATIVE ->
              ballot.candidates().stream()
                  .filter(c -> !overtaken(c, ballot))
                  .min(Comparator.comparing(Candidate::value))
                  .orElse(null);
          case INDEPENDENT_TWO ->
              ballot.candidates().stream()
                  .filter(c -> supporters(ballot, c.value()) >= 2)
                  .findFirst()
                  .orElse(null);
          case LATEST_MAJORITY -> latestMajority(ballot);
        };
    Candidate shown = first(ballot.candidates());
    Interval interval = Interval.of(ballot, winner != null ? winner : shown);
    Long low = interval.low();
    Long high = interval.high();
    if (profile == Profile.LOW_BEST_HIGH) {
      low = low == null ? Long.valueOf(interval.lowestStated()) : low;
      high = high == null ? Long.valueOf(interval.highestStated()) : high;
    }
    return new Tally(
        low,
        winner == null ? null : winner.value(),
        high,
        winner == null ? 0 : ballot.share(winner));
  }

  static long supporters(Ballot ballot, long value) {
    Long wanted = value;
    return ballot.votes().stream().filter(v -> v.weight() > 0 && wanted.equals(v.value())).count();
  }

  private static @Nullable Candidate first(List<Candidate> candidates) {
    return candidates.isEmpty() ? null : candidates.get(0);
  }

  /** Stated only before the leading value was first stated, and below it: the figure grew. */
  private static boolean overtaken(Candidate candidate, Ballot ballot) {
    Candidate leader = ballot.candidates().get(0);
    return candidate.value() < leader.value()
        && candidate.last().isBefore(leader.first())
        && ballot.mayHaveGrown(candidate.value(), leader.value());
  }

  private static @Nullable Candidate latestMajority(Ballot ballot) {
    Instant newest =
        ballot.candidates().stream()
            .map(Candidate::last)
            .max(Comparator.naturalOrder())
            .orElse(Instant.MIN);
    Map<Long, Set<String>> origins = new TreeMap<>();
    for (Vote vote : ballot.votes()) {
      Long value = vote.value();
      if (value != null
          && vote.weight() > 0
          && !vote.saying().last().isBefore(newest.minus(LATEST))) {
        origins.computeIfAbsent(value, v -> new HashSet<>()).add(vote.voice().id());
      }
    }
    Long majority = null;
    int most = 0;
    for (Map.Entry<Long, Set<String>> entry : origins.entrySet()) {
      if (entry.getValue().size() > most) {
        most = entry.getValue().size();
        majority = entry.getKey();
      }
    }
    for (Candidate candidate : ballot.candidates()) {
      if (majority != null && candidate.value() == majority) {
        return candidate;
      }
    }
    return null;
  }
}
