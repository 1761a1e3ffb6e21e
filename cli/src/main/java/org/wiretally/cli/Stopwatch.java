package org.wiretally.cli;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Splits of a run for people to read. Not thread-safe. */
final class Stopwatch {
  private final Map<String, Long> laps = new LinkedHashMap<>();
  private final long start = System.nanoTime();
  private long last = start;

  /** Ends a lap that began with the end of the one before. */
  void lap(String name) {
    long now = System.nanoTime();
    laps.merge(name, now - last, Long::sum);
    last = now;
  }

  @Override
  public String toString() {
    return seconds(last - start)
        + laps.entrySet().stream()
            .map(lap -> lap.getKey() + " " + seconds(lap.getValue()))
            .collect(Collectors.joining(", ", ": ", ""));
  }

  private static String seconds(long nanos) {
    return String.format(Locale.ROOT, "%.1f s", nanos / 1e9);
  }
}
