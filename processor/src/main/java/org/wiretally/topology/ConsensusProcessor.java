package org.wiretally.topology;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
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
import org.wiretally.consensus.Folded;
import org.wiretally.consensus.Shown;
import org.wiretally.figures.Claim;
import org.wiretally.figures.Figure;
import org.wiretally.schemas.ConsensusUpdate;
import org.wiretally.sources.Outcomes;
import org.wiretally.sources.Reliability;
import org.wiretally.sources.Source;
import org.wiretally.sources.TrackRecord;
import org.wiretally.sources.TrackRecords;
import org.wiretally.topology.ConsensusOutput.Published;
import org.wiretally.topology.ConsensusOutput.SourceRow;

/**
 * Folds the touched figures of a story and publishes what a reader would see differently: answers,
 * and the records of the sources that they speak of.
 */
final class ConsensusProcessor
    extends ContextualProcessor<String, DeskOutput.Touched, String, ConsensusOutput> {
  /** The digest of an answer that there is none of. */
  private static final String NOTHING = "";

  /** Of the sources' records, whose bytes are then not read again: some 2 MB at the most. */
  private static final int RECENT_RECORDS = 1_024;

  /** Before the time of any article. */
  private static final YearMonth NOTHING_FORGOTTEN = YearMonth.of(Year.MIN_VALUE, 1);

  private final ConsensusFold fold;
  private final Duration retention;
  private final int keptMonths = Reliability.load().keptMonths();
  private final ChangeReader changes = new ChangeReader();
  private @Nullable DeskTables tables;
  private @Nullable EvidenceIndex evidence;
  private @Nullable StoreTable<Tally> tallies;
  private @Nullable StoreTable<EventClock> clocks;
  private @Nullable TrackRecords records;

  /**
   * The stage.
   *
   * @param retention how long a story stays open without news, in event time
   */
  ConsensusProcessor(ConsensusFold fold, Duration retention) {
    this.fold = fold;
    this.retention = retention;
  }

  @Override
  public void init(ProcessorContext<String, ConsensusOutput> context) {
    super.init(context);
    tables = new DeskTables(context);
    evidence = new EvidenceIndex(tables.evidence());
    tallies = tables.table(Stores.TALLIES);
    clocks = tables.table(Stores.DESK_CLOCK);
    records = new TrackRecords(tables.recent(Stores.SOURCES, RECENT_RECORDS));
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
    Folded folded = fold.fold(Stores.opened(evidence), touched.storyId(), figures);
    Map<String, Consensus> present = new TreeMap<>();
    Map<String, Outcomes> outcomes = new TreeMap<>();
    for (Consensus consensus : folded.answers()) {
      String key = prefix(touched, consensus.figure()) + consensus.group() + "/" + consensus.unit();
      present.put(key, consensus);
      Outcomes ofWhole = folded.outcomes().get(consensus.figure());
      if (ofWhole != null && consensus.group().equals(Claim.ALL)) {
        outcomes.put(key, ofWhole);
      }
    }
    Map<String, Tally> before = new TreeMap<>();
    for (Figure figure : figures) {
      Stores.opened(tallies).scan(prefix(touched, figure), before::put);
    }
    TreeSet<String> keys = new TreeSet<>(present.keySet());
    keys.addAll(before.keySet());
    Set<Source> changed = new TreeSet<>();
    for (String key : keys) {
      Tally tally = before.get(key);
      Outcomes stood = outcomes.get(key);
      publish(record, key, tally, present.get(key), stood);
      changed.addAll(count(tally == null ? null : tally.outcomes(), stood));
    }
    changed.forEach(source -> publish(record, source));
  }

  private Set<Source> count(@Nullable Outcomes before, @Nullable Outcomes after) {
    return Objects.equals(before, after)
        ? Set.of()
        : Stores.opened(records).replace(before, after, oldestMonth());
  }

  /**
   * Cases are kept for so many months, and as long as their stories are open where that is longer:
   * a replay closes none, and forgets no case.
   */
  private YearMonth oldestMonth() {
    EventClock clock = Stores.opened(clocks).get(EventClock.KEY);
    if (clock == null) {
      return NOTHING_FORGOTTEN;
    }
    YearMonth oldest = month(clock.newest()).minusMonths(keptMonths - 1L);
    YearMonth open = month(clock.newest().minus(retention));
    return open.isBefore(oldest) ? open : oldest;
  }

  private static YearMonth month(Instant time) {
    return YearMonth.from(time.atZone(ZoneOffset.UTC));
  }

  private void publish(Record<String, DeskOutput.Touched> record, Source source) {
    String desk = record.value().desk();
    TrackRecord present = Stores.opened(records).get(source);
    context()
        .forward(
            record
                .withKey(SourceCodec.key(desk, source))
                .withValue(
                    new SourceRow(
                        present.isEmpty()
                            ? null
                            : SourceCodec.write(desk, source, present, now()))));
  }

  private Instant now() {
    return Instant.ofEpochMilli(context().currentSystemTimeMs());
  }

  private static String prefix(DeskOutput.Touched touched, Figure figure) {
    return touched.storyId() + "/" + figure + "/";
  }

  /**
   * Removes the story's keys from the compacted topic; the history keeps what was said. Its sources
   * keep their cases, which nothing takes back from now on.
   */
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
      @Nullable Consensus present,
      @Nullable Outcomes outcomes) {
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
          new Tally(now, announced, update, digest, label, revision, outcomes),
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
          new Tally(
              announced, tally.before(), tally.change(), digest, label, tally.revision(), outcomes),
          present,
          Published::refreshed);
    } else if (tally != null && !Objects.equals(tally.outcomes(), outcomes)) {
      Stores.opened(tallies).put(key, tally.with(outcomes));
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
        ConsensusCodec.write(touched.desk(), touched.storyId(), tally, present, now());
    context().forward(record.withKey(key).withValue(as.apply(update)));
    Stores.opened(tallies).put(key, tally);
  }
}
