package org.wiretally.cli;

import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeAll;
import org.wiretally.cli.clusters.LiveCluster;

/** The whole way on a broker and a registry in containers. Skipped where no engine is up. */
@NullUnmarked
class ContainerWholeWayTest extends WholeWayTest {
  private static LiveCluster cluster;

  @BeforeAll
  static void start() {
    cluster = LiveCluster.containers();
  }

  @Override
  String bootstrap() {
    return cluster.bootstrap();
  }

  @Override
  String registryUrl() {
    return cluster.registryUrl();
  }
}
