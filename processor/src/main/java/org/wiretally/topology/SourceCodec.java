package org.wiretally.topology;

import java.time.Instant;
import java.time.YearMonth;
import org.wiretally.schemas.MonthOfCases;
import org.wiretally.schemas.SourceKind;
import org.wiretally.schemas.SourceRecord;
import org.wiretally.sources.Source;
import org.wiretally.sources.TrackRecord;

/** The sources' records onto their topic and off it. */
public final class SourceCodec {
  private SourceCodec() {}

  /** The key on the topic. Each desk keeps records of its own; a reader adds them up. */
  static String key(String desk, Source source) {
    return desk + "/" + source.key();
  }

  static SourceRecord write(String desk, Source source, TrackRecord record, Instant now) {
    return SourceRecord.newBuilder()
        .setDesk(desk)
        .setKind(SourceKind.valueOf(source.kind().name()))
        .setName(source.name())
        .setMonths(
            record.months().stream()
                .map(
                    m ->
                        new MonthOfCases(
                            m.month().toString(), m.agreed(), m.overtaken(), m.deviated()))
                .toList())
        .setProcessedAt(now)
        .build();
  }

  /** Whom the row is about. Not for rows whose kind this build does not know. */
  public static Source source(SourceRecord row) {
    return new Source(Source.Kind.valueOf(row.getKind().name()), row.getName());
  }

  /** The desk's record of the source. */
  public static TrackRecord read(SourceRecord row) {
    return new TrackRecord(
        row.getMonths().stream()
            .map(
                m ->
                    new TrackRecord.Month(
                        YearMonth.parse(m.getMonth()),
                        m.getAgreed(),
                        m.getOvertaken(),
                        m.getDeviated()))
            .toList());
  }
}
