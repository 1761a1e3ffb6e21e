package org.wiretally.cli;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.wiretally.schemas.AvroSerdes;
import org.wiretally.schemas.Origin;
import org.wiretally.schemas.SourceKind;
import org.wiretally.schemas.SourceRecord;
import org.wiretally.schemas.Topic;
import org.wiretally.schemas.Topics;
import org.wiretally.sources.Reliability;
import org.wiretally.sources.Source;
import org.wiretally.sources.TrackRecord;
import org.wiretally.topology.SourceCodec;

/** The records of the sources as the topic has them, those of all desks together. */
final class SourceRecords {
  /** So many of the publishers of one origin are named. */
  private static final int NAMED = 4;

  private final Reliability reliability = Reliability.load();
  private final Map<Source, TrackRecord> records = new TreeMap<>();
  private @Nullable YearMonth newest;

  private SourceRecords() {}

  static SourceRecords read(Cluster cluster, AvroSerdes serdes, Topics topics) {
    Map<String, SourceRecord> rows = new TreeMap<>();
    try (TopicReader<SourceRecord> reader =
        new TopicReader<>(cluster.bootstrap(), serdes, topics, Topic.SOURCES, SourceRecord.class)) {
      reader.readAll(
          record -> {
            if (record.value() == null) {
              rows.remove(record.key());
            } else {
              rows.put(record.key(), record.value());
            }
          });
    }
    SourceRecords read = new SourceRecords();
    rows.values().stream()
        .filter(row -> row.getKind() != SourceKind.UNKNOWN)
        .forEach(row -> read.add(SourceCodec.source(row), SourceCodec.read(row)));
    return read;
  }

  private void add(Source source, TrackRecord ofOneDesk) {
    records.merge(source, ofOneDesk, TrackRecord::plus);
    YearMonth last = ofOneDesk.last();
    if (last != null && (newest == null || last.isAfter(newest))) {
      newest = last;
    }
  }

  Map<Source, TrackRecord> all() {
    return records;
  }

  /** The month of the latest case of all, up to which records are read; null without one. */
  @Nullable YearMonth newest() {
    return newest;
  }

  /** The record's rate as of the newest month of all. */
  double rate(TrackRecord record) {
    return newest == null ? reliability.neutral() : reliability.rate(record, newest);
  }

  /** The records of those behind an origin, in words; empty where none has one. */
  String of(Origin origin) {
    List<Source> behind = new ArrayList<>();
    Source claimant = org.wiretally.consensus.Origin.claimantOf(origin.getId());
    if (claimant != null) {
      behind.add(claimant);
    }
    origin.getPublishers().forEach(name -> behind.add(new Source(Source.Kind.PUBLISHER, name)));
    List<String> words = new ArrayList<>();
    for (Source source : behind) {
      TrackRecord record = records.get(source);
      if (record != null && record.cases() > 0) {
        words.add(
            String.format(
                Locale.ROOT,
                "%s %d of %d (rate %.2f)",
                source.name(),
                record.agreed(),
                record.cases(),
                rate(record)));
      }
    }
    int more = words.size() - NAMED - 1;
    return more > 0
        ? String.join(", ", words.subList(0, NAMED + 1)) + " and " + more + " more"
        : String.join(", ", words);
  }
}
