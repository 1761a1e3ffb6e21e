package org.wiretally.cli.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** Another process that owns a cluster, for tests to kill. */
final class ClusterOwner {
  private static final String READY = "cluster is ready";

  private ClusterOwner() {}

  public static void main(String[] args) throws InterruptedException {
    try (EmbeddedCluster cluster = EmbeddedCluster.start(EmbeddedConfig.in(Path.of(args[0])))) {
      assertThat(cluster.isOwner()).isTrue();
      System.out.println(READY);
      new CountDownLatch(1).await();
    }
  }

  static Process start(Path folder) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            ClusterOwner.class.getName(),
            folder.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  static void awaitReady(Process owner) throws IOException {
    BufferedReader lines = owner.inputReader(StandardCharsets.UTF_8);
    assertThat(lines.readLine()).isEqualTo(READY);
  }
}
