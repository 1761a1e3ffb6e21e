package org.wiretally.topology;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.wiretally.state.Table;

/**
 * One desk's part of a state store as a {@link Table}. Keys are prefixed with the desk, so that
 * what a decision sees does not depend on which other desks share its partition. The desk is set
 * before each decision; used by the task's thread alone.
 */
final class StoreTable<V> implements Table<V> {
  private static final char SEPARATOR = '\u0001';

  /** The smallest and the largest that can follow a key's prefix in the order of UTF-8. */
  private static final String FIRST = "\u0000";

  private static final String LAST = "\uDBFF\uDFFF";
  private static final StringSerializer KEYS = new StringSerializer();

  private final KeyValueStore<String, V> store;
  private final Map<String, V> recent;
  private String prefix = "";

  StoreTable(KeyValueStore<String, V> store) {
    this(store, 0);
  }

  /**
   * A table that keeps the values used last, which saves reading their bytes. Only where nothing
   * else writes to the store.
   *
   * @param remembered how many values, 0 for none
   */
  StoreTable(KeyValueStore<String, V> store, int remembered) {
    this.store = store;
    this.recent =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
            return size() > remembered;
          }
        };
  }

  void select(String desk) {
    prefix = desk + SEPARATOR;
  }

  @Override
  public @Nullable V get(String key) {
    String full = prefix + key;
    V value = recent.get(full);
    if (value == null) {
      value = store.get(full);
      if (value != null) {
        recent.put(full, value);
      }
    }
    return value;
  }

  @Override
  public void put(String key, V value) {
    store.put(prefix + key, value);
    recent.put(prefix + key, value);
  }

  @Override
  public void delete(String key) {
    store.delete(prefix + key);
    recent.remove(prefix + key);
  }

  @Override
  public void scan(String keyPrefix, BiConsumer<String, V> visitor) {
    visit(store.prefixScan(prefix + keyPrefix, KEYS), Integer.MAX_VALUE, visitor);
  }

  @Override
  public void scanAfter(String keyPrefix, String after, int limit, BiConsumer<String, V> visitor) {
    visit(store.range(prefix + after + FIRST, prefix + keyPrefix + LAST), limit, visitor);
  }

  @Override
  public void scanBefore(
      String keyPrefix, String before, int limit, BiConsumer<String, V> visitor) {
    String excluded = prefix + before;
    int left = limit;
    try (KeyValueIterator<String, V> entries = store.reverseRange(prefix + keyPrefix, excluded)) {
      while (left > 0 && entries.hasNext()) {
        KeyValue<String, V> entry = entries.next();
        if (!entry.key.equals(excluded)) {
          left--;
          visitor.accept(entry.key.substring(prefix.length()), entry.value);
        }
      }
    }
  }

  private void visit(KeyValueIterator<String, V> opened, int limit, BiConsumer<String, V> visitor) {
    try (KeyValueIterator<String, V> entries = opened) {
      for (int left = limit; left > 0 && entries.hasNext(); left--) {
        KeyValue<String, V> entry = entries.next();
        visitor.accept(entry.key.substring(prefix.length()), entry.value);
      }
    }
  }
}
