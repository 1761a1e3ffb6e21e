package org.wiretally.state;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Table} on the heap, for offline use and tests. A look-up is by hash and costs the same
 * whatever is kept; the order of the keys is kept from the first scan on, by tables that are
 * scanned.
 */
public final class InMemoryTable<V> implements Table<V> {
  private final Map<String, V> entries = new HashMap<>();
  private @Nullable NavigableMap<String, V> sorted;

  @Override
  public @Nullable V get(String key) {
    return entries.get(key);
  }

  @Override
  public void put(String key, V value) {
    entries.put(key, value);
    if (sorted != null) {
      sorted.put(key, value);
    }
  }

  @Override
  public void delete(String key) {
    entries.remove(key);
    if (sorted != null) {
      sorted.remove(key);
    }
  }

  @Override
  public void scan(String prefix, BiConsumer<String, V> visitor) {
    visit(sorted().tailMap(prefix, true), prefix, Integer.MAX_VALUE, visitor);
  }

  @Override
  public void scanAfter(String prefix, String after, int limit, BiConsumer<String, V> visitor) {
    visit(sorted().tailMap(after, false), prefix, limit, visitor);
  }

  @Override
  public void scanBefore(String prefix, String before, int limit, BiConsumer<String, V> visitor) {
    visit(sorted().headMap(before, false).descendingMap(), prefix, limit, visitor);
  }

  private NavigableMap<String, V> sorted() {
    if (sorted == null) {
      sorted = new TreeMap<>(entries);
    }
    return sorted;
  }

  private static <V> void visit(
      NavigableMap<String, V> from, String prefix, int limit, BiConsumer<String, V> visitor) {
    int left = limit;
    for (Map.Entry<String, V> entry : from.entrySet()) {
      if (left-- <= 0 || !entry.getKey().startsWith(prefix)) {
        return;
      }
      visitor.accept(entry.getKey(), entry.getValue());
    }
  }

  public int size() {
    return entries.size();
  }
}
