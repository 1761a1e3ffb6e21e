package org.wiretally.sources;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a source's counts stood, as whole numbers by month, so that a case which is taken back leaves
 * nothing behind.
 *
 * @param months in order of time; none without a case
 */
public record TrackRecord(List<Month> months) {
  public static final TrackRecord EMPTY = new TrackRecord(List.of());

  /** The cases of one month of event time, each count 0 or more. */
  public record Month(YearMonth month, int agreed, int overtaken, int deviated) {
    public Month {
      if (agreed < 0 || overtaken < 0 || deviated < 0 || agreed + overtaken + deviated == 0) {
        throw new IllegalArgumentException(
            month + ": " + agreed + ", " + overtaken + ", " + deviated + " cases");
      }
    }
  }

  public TrackRecord {
    months = List.copyOf(months);
    for (int i = 1; i < months.size(); i++) {
      if (!months.get(i - 1).month().isBefore(months.get(i).month())) {
        throw new IllegalArgumentException("months are in order of time, each once: " + months);
      }
    }
  }

  public boolean isEmpty() {
    return months.isEmpty();
  }

  /** The month of the latest case; null without one. */
  public @Nullable YearMonth last() {
    return months.isEmpty() ? null : months.get(months.size() - 1).month();
  }

  public int agreed() {
    return months.stream().mapToInt(Month::agreed).sum();
  }

  public int overtaken() {
    return months.stream().mapToInt(Month::overtaken).sum();
  }

  public int deviated() {
    return months.stream().mapToInt(Month::deviated).sum();
  }

  /** How many cases its rate stands on: those that agreed and those that deviated. */
  public int cases() {
    return agreed() + deviated();
  }

  /** Both together. */
  public TrackRecord plus(TrackRecord other) {
    TrackRecord sum = this;
    for (Month month : other.months) {
      sum = sum.plus(month.month(), month.agreed(), month.overtaken(), month.deviated());
    }
    return sum;
  }

  /** With one case more. */
  TrackRecord with(YearMonth month, Outcome outcome) {
    return plus(month, outcome, 1);
  }

  /**
   * With one case less.
   *
   * @throws IllegalArgumentException if there was none
   */
  TrackRecord without(YearMonth month, Outcome outcome) {
    return plus(month, outcome, -1);
  }

  /** Without the months before that one. */
  TrackRecord since(YearMonth oldest) {
    return months.isEmpty() || !months.get(0).month().isBefore(oldest)
        ? this
        : new TrackRecord(months.stream().filter(m -> !m.month().isBefore(oldest)).toList());
  }

  private TrackRecord plus(YearMonth month, Outcome outcome, int cases) {
    return switch (outcome) {
      case AGREED -> plus(month, cases, 0, 0);
      case OVERTAKEN -> plus(month, 0, cases, 0);
      case DEVIATED -> plus(month, 0, 0, cases);
    };
  }

  private TrackRecord plus(YearMonth month, int agreed, int overtaken, int deviated) {
    List<Month> sum = new ArrayList<>();
    int i = 0;
    while (i < months.size() && months.get(i).month().isBefore(month)) {
      sum.add(months.get(i++));
    }
    int a = agreed;
    int o = overtaken;
    int d = deviated;
    if (i < months.size() && months.get(i).month().equals(month)) {
      Month before = months.get(i++);
      a += before.agreed();
      o += before.overtaken();
      d += before.deviated();
    }
    if (a != 0 || o != 0 || d != 0) {
      sum.add(new Month(month, a, o, d));
    }
    sum.addAll(months.subList(i, months.size()));
    return new TrackRecord(sum);
  }
}
