package org.wiretally.cli.embedded;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;

/**
 * Where a running embedded cluster is found. It lies in the data folder as {@code
 * cluster.properties} while the cluster runs, for other processes and for people.
 *
 * @param pid the process that the cluster belongs to and ends with
 */
record ClusterAddress(long pid, String host, int brokerPort, int registryPort) {
  private static final String FILE = "cluster.properties";

  String bootstrap() {
    return host + ":" + brokerPort;
  }

  String registryUrl() {
    return "http://" + host + ":" + registryPort + "/apis/ccompat/v7";
  }

  boolean answers() {
    return Ports.answers(host, brokerPort) && Ports.answers(host, registryPort);
  }

  /** Appears whole or not at all. */
  void write(Path dataFolder) throws IOException {
    Properties properties = new Properties();
    properties.setProperty("pid", Long.toString(pid));
    properties.setProperty("host", host);
    properties.setProperty("broker.port", Integer.toString(brokerPort));
    properties.setProperty("registry.port", Integer.toString(registryPort));
    properties.setProperty("bootstrap", bootstrap());
    properties.setProperty("registry", registryUrl());
    Path draft = dataFolder.resolve(FILE + ".draft");
    try (Writer writer = Files.newBufferedWriter(draft, StandardCharsets.UTF_8)) {
      properties.store(writer, "The embedded cluster that is running in this folder");
    }
    Files.move(
        draft,
        dataFolder.resolve(FILE),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  /** Empty when there is none, or none that can be read. */
  static Optional<ClusterAddress> read(Path dataFolder) {
    Properties properties = new Properties();
    try (Reader reader =
        Files.newBufferedReader(dataFolder.resolve(FILE), StandardCharsets.UTF_8)) {
      properties.load(reader);
      return Optional.of(
          new ClusterAddress(
              Long.parseLong(properties.getProperty("pid", "")),
              properties.getProperty("host", ""),
              Integer.parseInt(properties.getProperty("broker.port", "")),
              Integer.parseInt(properties.getProperty("registry.port", ""))));
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  static void delete(Path dataFolder) throws IOException {
    Files.deleteIfExists(dataFolder.resolve(FILE));
  }
}
