package org.wiretally.state;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A {@link Table} on the heap, for offline use and tests. */
public final class InMemoryTable<V> implements Table<V> {
  private final NavigableMap<String, V> entries = new TreeMap<>();

  @Override
  public @Nullable V get(String key) {
    return entries.get(key);
  }

  @Override
  public void put(String key, V value) {
    entries.put(key, value);
  }

  @Override
  public void delete(String key) {
    entries.remove(key);
  }

  @Override
  public void scan(String prefix, BiConsumer<String, V> visitor) {
    for (Map.Entry<String, V> entry : entries.tailMap(prefix, true).entrySet()) {
      if (!entry.getKey().startsWith(prefix)) {
        return;
      }
      visitor.accept(entry.getKey(), entry.getValue());
    }
  }

  public int size() {
    return entries.size();
  }
}
