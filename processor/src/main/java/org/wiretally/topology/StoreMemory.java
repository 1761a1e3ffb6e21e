package org.wiretally.topology;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.WriteBufferManager;

/**
 * Bounds the memory outside the heap that the state stores of one process use, however many tasks
 * it has: they share one cache, which their indexes, filters and unwritten rows are counted into.
 * By itself each store of each task would take up to 98 MB, and a task has some twenty.
 *
 * <p>After "Memory Management, RocksDB" of the Kafka Streams developer guide. Thread-safe.
 */
public final class StoreMemory implements RocksDBConfigSetter {
  /** Bytes for all stores together. */
  static final long BOUND = 512L << 20;

  /** Of these so many at most for rows that are not written to disk yet. */
  private static final long UNWRITTEN = BOUND / 4;

  /** Decides by its hash which of 2 to the power of so many parts of the cache a block is in. */
  private static final int SHARD_BITS = 4;

  /** For indexes and filters, which are read more often than any row. */
  private static final double HIGH_PRIORITY = 0.2;

  private static final Cache CACHE = new LRUCache(BOUND, SHARD_BITS, false, HIGH_PRIORITY);
  private static final WriteBufferManager BUFFERS = new WriteBufferManager(UNWRITTEN, CACHE);

  @Override
  public void setConfig(String store, Options options, Map<String, Object> configs) {
    BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
    table.setBlockCache(CACHE);
    table.setCacheIndexAndFilterBlocks(true);
    table.setCacheIndexAndFilterBlocksWithHighPriority(true);
    options.setTableFormatConfig(table);
    options.setWriteBufferManager(BUFFERS);
  }

  /** Bytes in use by all stores. */
  static long inUse() {
    return CACHE.getUsage();
  }

  /** The cache is shared, and outlives every store. */
  @Override
  public void close(String store, Options options) {}
}
