package org.wiretally.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.wiretally.sources.Outcomes.Case;
import org.wiretally.sources.TrackRecord.Month;
import org.wiretally.state.InMemoryTable;

class TrackRecordsTest {
  private static final YearMonth MARCH = YearMonth.of(2024, 3);
  private static final YearMonth APRIL = YearMonth.of(2024, 4);
  private static final List<Outcome> OUTCOMES = List.of(Outcome.values());
  private static final YearMonth LONG_AGO = YearMonth.of(1900, 1);
  private static final Source POLICE = new Source(Source.Kind.CLAIMANT, "police");
  private static final Source POST = new Source(Source.Kind.PUBLISHER, "Example Post");

  private final InMemoryTable<TrackRecord> table = new InMemoryTable<>();
  private final TrackRecords records = new TrackRecords(table);

  @Example
  void whatChangedIsCountedAndTold() {
    Outcomes first = outcomes(MARCH, POLICE, Outcome.AGREED, POST, Outcome.DEVIATED);
    assertThat(records.replace(null, first, LONG_AGO)).containsExactly(POLICE, POST);
    Outcomes second = outcomes(MARCH, POLICE, Outcome.AGREED, POST, Outcome.OVERTAKEN);
    assertThat(records.replace(first, second, LONG_AGO)).containsExactly(POST);
    assertThat(records.get(POST).months()).containsExactly(new Month(MARCH, 0, 1, 0));
    assertThat(records.replace(second, second, LONG_AGO)).isEmpty();
  }

  @Example
  void newerEvidenceCarriesTheCaseIntoItsMonth() {
    Outcomes before = outcomes(MARCH, POLICE, Outcome.AGREED);
    records.replace(null, before, LONG_AGO);
    records.replace(before, outcomes(APRIL, POLICE, Outcome.AGREED), LONG_AGO);
    assertThat(records.get(POLICE).months()).containsExactly(new Month(APRIL, 1, 0, 0));
  }

  @Example
  void whatIsTakenBackLeavesNoRow() {
    Outcomes only = outcomes(MARCH, POLICE, Outcome.DEVIATED);
    records.replace(null, only, LONG_AGO);
    assertThat(records.replace(only, null, LONG_AGO)).containsExactly(POLICE);
    assertThat(records.get(POLICE)).isEqualTo(TrackRecord.EMPTY);
    assertThat(table.size()).isZero();
  }

  @Example
  void whatWasNeverCountedCannotBeTakenBack() {
    Outcomes only = outcomes(MARCH, POLICE, Outcome.DEVIATED);
    assertThatThrownBy(() -> records.replace(only, null, LONG_AGO))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Example
  void forgottenMonthsNeitherCountNorAreTakenBack() {
    Outcomes old = outcomes(MARCH, POLICE, Outcome.AGREED);
    records.replace(null, old, LONG_AGO);
    records.replace(null, outcomes(APRIL, POLICE, Outcome.AGREED), APRIL);
    assertThat(records.get(POLICE).months()).containsExactly(new Month(APRIL, 1, 0, 0));
    assertThat(records.replace(old, null, APRIL)).isEmpty();
    assertThat(records.replace(null, old, APRIL)).isEmpty();
    assertThat(records.get(POLICE).months()).containsExactly(new Month(APRIL, 1, 0, 0));
  }

  /** Answers come and go; the records are those of the answers that stand, whatever they were. */
  @Property(tries = 200)
  void theRecordsAreAFunctionOfTheAnswersThatStand(@ForAll long seed) {
    Random random = new Random(seed);
    InMemoryTable<TrackRecord> kept = new InMemoryTable<>();
    TrackRecords learnt = new TrackRecords(kept);
    Map<String, Outcomes> standing = new TreeMap<>();
    Map<Source, TrackRecord> told = new TreeMap<>();
    for (int i = 0; i < 60; i++) {
      String answer = "answer" + random.nextInt(6);
      @Nullable Outcomes after = random.nextInt(4) == 0 ? null : outcomes(random);
      Set<Source> changed = learnt.replace(standing.get(answer), after, LONG_AGO);
      if (after == null) {
        standing.remove(answer);
      } else {
        standing.put(answer, after);
      }
      for (Source source : changed) {
        TrackRecord record = learnt.get(source);
        assertThat(record).isNotEqualTo(told.getOrDefault(source, TrackRecord.EMPTY));
        told.put(source, record);
      }
    }
    told.values().removeIf(TrackRecord::isEmpty);
    TrackRecords fresh = new TrackRecords(new InMemoryTable<>());
    Set<Source> named = new TreeSet<>();
    standing.values().forEach(outcomes -> named.addAll(fresh.replace(null, outcomes, LONG_AGO)));
    Map<Source, TrackRecord> expected = new TreeMap<>();
    named.forEach(source -> expected.put(source, fresh.get(source)));
    assertThat(told).isEqualTo(expected);
    assertThat(kept.size()).isEqualTo(expected.size());
  }

  private static Outcomes outcomes(Random random) {
    List<Case> cases = new ArrayList<>();
    for (int source = 0; source < 5; source++) {
      if (random.nextBoolean() || source == 4) {
        cases.add(
            new Case(
                new Source(Source.Kind.PUBLISHER, "p" + source),
                OUTCOMES.get(random.nextInt(OUTCOMES.size()))));
      }
    }
    return new Outcomes(MARCH.plusMonths(random.nextInt(3)), cases);
  }

  private static Outcomes outcomes(YearMonth month, Source source, Outcome outcome) {
    return new Outcomes(month, List.of(new Case(source, outcome)));
  }

  private static Outcomes outcomes(
      YearMonth month, Source one, Outcome ofOne, Source other, Outcome ofOther) {
    return new Outcomes(month, List.of(new Case(one, ofOne), new Case(other, ofOther)));
  }
}
