package org.wiretally.topology;

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
  private static final StringSerializer KEYS = new StringSerializer();

  private final KeyValueStore<String, V> store;
  private String prefix = "";

  StoreTable(KeyValueStore<String, V> store) {
    this.store = store;
  }

  void select(String desk) {
    prefix = desk + SEPARATOR;
  }

  @Override
  public @Nullable V get(String key) {
    return store.get(prefix + key);
  }

  @Override
  public void put(String key, V value) {
    store.put(prefix + key, value);
  }

  @Override
  public void delete(String key) {
    store.delete(prefix + key);
  }

  @Override
  public void scan(String keyPrefix, BiConsumer<String, V> visitor) {
    try (KeyValueIterator<String, V> entries = store.prefixScan(prefix + keyPrefix, KEYS)) {
      while (entries.hasNext()) {
        KeyValue<String, V> entry = entries.next();
        visitor.accept(entry.key.substring(prefix.length()), entry.value);
      }
    }
  }
}
