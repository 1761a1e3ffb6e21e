package org.wiretally.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.YearMonth;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.wiretally.sources.TrackRecord.Month;

class ReliabilityTest {
  private static final Reliability RELIABILITY = Reliability.load();
  private static final YearMonth MARCH = YearMonth.of(2024, 3);

  @Example
  void whoHasNoCasesIsNeutral() {
    assertThat(RELIABILITY.rate(TrackRecord.EMPTY, MARCH)).isEqualTo(RELIABILITY.neutral());
  }

  @Example
  void whoWasOnlyOvertakenIsNeutral() {
    assertThat(RELIABILITY.rate(record(new Month(MARCH, 0, 7, 0)), MARCH))
        .isEqualTo(RELIABILITY.neutral());
  }

  @Property(tries = 200)
  void aRateIsBetweenThePriorAndTheShareThatAgreed(
      @ForAll @IntRange(max = 100_000) int agreed,
      @ForAll @IntRange(max = 100_000) int deviated,
      @ForAll @IntRange(max = 400) int age) {
    if (agreed + deviated == 0) {
      return;
    }
    double share = (double) agreed / (agreed + deviated);
    double rate =
        RELIABILITY.rate(record(new Month(MARCH, agreed, 1, deviated)), MARCH.plusMonths(age));
    assertThat(rate)
        .isBetween(0.0, 1.0)
        .isBetween(
            Math.min(share, RELIABILITY.neutral()) - 1e-9,
            Math.max(share, RELIABILITY.neutral()) + 1e-9);
  }

  @Example
  void oldCasesFadeIntoThePrior() {
    TrackRecord bad = record(new Month(MARCH, 0, 0, 40));
    double before = RELIABILITY.rate(bad, MARCH);
    for (int age = 1; age < 200; age++) {
      double after = RELIABILITY.rate(bad, MARCH.plusMonths(age));
      assertThat(after).isGreaterThan(before);
      before = after;
    }
    assertThat(before).isCloseTo(RELIABILITY.neutral(), within(0.001));
  }

  @Example
  void recentCasesOutweighOldOnes() {
    TrackRecord mended = record(new Month(MARCH, 0, 0, 9), new Month(MARCH.plusYears(1), 9, 0, 0));
    TrackRecord spoilt = record(new Month(MARCH, 9, 0, 0), new Month(MARCH.plusYears(1), 0, 0, 9));
    YearMonth now = MARCH.plusYears(1);
    assertThat(RELIABILITY.rate(mended, now)).isGreaterThan(RELIABILITY.rate(spoilt, now));
  }

  private static TrackRecord record(Month... months) {
    return new TrackRecord(List.of(months));
  }
}
