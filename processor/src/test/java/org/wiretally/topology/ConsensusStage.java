package org.wiretally.topology;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.NullUnmarked;
import org.wiretally.consensus.ArticleClaims;
import org.wiretally.consensus.Cause;
import org.wiretally.consensus.ConsensusFold;
import org.wiretally.consensus.EvidenceIndex;
import org.wiretally.consensus.Profile;
import org.wiretally.consensus.Telling;
import org.wiretally.figures.Figure;
import org.wiretally.sources.TrackRecord;

/** The consensus stage alone, on stores in memory, with the evidence that a test puts there. */
@NullUnmarked // a null here fails the test, as it should
final class ConsensusStage {
  static final String DESK = "world";
  private static final ConsensusFold FOLD = new ConsensusFold(Profile.DEFAULT);
  private static final Instant NOW = Instant.parse("2024-03-01T09:00:00Z");

  private final MockProcessorContext<String, ConsensusOutput> context =
      new MockProcessorContext<>();
  private final ConsensusProcessor processor;
  private final StoreTable<EventClock> clocks;
  private final StoreTable<TrackRecord> records;
  final EvidenceIndex evidence;

  /**
   * The stage.
   *
   * @param retention how long a story stays open without news, in event time
   */
  ConsensusStage(Duration retention) {
    store(Stores.CLAIMS, ArticleClaims.class);
    store(Stores.CARRIERS, String.class);
    store(Stores.TELLINGS, Telling.class);
    store(Stores.DESK_CLOCK, EventClock.class);
    store(Stores.TALLIES, Tally.class);
    store(Stores.SOURCES, TrackRecord.class);
    context.setCurrentSystemTimeMs(NOW.toEpochMilli());
    processor = new ConsensusProcessor(FOLD, retention);
    processor.init(context);
    DeskTables tables = new DeskTables(context);
    evidence = new EvidenceIndex(tables.evidence());
    clocks = tables.table(Stores.DESK_CLOCK);
    records = tables.table(Stores.SOURCES);
    tables.select(DESK);
  }

  /** The desk has seen an article of this time. */
  void at(Instant newest) {
    clocks.put(EventClock.KEY, EventClock.startingAt(newest));
  }

  /** What the stage says of a story of which these figures have other evidence. */
  List<Record<String, ConsensusOutput>> touch(String story, Set<Figure> figures, Cause cause) {
    return process(new DeskOutput.Touched(DESK, story, "Blast", figures, cause, false));
  }

  /** What the stage says of a story that is over. */
  List<Record<String, ConsensusOutput>> close(String story) {
    return process(new DeskOutput.Touched(DESK, story, "", Set.of(), Cause.ARRIVED, true));
  }

  /** The records as they are kept, by the source's key. */
  Map<String, TrackRecord> records() {
    Map<String, TrackRecord> kept = new TreeMap<>();
    records.scan("", kept::put);
    return kept;
  }

  private List<Record<String, ConsensusOutput>> process(DeskOutput.Touched touched) {
    context.resetForwards();
    processor.process(new Record<>(touched.storyId(), touched, NOW.toEpochMilli()));
    List<Record<String, ConsensusOutput>> said = new ArrayList<>();
    context
        .forwarded()
        .forEach(
            forward -> {
              Record<? extends String, ? extends ConsensusOutput> record = forward.record();
              said.add(new Record<>(record.key(), record.value(), record.timestamp()));
            });
    return said;
  }

  private <V> void store(String name, Class<V> type) {
    KeyValueStore<String, V> store =
        org.apache.kafka.streams.state.Stores.keyValueStoreBuilder(
                org.apache.kafka.streams.state.Stores.inMemoryKeyValueStore(name),
                Serdes.String(),
                Cbor.serde(type))
            .withLoggingDisabled()
            .build();
    store.init(context.getStateStoreContext(), store);
    context.addStateStore(store);
  }
}
