package org.wiretally.state;

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
}
