package org.wiretally.sources;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.wiretally.sources.Outcomes.Case;
import org.wiretally.state.Table;

/**
 * The records of all sources. When an answer changes, what it said of its sources is taken back and
 * what it says of them counted, so that the records are a function of the answers that stand,
 * whatever stood on the way. The cost is a look-up for each source of the two; nothing is scanned.
 * Not thread-safe.
 */
public final class TrackRecords {
  private final Table<TrackRecord> table;

  public TrackRecords(Table<TrackRecord> table) {
    this.table = table;
  }

  /** The source's record, empty where nothing is known of it. */
  public TrackRecord get(Source source) {
    TrackRecord kept = table.get(source.key());
    return kept == null ? TrackRecord.EMPTY : kept;
  }

  /**
   * Puts the outcomes of an answer in the place of those that it had.
   *
   * @param before null where the answer said nothing of anyone
   * @param after null where it says nothing of anyone
   * @param oldest months before it are forgotten: they neither count nor are taken back. It must
   *     never go back, else a case could be taken back that was never counted
   * @return the sources whose record is another one, sorted
   */
  public Set<Source> replace(
      @Nullable Outcomes before, @Nullable Outcomes after, YearMonth oldest) {
    Map<Source, TrackRecord> records = new HashMap<>();
    if (before != null && !before.month().isBefore(oldest)) {
      for (Case was : casesMissingFrom(after, before)) {
        records.put(
            was.source(), get(was.source()).without(before.month(), was.outcome()).since(oldest));
      }
    }
    if (after != null && !after.month().isBefore(oldest)) {
      for (Case is : casesMissingFrom(before, after)) {
        TrackRecord record = records.getOrDefault(is.source(), get(is.source()));
        records.put(is.source(), record.with(after.month(), is.outcome()).since(oldest));
      }
    }
    Set<Source> changed = new TreeSet<>();
    records.forEach(
        (source, record) -> {
          changed.add(source);
          if (record.isEmpty()) {
            table.delete(source.key());
          } else {
            table.put(source.key(), record);
          }
        });
    return changed;
  }

  /** The cases of the one that the other has not, or has in another month. */
  private static List<Case> casesMissingFrom(@Nullable Outcomes other, Outcomes one) {
    if (other == null || !other.month().equals(one.month())) {
      return one.cases();
    }
    Set<Case> theirs = new HashSet<>(other.cases());
    return one.cases().stream().filter(c -> !theirs.contains(c)).toList();
  }
}
