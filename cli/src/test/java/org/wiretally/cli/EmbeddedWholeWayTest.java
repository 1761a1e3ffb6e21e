package org.wiretally.cli;

import java.nio.file.Path;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.wiretally.cli.embedded.EmbeddedCluster;
import org.wiretally.cli.embedded.EmbeddedConfig;

/** The whole way on the embedded broker and registry. */
@NullUnmarked
class EmbeddedWholeWayTest extends WholeWayTest {
  @TempDir private static Path data;
  private static EmbeddedCluster cluster;

  @BeforeAll
  static void start() {
    cluster = EmbeddedCluster.start(EmbeddedConfig.in(data));
  }

  @AfterAll
  static void stop() {
    cluster.close();
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
