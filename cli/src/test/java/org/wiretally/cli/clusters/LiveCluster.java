package org.wiretally.cli.clusters;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.lifecycle.Startables;
import org.wiretally.cli.embedded.EmbeddedCluster;
import org.wiretally.cli.embedded.EmbeddedConfig;

/**
 * A broker and a registry that tests share for the life of the JVM, each test with a topic prefix
 * of its own. Started when first asked for.
 *
 * @param bootstrap the broker's address
 * @param registryUrl base URL of the registry's Confluent API
 */
public record LiveCluster(String bootstrap, String registryUrl) {
  /** Set where an engine is up: a container test that cannot run is then a failure, not a skip. */
  private static final String REQUIRE_DOCKER = "WIRETALLY_REQUIRE_DOCKER";

  private static final String BROKER_IMAGE = "apache/kafka:4.3.1";
  private static final String REGISTRY_IMAGE = "apicurio/apicurio-registry:3.3.3";
  private static final int REGISTRY_PORT = 8080;
  private static final String REGISTRY_API = "/apis/ccompat/v7";

  /** The broker and registry that the command line brings along. */
  public static LiveCluster embedded() {
    return Embedded.CLUSTER;
  }

  /** Broker and registry in containers. Aborts the test with a reason where no engine is up. */
  public static LiveCluster containers() {
    if (!engineIsUp()) {
      String reason = "no Docker engine answers, so nothing was tested in containers";
      if (Boolean.parseBoolean(System.getenv(REQUIRE_DOCKER))) {
        Assertions.fail(reason + ", and " + REQUIRE_DOCKER + " is true");
      }
      Assumptions.abort(reason + "; set " + REQUIRE_DOCKER + "=true to make this a failure");
    }
    return Containers.CLUSTER;
  }

  /** Asks the library only where an engine may be: without one it takes minutes to say no. */
  private static boolean engineIsUp() {
    boolean possible =
        System.getenv("DOCKER_HOST") != null || Files.exists(Path.of("/var/run/docker.sock"));
    return possible && DockerClientFactory.instance().isDockerAvailable();
  }

  private static final class Embedded {
    static final LiveCluster CLUSTER = start();

    private static LiveCluster start() {
      try {
        Path folder = Files.createTempDirectory("wiretally-test");
        // Its children end with this JVM.
        EmbeddedCluster cluster = EmbeddedCluster.start(EmbeddedConfig.in(folder));
        return new LiveCluster(cluster.bootstrap(), cluster.registryUrl());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static final class Containers {
    static final LiveCluster CLUSTER = start();

    @SuppressWarnings("resource") // the shutdown hook below, and the engine's own reaper
    private static LiveCluster start() {
      KafkaContainer broker = new KafkaContainer(BROKER_IMAGE);
      GenericContainer<?> registry =
          new GenericContainer<>(REGISTRY_IMAGE)
              .withExposedPorts(REGISTRY_PORT)
              .waitingFor(
                  Wait.forHttp(REGISTRY_API + "/subjects")
                      .forPort(REGISTRY_PORT)
                      .withStartupTimeout(Duration.ofMinutes(3)));
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(
                  () -> {
                    registry.stop();
                    broker.stop();
                  }));
      Startables.deepStart(broker, registry).join();
      return new LiveCluster(
          broker.getBootstrapServers(),
          "http://"
              + registry.getHost()
              + ":"
              + registry.getMappedPort(REGISTRY_PORT)
              + REGISTRY_API);
    }
  }
}
