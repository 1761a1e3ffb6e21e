package org.wiretally.state;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Kept values by key: what the decisions see of a state store. Values are immutable records; a
 * change is a new value put. Used by one thread.
 *
 * @param <V> the kept record
 */
public interface Table<V> {
  @Nullable V get(String key);

  void put(String key, V value);

  /** Removes the key's value; does nothing where there is none. */
  void delete(String key);

  /**
   * Visits every entry whose key starts with the prefix, in rising order of the keys' UTF-8 bytes.
   * The visitor must not change the table.
   */
  void scan(String prefix, BiConsumer<String, V> visitor);

  /**
   * Visits the first entries of {@link #scan} whose keys come after the given one.
   *
   * @param after a key that starts with the prefix; itself not visited
   * @param limit the most entries to visit
   */
  default void scanAfter(String prefix, String after, int limit, BiConsumer<String, V> visitor) {
    int[] visited = {0};
    scan(
        prefix,
        (key, value) -> {
          if (visited[0] < limit && key.compareTo(after) > 0) {
            visited[0]++;
            visitor.accept(key, value);
          }
        });
  }

  /**
   * Visits, in falling order of the keys, the last entries of {@link #scan} whose keys come before
   * the given one.
   *
   * @param before a key that starts with the prefix; itself not visited
   * @param limit the most entries to visit
   */
  default void scanBefore(String prefix, String before, int limit, BiConsumer<String, V> visitor) {
    Deque<Map.Entry<String, V>> last = new ArrayDeque<>();
    scan(
        prefix,
        (key, value) -> {
          if (key.compareTo(before) < 0) {
            last.addFirst(Map.entry(key, value));
            if (last.size() > limit) {
              last.removeLast();
            }
          }
        });
    last.forEach(entry -> visitor.accept(entry.getKey(), entry.getValue()));
  }
}
