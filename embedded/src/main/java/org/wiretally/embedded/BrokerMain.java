package org.wiretally.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * A single-node KRaft broker on the loopback interface. Arguments: data folder, host, port,
 * controller port. The folder is formatted when it is new and taken up again when it is not.
 */
public final class BrokerMain {
  private static final int NODE_ID = 1;
  private static final Duration TEN_YEARS = Duration.ofDays(3653);

  private BrokerMain() {}

  public static void main(String[] args) {
    try {
      Path folder = Path.of(args[0]);
      Child child = Child.start(folder);
      KafkaRaftServer server = start(folder, args[1], args[2], args[3]);
      Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "broker-shutdown"));
      child.ready();
      server.awaitShutdown();
    } catch (Exception e) {
      e.printStackTrace();
      Runtime.getRuntime().halt(1);
    }
  }

  private static KafkaRaftServer start(Path folder, String host, String port, String controllerPort)
      throws Exception {
    Path log = folder.resolve("log");
    format(log);
    KafkaRaftServer server =
        new KafkaRaftServer(
            new KafkaConfig(properties(log, host, port, controllerPort), false), Time.SYSTEM);
    server.startup();
    return server;
  }

  private static void format(Path log) throws Exception {
    if (Files.exists(log.resolve("meta.properties"))) {
      return;
    }
    clear(log);
    new Formatter()
        .setPrintStream(
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
        .setNodeId(NODE_ID)
        .setClusterId(Uuid.randomUuid().toString())
        .setDirectories(List.of(log.toString()))
        .setMetadataLogDirectory(log.toString())
        .setControllerListenerName("CONTROLLER")
        .setReleaseVersion(MetadataVersion.latestProduction())
        .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
        .run();
  }

  /** The formatter refuses a folder that a killed first run left half formatted. */
  private static void clear(Path log) throws IOException {
    if (!Files.isDirectory(log)) {
      return;
    }
    try (var tree = Files.walk(log)) {
      for (Path path : tree.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  /** One node, a small machine, and articles whose own time may lie years back. */
  private static Map<String, String> properties(
      Path log, String host, String port, String controllerPort) {
    Map<String, String> config = new HashMap<>();
    config.put("process.roles", "broker,controller");
    config.put("node.id", Integer.toString(NODE_ID));
    config.put("controller.quorum.voters", NODE_ID + "@" + host + ":" + controllerPort);
    config.put(
        "listeners",
        "CLIENT://" + host + ":" + port + ",CONTROLLER://" + host + ":" + controllerPort);
    config.put("advertised.listeners", "CLIENT://" + host + ":" + port);
    config.put("listener.security.protocol.map", "CLIENT:PLAINTEXT,CONTROLLER:PLAINTEXT");
    config.put("inter.broker.listener.name", "CLIENT");
    config.put("controller.listener.names", "CONTROLLER");
    config.put("log.dirs", log.toString());

    config.put("offsets.topic.replication.factor", "1");
    config.put("transaction.state.log.replication.factor", "1");
    config.put("transaction.state.log.min.isr", "1");
    config.put("share.coordinator.state.topic.replication.factor", "1");
    config.put("share.coordinator.state.topic.min.isr", "1");

    // Every partition costs files and start-up; one node gains nothing from the defaults of fifty.
    config.put("offsets.topic.num.partitions", "2");
    config.put("transaction.state.log.num.partitions", "2");
    config.put("share.coordinator.state.topic.num.partitions", "1");
    config.put("offsets.topic.segment.bytes", "16777216");
    config.put("transaction.state.log.segment.bytes", "16777216");
    config.put("log.segment.bytes", "134217728");
    config.put("log.index.size.max.bytes", "1048576");

    // A record's time is its article's. Retention by time would delete an old article as it
    // arrives, and rolling by
    // time would open a segment for each week that a replay passes through.
    config.put("log.retention.ms", "-1");
    config.put("log.roll.ms", Long.toString(TEN_YEARS.toMillis()));

    config.put("log.cleaner.dedupe.buffer.size", "4194304");
    config.put("num.network.threads", "2");
    config.put("num.io.threads", "4");
    config.put("background.threads", "2");
    config.put("group.coordinator.threads", "1");
    config.put("share.coordinator.threads", "1");
    config.put("metadata.max.idle.interval.ms", "5000");

    // Nobody else is coming: a consumer group need not wait for further members.
    config.put("group.initial.rebalance.delay.ms", "0");
    // A misspelt topic is an error and not a new topic.
    config.put("auto.create.topics.enable", "false");
    return config;
  }
}
