package org.wiretally.dedup;

import org.wiretally.state.Table;

/**
 * What the index keeps, all of one desk.
 *
 * @param members by article id
 * @param buckets by index key
 * @param crowds the entries of those buckets that outgrew their record, by index key and position
 * @param children by the original's id and the copy's
 */
public record CopyTables(
    Table<KeptCopy> members,
    Table<Bucket> buckets,
    Table<Position> crowds,
    Table<String> children) {}
