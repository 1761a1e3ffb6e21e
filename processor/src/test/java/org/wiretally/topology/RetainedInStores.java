package org.wiretally.topology;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;
import java.util.function.Supplier;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.StoreBuilder;
import org.wiretally.dedup.RetainedCopies;
import org.wiretally.state.RetainedCost;
import org.wiretally.story.RetainedStories;

/**
 * What an article costs with so many retained, in the state stores that the processor has: bytes
 * are written and read, but for the changelog; run by hand, docs/stories.md says how and what it
 * gave.
 */
final class RetainedInStores {
  private RetainedInStores() {}

  /**
   * Measures.
   *
   * @param args {@code copies} or {@code stories}; the largest size, none for all sizes
   */
  public static void main(String[] args) {
    Supplier<RetainedCost.Filled> empty =
        args[0].equals("copies")
            ? () -> new RetainedCopies(opened().copies())
            : () -> new RetainedStories(opened().stories());
    RetainedCost.print(Arrays.copyOfRange(args, 1, args.length), empty);
  }

  private static DeskTables opened() {
    try {
      Path folder = Files.createTempDirectory("retained");
      Properties properties = new Properties();
      properties.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, StoreMemory.class);
      MockProcessorContext<Void, Void> context =
          new MockProcessorContext<>(properties, new TaskId(0, 0), folder.toFile());
      for (StoreBuilder<?> store : Stores.all()) {
        var built = store.withLoggingDisabled().build();
        built.init(context.getStateStoreContext(), built);
      }
      DeskTables tables = new DeskTables(context);
      tables.select("world");
      return tables;
    } catch (IOException e) {
      throw new IllegalStateException("no folder for the stores", e);
    }
  }
}
