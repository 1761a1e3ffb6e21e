package org.wiretally.topology;

import java.nio.file.Path;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.wiretally.schemas.Topics;

/** A topology, driven without a broker. */
final class Drivers {
  private Drivers() {}

  /**
   * A driver with the settings that the processor has.
   *
   * @param registry a {@code mock://} address
   * @param state folder of the state stores
   */
  static TopologyTestDriver driver(Topology topology, String registry, Path state) {
    return new TopologyTestDriver(
        topology,
        new ProcessorConfig(
                "test",
                "nowhere:1",
                registry,
                Topics.DEFAULT,
                state,
                1,
                ProcessorConfig.DEFAULT_COMMIT_INTERVAL,
                ProcessorConfig.DEFAULT_RETENTION)
            .streamsProperties());
  }
}
