package org.wiretally.topology;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.wiretally.consensus.Cause;
import org.wiretally.consensus.Change;
import org.wiretally.consensus.ChangeReader;
import org.wiretally.consensus.Consensus;
import org.wiretally.consensus.ConsensusFold;
import org.wiretally.consensus.EvidenceIndex;
import org.wiretally.consensus.Shown;
import org.wiretally.figures.Figure;
import org.wiretally.schemas.ConsensusUpdate;

/** Folds the touched figures of a story and publishes what a reader would see differently. */
final class ConsensusProcessor
    extends ContextualProcessor<String, DeskOutput.Touched, String, Published> {
  /** The digest of an answer that there is none of. */
  private static final String NOTHING = "";

  private final ConsensusFold fold;
  private final ChangeReader changes = new ChangeReader();
  private @Nullable DeskTables tables;
  private @Nullable EvidenceIndex evidence;
  private @Nullable StoreTable<Tally> tallies;

  ConsensusProcessor(ConsensusFold fold) {
    this.fold = fold;
  }

  @Override
  public void init(ProcessorContext<String, Published> context) {
    super.init(context);
    tables = new DeskTables(context);
    evidence = new EvidenceIndex(tables.evidence());
    tallies = tables.table(Stores.TALLIES);
  }

  @Override
  public void process(Record<String, DeskOutput.Touched> record) {
    DeskOutput.Touched touched = record.value();
    Stores.opened(tables).select(touched.desk());
    if (touched.closed()) {
      close(record);
      return;
    }
    Set<Figure> figures = ConsensusFold.affected(touched.figures());
    Map<String, Consensus> present = new TreeMap<>();
    for (Consensus consensus : fold.fold(Stores.opened(evidence), touched.storyId(), figures)) {
      present.put(
          prefix(touched, consensus.figure()) + consensus.group() + "/" + consensus.unit(),
          consensus);
    }
    Map<String, Tally> before = new TreeMap<>();
    for (Figure figure : figures) {
      Stores.opened(tallies).scan(prefix(touched, figure), before::put);
    }
    TreeSet<String> keys = new TreeSet<>(present.keySet());
    keys.addAll(before.keySet());
    for (String key : keys) {
      publish(record, key, before.get(key), present.get(key));
    }
  }

  private static String prefix(DeskOutput.Touched touched, Figure figure) {
    return touched.storyId() + "/" + figure + "/";
  }

  /** Removes the story's keys from the compacted topic; the history keeps what was said. */
  private void close(Record<String, DeskOutput.Touched> record) {
    Map<String, Tally> open = new TreeMap<>();
    Stores.opened(tallies).scan(record.value().storyId() + "/", open::put);
    for (String key : open.keySet()) {
      context().forward(record.withKey(key).withValue(Published.removal()));
      Stores.opened(tallies).delete(key);
    }
  }

  private void publish(
      Record<String, DeskOutput.Touched> record,
      String key,
      @Nullable Tally tally,
      @Nullable Consensus present) {
    DeskOutput.Touched touched = record.value();
    Shown announced = tally == null ? null : tally.announced();
    Change change = changes.read(announced, present, touched.cause());
    String digest = digest(present);
    String label = touched.label();
    if (change instanceof Change.Update update) {
      int revision = tally == null ? 1 : tally.revision() + 1;
      Shown now = present == null ? null : Shown.of(present);
      emit(
          record,
          key,
          new Tally(now, announced, update, digest, label, revision),
          present,
          Published::update);
      if (present == null && touched.cause() == Cause.MERGED) {
        // The other story answers from now on; docs/consensus.md says why no row is left behind.
        context().forward(record.withKey(key).withValue(Published.removal()));
      }
    } else if (tally != null && !tally.present().equals(digest)) {
      // The compacted topic shows what stands, so that its end does not depend on the order in
      // which articles came; but nobody is told of an update.
      emit(
          record,
          key,
          new Tally(announced, tally.before(), tally.change(), digest, label, tally.revision()),
          present,
          Published::refreshed);
    }
  }

  private static String digest(@Nullable Consensus present) {
    return present == null
        ? NOTHING
        : UUID.nameUUIDFromBytes(present.toString().getBytes(StandardCharsets.UTF_8)).toString();
  }

  private void emit(
      Record<String, DeskOutput.Touched> record,
      String key,
      Tally tally,
      @Nullable Consensus present,
      Function<ConsensusUpdate, Published> as) {
    DeskOutput.Touched touched = record.value();
    ConsensusUpdate update =
        ConsensusCodec.write(
            touched.desk(),
            touched.storyId(),
            tally,
            present,
            Instant.ofEpochMilli(context().currentSystemTimeMs()));
    context().forward(record.withKey(key).withValue(as.apply(update)));
    Stores.opened(tallies).put(key, tally);
  }
}
