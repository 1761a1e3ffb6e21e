package org.wiretally.dedup;

import org.wiretally.state.InMemoryTable;
import org.wiretally.state.Table;

/**
 * What the index keeps, all of one desk.
 *
 * @param members by article id
 * @param buckets rows of {@link org.wiretally.state.Buckets}, by index key
 * @param children by the original's id and the copy's
 */
public record CopyTables(Table<KeptCopy> members, Table<String> buckets, Table<String> children) {
  /** Empty tables on the heap. */
  public static CopyTables inMemory() {
    return new CopyTables(new InMemoryTable<>(), new InMemoryTable<>(), new InMemoryTable<>());
  }
}
