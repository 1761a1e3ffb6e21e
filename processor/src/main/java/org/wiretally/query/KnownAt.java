package org.wiretally.query;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What was believed when, out of the updates that were emitted. */
public final class KnownAt {
  private KnownAt() {}

  /**
   * An update as it was emitted.
   *
   * @param key of the story, figure, group and unit
   * @param sequence its place in the emission order of its key, rising
   * @param eventTime event time of the evidence behind it
   * @param knownAt processing time at which it was emitted
   * @param answer null where the answer was taken back
   */
  public record Emitted(
      String key, long sequence, Instant eventTime, Instant knownAt, @Nullable Answer answer) {}

  /**
   * The answers that stood.
   *
   * @param at only evidence of this event time or before counts; null for all
   * @param knownAt only what had been emitted by this processing time counts; null for all
   * @return the last update of each key within both bounds, without those taken back, sorted by key
   */
  public static List<Answer> answers(
      Collection<Emitted> updates, @Nullable Instant at, @Nullable Instant knownAt) {
    Map<String, Emitted> last = new TreeMap<>();
    updates.stream()
        .filter(u -> at == null || !u.eventTime().isAfter(at))
        .filter(u -> knownAt == null || !u.knownAt().isAfter(knownAt))
        .sorted(Comparator.comparing(Emitted::sequence))
        .forEach(u -> last.put(u.key(), u));
    List<Answer> answers = new ArrayList<>();
    for (Emitted update : last.values()) {
      Answer answer = update.answer();
      if (answer != null) {
        answers.add(answer);
      }
    }
    return answers;
  }
}
