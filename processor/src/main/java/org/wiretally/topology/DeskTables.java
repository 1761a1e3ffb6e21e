package org.wiretally.topology;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.wiretally.consensus.EvidenceTables;
import org.wiretally.dedup.CopyTables;
import org.wiretally.story.StoryTables;

/** The stores of the desks as the decisions see them: of the selected desk alone. */
final class DeskTables {
  private final ProcessorContext<?, ?> context;
  private final List<StoreTable<?>> opened = new ArrayList<>();

  DeskTables(ProcessorContext<?, ?> context) {
    this.context = context;
  }

  /** Every table shows this desk from now on. */
  void select(String desk) {
    opened.forEach(table -> table.select(desk));
  }

  <V> StoreTable<V> table(String store) {
    StoreTable<V> table = new StoreTable<>(context.getStateStore(store));
    opened.add(table);
    return table;
  }

  CopyTables copies() {
    return new CopyTables(
        table(Stores.COPY_MEMBERS),
        table(Stores.COPY_BUCKETS),
        table(Stores.COPY_CROWDS),
        table(Stores.COPY_CHILDREN));
  }

  EvidenceTables evidence() {
    return new EvidenceTables(table(Stores.CLAIMS), table(Stores.CARRIERS), table(Stores.TELLINGS));
  }

  StoryTables stories() {
    return new StoryTables(
        table(Stores.STORY_ARTICLES),
        table(Stores.STORY_POSTINGS),
        table(Stores.STORY_CHILDREN),
        table(Stores.STORY_COPIES),
        table(Stores.STORY_MEMBERS));
  }
}
