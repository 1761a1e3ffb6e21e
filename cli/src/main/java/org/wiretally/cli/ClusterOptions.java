package org.wiretally.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.wiretally.cli.embedded.EmbeddedConfig;
import org.wiretally.schemas.Topic;
import org.wiretally.schemas.Topics;
import picocli.CommandLine.Option;

/** Where the broker and the registry are. The same options for every command that needs them. */
final class ClusterOptions {
  private static final Path DEFAULT_DATA = Path.of(".wiretally");

  @Option(
      names = "--bootstrap",
      paramLabel = "HOST:PORT",
      description =
          "Kafka brokers, separated by commas. Default: an embedded broker and registry, shared by"
              + " all commands on the same --data folder.")
  @Nullable String bootstrap;

  @Option(
      names = "--registry",
      paramLabel = "URL",
      description = "Schema registry (Confluent API); needed with --bootstrap.")
  @Nullable String registry;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "Data folder of the embedded broker and registry. Default: .wiretally; for replay, a new"
              + " folder that is removed afterwards")
  @Nullable Path data;

  @Option(
      names = "--broker-port",
      paramLabel = "PORT",
      description = "Port of the embedded broker. Default: any free one")
  private @Nullable Integer brokerPort;

  @Option(
      names = "--registry-port",
      paramLabel = "PORT",
      description = "Port of the embedded registry. Default: any free one")
  private @Nullable Integer registryPort;

  @Option(
      names = "--prefix",
      defaultValue = "wiretally",
      description = "First part of every topic's name. Default: ${DEFAULT-VALUE}")
  String prefix = "wiretally";

  @Option(
      names = "--partitions",
      description =
          "Partitions of topics that are created. Default: 6; for replay on a broker of its own,"
              + " one a stream thread")
  @Nullable Integer partitions;

  @Option(
      names = "--replication",
      defaultValue = "-1",
      description =
          "Replicas of topics that are created; -1 is the broker's own default. Default:"
              + " ${DEFAULT-VALUE}")
  short replication = -1;

  int partitions() {
    return partitions == null ? Topic.DEFAULT_PARTITIONS : partitions;
  }

  Path dataFolder() {
    return data == null ? DEFAULT_DATA : data;
  }

  /** How the embedded cluster of a folder is started, where none runs on it yet. */
  EmbeddedConfig embedded(Path folder) {
    try {
      EmbeddedConfig config = EmbeddedConfig.in(folder);
      config = brokerPort == null ? config : config.withBrokerPort(brokerPort);
      return registryPort == null ? config : config.withRegistryPort(registryPort);
    } catch (IllegalArgumentException e) {
      throw new UsageException(e.getMessage() + ".", e);
    }
  }

  Topics topics() {
    try {
      return new Topics(prefix, Topics.DEFAULT.version());
    } catch (IllegalArgumentException e) {
      throw new UsageException("--prefix: " + e.getMessage() + ".", e);
    }
  }

  /** The consumer group of the processors that work on these topics. */
  String applicationId() {
    return prefix.isEmpty() ? "processor" : prefix + "-processor";
  }
}
