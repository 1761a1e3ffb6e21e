package org.wiretally.cli;

import java.nio.file.Path;
import org.wiretally.cli.embedded.EmbeddedCluster;
import org.wiretally.cli.embedded.EmbeddedException;
import org.wiretally.cli.embedded.StartUp;

/** Opens the cluster that the options name: the user's own, or the embedded one. */
final class Clusters {
  private Clusters() {}

  static Cluster open(ClusterOptions options, Streams streams) {
    if (options.bootstrap == null) {
      return embedded(options, options.dataFolder(), streams);
    }
    if (options.registry == null) {
      throw new UsageException(
          "--bootstrap "
              + options.bootstrap
              + " needs its schema registry too; give --registry URL (WIRETALLY_REGISTRY).");
    }
    return new Cluster(options.bootstrap, options.registry, false, () -> {});
  }

  /** Starts the embedded cluster of a folder, or attaches to the one that runs there. */
  static Cluster embedded(ClusterOptions options, Path folder, Streams streams) {
    EmbeddedCluster cluster;
    try {
      cluster = EmbeddedCluster.startOrAttach(options.embedded(folder));
    } catch (EmbeddedException e) {
      throw new UserException(String.valueOf(e.getMessage()), e);
    }
    StartUp startUp = cluster.startUp();
    streams
        .err()
        .printf(
            "%s: broker %s, registry %s%s%n",
            cluster.isOwner() ? "embedded cluster" : "attached to the running embedded cluster",
            cluster.bootstrap(),
            cluster.registryUrl(),
            cluster.isOwner()
                ? " (up in %.1f s: broker %.1f s, registry %.1f s, side by side)"
                    .formatted(
                        startUp.total().toMillis() / 1e3,
                        startUp.broker().toMillis() / 1e3,
                        startUp.registry().toMillis() / 1e3)
                : "");
    return new Cluster(
        cluster.bootstrap(), cluster.registryUrl(), cluster.isOwner(), cluster::close);
  }
}
