package org.wiretally.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.wiretally.query.KnownAt.Emitted;

class KnownAtTest {
  private static final Instant NINE = Instant.parse("2024-03-01T09:00:00Z");
  private static final Instant TEN = Instant.parse("2024-03-01T10:00:00Z");
  private static final Instant NOON = Instant.parse("2024-03-01T12:00:00Z");

  /** 5 of nine o'clock; 8 of ten o'clock, delivered at noon; then taken back. */
  private static final List<Emitted> UPDATES =
      List.of(emitted(1, NINE, NINE, 5L), emitted(2, TEN, NOON, 8L));

  @Test
  void theLastUpdateAnswers() {
    assertThat(best(UPDATES, null, null)).containsExactly(8L);
  }

  @Test
  void eventTimeAndProcessingTimeAreTwoQuestions() {
    assertThat(best(UPDATES, NINE, null)).containsExactly(5L);
    assertThat(best(UPDATES, TEN, null)).containsExactly(8L);
    assertThat(best(UPDATES, null, TEN)).containsExactly(5L);
    assertThat(best(UPDATES, NINE.minusSeconds(1), null)).isEmpty();
  }

  @Test
  void whatWasTakenBackIsNoAnswer() {
    List<Emitted> updates = new ArrayList<>(UPDATES);
    updates.add(emitted(3, TEN, NOON.plusSeconds(1), null));
    Collections.reverse(updates);
    assertThat(best(updates, null, null)).isEmpty();
    assertThat(best(updates, null, NOON)).containsExactly(8L);
  }

  @Test
  void keysAreAnsweredOneByOne() {
    List<Emitted> updates = new ArrayList<>(UPDATES);
    updates.add(new Emitted("s1/INJURED/ALL/PERSONS", 7, NINE, NINE, answer("INJURED", 3L)));
    assertThat(best(updates, null, null)).containsExactly(3L, 8L);
  }

  private static List<@Nullable Long> best(
      List<Emitted> updates, @Nullable Instant at, @Nullable Instant knownAt) {
    List<@Nullable Long> values = new ArrayList<>();
    for (Answer answer : KnownAt.answers(updates, at, knownAt)) {
      values.add(answer.best());
    }
    return values;
  }

  private static Emitted emitted(
      long sequence, Instant eventTime, Instant knownAt, @Nullable Long best) {
    return new Emitted(
        "s1/KILLED/ALL/PERSONS",
        sequence,
        eventTime,
        knownAt,
        best == null ? null : answer("KILLED", best));
  }

  private static Answer answer(String figure, long best) {
    return new Answer(
        "s1", "Blast", "default", figure, "ALL", "PERSONS", best, best, best, 0.5, NINE, null,
        List.of(), List.of(), 1, 1, "");
  }
}
