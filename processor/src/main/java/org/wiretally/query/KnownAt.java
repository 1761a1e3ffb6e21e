package org.wiretally.query;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.wiretally.consensus.Consensus;

/** What was believed when, out of the updates that were emitted. */
public final class KnownAt {
  private KnownAt() {}

  /**
   * An update as it was emitted.
   *
   * @param sequence its place in the emission order of its key, rising
   * @param eventTime event time of the evidence behind it
   * @param knownAt processing time at which it was emitted
   * @param consensus null where the answer was taken back
   */
  public record Emitted(
      String storyId,
      String figure,
      String group,
      String profile,
      long sequence,
      Instant eventTime,
      Instant knownAt,
      @Nullable Consensus consensus) {}

  /**
   * The answers of one story for a profile, one for each figure and group.
   *
   * @param at only evidence of this event time or before counts; null for all
   * @param knownAt only what had been emitted by this processing time counts; null for all
   * @return the last update of each figure and group within both bounds, without those taken back,
   *     sorted by figure and group
   */
  public static List<Emitted> answer(
      Collection<Emitted> updates,
      String storyId,
      String profile,
      @Nullable Instant at,
      @Nullable Instant knownAt) {
    Map<String, Emitted> last = new TreeMap<>();
    updates.stream()
        .filter(u -> u.storyId().equals(storyId) && u.profile().equals(profile))
        .filter(u -> at == null || !u.eventTime().isAfter(at))
        .filter(u -> knownAt == null || !u.knownAt().isAfter(knownAt))
        .sorted(Comparator.comparing(Emitted::sequence))
        .forEach(u -> last.put(u.figure() + '\0' + u.group(), u));
    List<Emitted> answers = new ArrayList<>();
    for (Emitted update : last.values()) {
      if (update.consensus() != null) {
        answers.add(update);
      }
    }
    return answers;
  }
}
