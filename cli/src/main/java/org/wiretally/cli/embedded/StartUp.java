package org.wiretally.cli.embedded;

import java.time.Duration;

/**
 * How long a start took, from the start of the JVM until clients were served. Broker and registry
 * start side by side.
 *
 * @param broker the broker's own time
 * @param registry the registry's own time
 * @param total wall time until both were ready; zero for a cluster that was running already
 */
public record StartUp(Duration broker, Duration registry, Duration total) {
  static final StartUp ATTACHED = new StartUp(Duration.ZERO, Duration.ZERO, Duration.ZERO);
}
