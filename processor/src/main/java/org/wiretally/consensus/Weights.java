package org.wiretally.consensus;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The weights of the vote ({@code weights.tsv}). Immutable and thread-safe. */
final class Weights {
  private static final double SECONDS_AN_HOUR = 3600;

  private final Map<String, Double> values = new HashMap<>();

  private Weights(List<List<String>> rows) {
    for (List<String> row : rows) {
      values.put(row.get(0), Double.valueOf(row.get(1)));
    }
  }

  static Weights load() {
    return new Weights(DataTable.read("weights.tsv", 3));
  }

  /** These weights with one changed, for ablations. */
  Weights with(String name, double value) {
    Weights changed = new Weights(List.of());
    changed.values.putAll(values);
    changed.values.put(name, value);
    return changed;
  }

  double get(String name) {
    Double value = values.get(name);
    if (value == null) {
      throw new IllegalStateException("weights.tsv has no row " + name);
    }
    return value;
  }

  /** The weight of what a voice says now, at the time of the newest statement in the story. */
  double of(@Nullable Claimant claimant, Saying saying, Instant newest) {
    double age = Duration.between(saying.last(), newest).toSeconds() / SECONDS_AN_HOUR;
    return of(claimant, saying) * Math.pow(0.5, Math.max(0, age) / get("half-life-hours"));
  }

  /** The weight of what a voice says, whenever it said so. */
  double of(@Nullable Claimant claimant, Saying saying) {
    return get(claimant == null ? "unnamed" : claimant.kind().name().toLowerCase(Locale.ROOT))
        * get(
            switch (saying.quantity().qualifier()) {
              case EXACT -> "exact";
              case AT_LEAST, MORE_THAN -> "bound";
              case ABOUT -> "about";
              case UP_TO, FEWER_THAN, RANGE, VAGUE -> "range";
            })
        * switch (saying.kind()) {
          case TOTAL -> 1;
          case SUM, INCREMENT -> get("sum");
          case COLLECTED -> get("collected");
          case INDIVIDUAL -> get("individual");
        };
  }
}
