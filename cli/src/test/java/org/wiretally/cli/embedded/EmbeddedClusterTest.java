package org.wiretally.cli.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedClusterTest {
  @Test
  void startsAndStops(@TempDir Path folder) {
    try (EmbeddedCluster cluster = EmbeddedCluster.start(EmbeddedConfig.in(folder))) {
      System.out.println(cluster.bootstrap() + " " + cluster.registryUrl() + cluster.startUp());
      assertThat(cluster.isOwner()).isTrue();
    }
  }
}
