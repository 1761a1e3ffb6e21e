package org.wiretally.topology;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.wiretally.consensus.Change;
import org.wiretally.consensus.ChangeReader;
import org.wiretally.consensus.Consensus;
import org.wiretally.consensus.ConsensusFold;
import org.wiretally.consensus.LiveClaim;
import org.wiretally.schemas.ConsensusUpdate;

/** Folds a story's live claims and publishes what a reader would see differently. */
final class ConsensusProcessor
    extends ContextualProcessor<String, DeskOutput.Touched, String, Published> {
  private final ConsensusFold fold;
  private final ChangeReader changes = new ChangeReader();
  private @Nullable DeskTables tables;
  private @Nullable StoreTable<KeptClaims> claims;
  private @Nullable StoreTable<Tally> tallies;

  ConsensusProcessor(ConsensusFold fold) {
    this.fold = fold;
  }

  @Override
  public void init(ProcessorContext<String, Published> context) {
    super.init(context);
    tables = new DeskTables(context);
    claims = tables.table(Stores.CLAIMS);
    tallies = tables.table(Stores.TALLIES);
  }

  @Override
  public void process(Record<String, DeskOutput.Touched> record) {
    DeskOutput.Touched touched = record.value();
    Stores.opened(tables).select(touched.desk());
    String prefix = touched.storyId() + "/";
    if (touched.closed()) {
      close(record, prefix);
      return;
    }
    Map<String, Consensus> present = present(prefix);
    Map<String, Tally> before = new TreeMap<>();
    Stores.opened(tallies).scan(prefix, before::put);
    TreeSet<String> keys = new TreeSet<>(present.keySet());
    keys.addAll(before.keySet());
    for (String key : keys) {
      publish(record, key, before.get(key), present.get(key));
    }
  }

  /** Removes the story's keys from the compacted topic; the history keeps what was said. */
  private void close(Record<String, DeskOutput.Touched> record, String prefix) {
    Map<String, Tally> open = new TreeMap<>();
    Stores.opened(tallies).scan(prefix, open::put);
    for (String key : open.keySet()) {
      context().forward(record.withKey(key).withValue(new Published(null, false)));
      Stores.opened(tallies).delete(key);
    }
  }

  private Map<String, Consensus> present(String prefix) {
    List<LiveClaim> live = new ArrayList<>();
    Stores.opened(claims).scan(prefix, (key, article) -> article.live().forEach(live::add));
    Map<String, Consensus> present = new TreeMap<>();
    for (Consensus consensus : fold.fold(live)) {
      present.put(
          prefix + consensus.figure() + "/" + consensus.group() + "/" + consensus.unit(),
          consensus);
    }
    return present;
  }

  private void publish(
      Record<String, DeskOutput.Touched> record,
      String key,
      @Nullable Tally tally,
      @Nullable Consensus present) {
    DeskOutput.Touched touched = record.value();
    Consensus announced = tally == null ? null : tally.announced();
    Change change = changes.read(announced, present, touched.cause());
    String label = touched.label();
    if (change instanceof Change.Update update) {
      int revision = tally == null ? 1 : tally.revision() + 1;
      emit(record, key, new Tally(present, present, announced, update, label, revision), true);
    } else if (tally != null && !Objects.equals(tally.present(), present)) {
      // The compacted topic shows what stands, so that its end does not depend on the order in
      // which articles came; but nobody is told of an update.
      emit(
          record,
          key,
          new Tally(announced, present, tally.before(), tally.change(), label, tally.revision()),
          false);
    }
  }

  private void emit(
      Record<String, DeskOutput.Touched> record, String key, Tally tally, boolean announced) {
    DeskOutput.Touched touched = record.value();
    ConsensusUpdate update =
        ConsensusCodec.write(
            touched.desk(),
            touched.storyId(),
            tally,
            Instant.ofEpochMilli(context().currentSystemTimeMs()));
    context().forward(record.withKey(key).withValue(new Published(update, announced)));
    Stores.opened(tallies).put(key, tally);
  }
}
