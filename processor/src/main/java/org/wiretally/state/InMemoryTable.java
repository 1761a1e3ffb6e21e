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

  @Override
  public void scanAfter(String prefix, String after, int limit, BiConsumer<String, V> visitor) {
    visit(entries.tailMap(after, false), prefix, limit, visitor);
  }

  @Override
  public void scanBefore(String prefix, String before, int limit, BiConsumer<String, V> visitor) {
    visit(entries.headMap(before, false).descendingMap(), prefix, limit, visitor);
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
