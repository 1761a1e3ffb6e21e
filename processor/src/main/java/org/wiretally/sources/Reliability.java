package org.wiretally.sources;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads a record as a rate: how often the source's counts stood, of late. It is a number for
 * people; no vote asks for it. What it starts from and how it fades is data ({@code
 * reliability.tsv}). Immutable and thread-safe.
 */
public final class Reliability {
  private static final String TABLE = "reliability.tsv";

  private final double priorCases;
  private final double priorRate;
  private final double halfLifeMonths;
  private final int keptMonths;

  private Reliability(Map<String, Double> rows) {
    priorCases = row(rows, "prior-cases");
    priorRate = row(rows, "prior-rate");
    halfLifeMonths = row(rows, "half-life-months");
    keptMonths = (int) row(rows, "kept-months");
  }

  /**
   * The table's numbers.
   *
   * @throws IllegalStateException if the table or a row of it is missing
   */
  public static Reliability load() {
    try (InputStream in = Reliability.class.getResourceAsStream(TABLE)) {
      if (in == null) {
        throw new IllegalStateException("resource " + TABLE + " is not on the class path");
      }
      Map<String, Double> rows = new HashMap<>();
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split("\t", -1))
          .forEach(cells -> rows.put(cells[0], Double.valueOf(cells[1])));
      return new Reliability(rows);
    } catch (IOException e) {
      throw new UncheckedIOException(TABLE, e);
    }
  }

  private static double row(Map<String, Double> rows, String name) {
    Double value = rows.get(name);
    if (value == null) {
      throw new IllegalStateException(TABLE + " has no row " + name);
    }
    return value;
  }

  /** For how many months of event time cases are kept. */
  public int keptMonths() {
    return keptMonths;
  }

  /** The rate of a source that nothing is known of. */
  public double neutral() {
    return priorRate;
  }

  /**
   * The share of the record's cases that agreed, those that were overtaken left out, shrunk to the
   * prior; 0 to 1.
   *
   * @param now cases of this month and later count whole, earlier ones less the older they are
   */
  public double rate(TrackRecord record, YearMonth now) {
    double agreed = priorCases * priorRate;
    double all = priorCases;
    for (TrackRecord.Month month : record.months()) {
      double age = Math.max(0, ChronoUnit.MONTHS.between(month.month(), now));
      double weight = Math.pow(0.5, age / halfLifeMonths);
      agreed += weight * month.agreed();
      all += weight * (month.agreed() + month.deviated());
    }
    return agreed / all;
  }
}
