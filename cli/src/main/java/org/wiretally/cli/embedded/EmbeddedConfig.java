package org.wiretally.cli.embedded;

import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalInt;

/**
 * What an embedded cluster is started with.
 *
 * @param dataFolder where topics, schemas and the two logs live; created when absent, taken up
 *     again when not
 * @param brokerPort the broker's port, or empty for any free one
 * @param registryPort the registry's port, or empty for any free one
 * @param cacheFolder where class-data archives are kept for fast starts; may be deleted at any time
 * @param patience how long broker and registry may take to start, or a closing predecessor to leave
 */
public record EmbeddedConfig(
    Path dataFolder,
    OptionalInt brokerPort,
    OptionalInt registryPort,
    Path cacheFolder,
    Duration patience) {
  /** Seconds are usual. A child that fails ends at once; only a starved machine needs this long. */
  private static final Duration DEFAULT_PATIENCE = Duration.ofMinutes(4);

  public EmbeddedConfig {
    dataFolder = dataFolder.toAbsolutePath().normalize();
    requirePort(brokerPort, "broker");
    requirePort(registryPort, "registry");
    if (patience.isNegative() || patience.isZero()) {
      throw new IllegalArgumentException("The patience must be positive, not " + patience);
    }
  }

  /**
   * Any free ports, and archives in {@code $XDG_CACHE_HOME/wiretally}, else {@code
   * ~/.cache/wiretally}.
   */
  public static EmbeddedConfig in(Path dataFolder) {
    return new EmbeddedConfig(
        dataFolder,
        OptionalInt.empty(),
        OptionalInt.empty(),
        ClassDataArchive.defaultFolder(),
        DEFAULT_PATIENCE);
  }

  public EmbeddedConfig withBrokerPort(int port) {
    return new EmbeddedConfig(
        dataFolder, OptionalInt.of(port), registryPort, cacheFolder, patience);
  }

  public EmbeddedConfig withRegistryPort(int port) {
    return new EmbeddedConfig(dataFolder, brokerPort, OptionalInt.of(port), cacheFolder, patience);
  }

  public EmbeddedConfig withCacheFolder(Path folder) {
    return new EmbeddedConfig(dataFolder, brokerPort, registryPort, folder, patience);
  }

  public EmbeddedConfig withPatience(Duration duration) {
    return new EmbeddedConfig(dataFolder, brokerPort, registryPort, cacheFolder, duration);
  }

  private static void requirePort(OptionalInt port, String what) {
    if (port.isPresent() && (port.getAsInt() < 1 || port.getAsInt() > 65_535)) {
      throw new IllegalArgumentException(
          "The " + what + "'s port must lie between 1 and 65535, not be " + port.getAsInt());
    }
  }
}
