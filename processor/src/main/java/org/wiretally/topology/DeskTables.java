package org.wiretally.topology;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.wiretally.consensus.EvidenceTables;
import org.wiretally.dedup.CopyTables;
import org.wiretally.story.StoryTables;

/** The stores of the desks as the decisions see them: of the selected desk alone. */
final class DeskTables {
  /** Some 50 MB at the most: an article is compared with dozens that the stories' index names. */
  private static final int RECENT_ARTICLES = 8_192;

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
    return opened(new StoreTable<>(context.getStateStore(store)));
  }

  /** A table that only its caller writes to, and that keeps so many values at hand. */
  <V> StoreTable<V> recent(String store, int values) {
    return opened(new StoreTable<>(context.getStateStore(store), values));
  }

  private <V> StoreTable<V> opened(StoreTable<V> table) {
    opened.add(table);
    return table;
  }

  CopyTables copies() {
    return new CopyTables(
        table(Stores.COPY_MEMBERS), table(Stores.COPY_BUCKETS), table(Stores.COPY_CHILDREN));
  }

  EvidenceTables evidence() {
    return new EvidenceTables(table(Stores.CLAIMS), table(Stores.CARRIERS), table(Stores.TELLINGS));
  }

  StoryTables stories() {
    return new StoryTables(
        recent(Stores.STORY_ARTICLES, RECENT_ARTICLES),
        table(Stores.STORY_POSTINGS),
        table(Stores.STORY_CHILDREN),
        table(Stores.STORY_COPIES),
        table(Stores.STORY_MEMBERS),
        table(Stores.STORY_TREES));
  }
}
