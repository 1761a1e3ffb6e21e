package org.wiretally.cli.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The real broker and the real registry, used as an outside client would. */
@Timeout(value = 8, unit = TimeUnit.MINUTES)
class EmbeddedClusterTest {
  private static final String TOPIC = "probe";
  private static final String GROUP = "readers";
  private static final org.apache.avro.Schema SCHEMA =
      SchemaBuilder.record("Probe")
          .namespace("org.wiretally.probe")
          .fields()
          .requiredLong("killed")
          .endRecord();

  private final Path folder;

  EmbeddedClusterTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void recordsOffsetsAndSchemaIdsOutliveARestart() throws Exception {
    Files.writeString(
        folder.resolve("cluster.properties"), "pid=1\nhost=127.0.0.1\nbroker.port=1\n");
    int schemaId;
    try (EmbeddedCluster cluster = EmbeddedCluster.start(EmbeddedConfig.in(folder))) {
      assertThat(cluster.isOwner()).isTrue();
      assertThat(cluster.startUp().total())
          .isGreaterThanOrEqualTo(cluster.startUp().broker())
          .isGreaterThanOrEqualTo(cluster.startUp().registry());
      produce(cluster, 44);
      assertThat(killed(consume(cluster, 1))).containsExactly(44L);
      schemaId = registry(cluster).getLatestSchemaMetadata(TOPIC + "-value").getId();
      refusesAnIncompatibleSchema(cluster);
      refusesASecondOwnerAndLetsItAttach(cluster);
      assertThat(cluster.failure()).isNotDone();
    }
    assertThat(folder.resolve("cluster.properties")).doesNotExist();

    try (EmbeddedCluster cluster = EmbeddedCluster.start(EmbeddedConfig.in(folder))) {
      assertThat(registry(cluster).getLatestSchemaMetadata(TOPIC + "-value").getId())
          .isEqualTo(schemaId);
      produce(cluster, 45);
      assertThat(killed(consume(cluster, 1)))
          .as("the group goes on behind the record it has read")
          .containsExactly(45L);
    }
  }

  /** As Confluent's own registry does when nobody has configured it. */
  private static void refusesAnIncompatibleSchema(EmbeddedCluster cluster) {
    org.apache.avro.Schema incompatible =
        SchemaBuilder.record("Probe")
            .namespace("org.wiretally.probe")
            .fields()
            .requiredLong("killed")
            .requiredString("place")
            .endRecord();
    assertThatThrownBy(
            () -> registry(cluster).register(TOPIC + "-value", new AvroSchema(incompatible)))
        .isInstanceOfSatisfying(
            RestClientException.class, e -> assertThat(e.getStatus()).isEqualTo(409));
  }

  private void refusesASecondOwnerAndLetsItAttach(EmbeddedCluster cluster) {
    assertThatThrownBy(() -> EmbeddedCluster.start(EmbeddedConfig.in(folder)))
        .isInstanceOf(EmbeddedException.class)
        .hasMessageContaining(folder.toString())
        .hasMessageContaining("process " + ProcessHandle.current().pid());
    try (EmbeddedCluster attached = EmbeddedCluster.startOrAttach(EmbeddedConfig.in(folder))) {
      assertThat(attached.isOwner()).isFalse();
      assertThat(attached.bootstrap()).isEqualTo(cluster.bootstrap());
      assertThat(attached.registryUrl()).isEqualTo(cluster.registryUrl());
      assertThat(attached.startUp()).isEqualTo(StartUp.ATTACHED);
    }
    assertThat(consume(cluster, 0)).as("closing what is only attached ends nothing").isEmpty();
  }

  @Test
  void childrenEndWithAKilledParentAndTheFolderIsTakenUpAgain() throws Exception {
    Process parent = ClusterOwner.start(folder);
    List<ProcessHandle> children;
    try {
      ClusterOwner.awaitReady(parent);
      children = parent.children().toList();
      assertThat(children).hasSize(2);
      try (EmbeddedCluster attached = EmbeddedCluster.startOrAttach(EmbeddedConfig.in(folder))) {
        assertThat(attached.isOwner()).isFalse();
        produce(attached, 26);
      }
    } finally {
      parent.destroyForcibly().waitFor();
    }
    for (ProcessHandle child : children) {
      child.onExit().get(1, TimeUnit.MINUTES);
    }

    try (EmbeddedCluster cluster = EmbeddedCluster.startOrAttach(EmbeddedConfig.in(folder))) {
      assertThat(cluster.isOwner()).as("a file that a dead owner left is no cluster").isTrue();
      assertThat(killed(consume(cluster, 1))).containsExactly(26L);
    }
  }

  @Test
  void aBrokerThatEndsByItselfIsReported() throws Exception {
    List<ProcessHandle> before = ProcessHandle.current().children().toList();
    try (EmbeddedCluster cluster = EmbeddedCluster.start(EmbeddedConfig.in(folder))) {
      ProcessHandle.current()
          .children()
          .filter(child -> !before.contains(child))
          .forEach(ProcessHandle::destroyForcibly);
      assertThat(cluster.failure().get(1, TimeUnit.MINUTES))
          .hasMessageStartingWith("The embedded ")
          .hasMessageContaining("ended by itself")
          .hasMessageContaining(".log");
    }
  }

  @Test
  void aPortInUseIsSaidInOneSentence() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();
      assertThatThrownBy(
              () -> EmbeddedCluster.start(EmbeddedConfig.in(folder).withBrokerPort(port)))
          .isInstanceOf(EmbeddedException.class)
          .hasMessage(
              "Port %d for the embedded broker is in use by another process: end that process, or"
                      .formatted(port)
                  + " choose another port");
      assertThatThrownBy(
              () -> EmbeddedCluster.start(EmbeddedConfig.in(folder).withRegistryPort(port)))
          .isInstanceOf(EmbeddedException.class)
          .hasMessageContaining("Port %d for the embedded registry".formatted(port));
    }
  }

  @Test
  void aFailedStartNamesItsCauseAndItsLogAndGivesTheFolderBack() throws Exception {
    Path broker = folder.resolve("broker");
    Files.writeString(broker, "a file where the broker wants a folder");
    Path cache = folder.resolve("cache");
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(
              () -> EmbeddedCluster.start(EmbeddedConfig.in(folder).withCacheFolder(cache)))
          .isInstanceOf(EmbeddedException.class)
          .hasMessageStartingWith("The embedded broker ended before it was ready: ")
          .hasMessageContaining("FileAlreadyExistsException: " + broker)
          .hasMessageContaining(folder.resolve("broker.log").toString());
    }
    assertThat(cache).as("a failed start has not loaded what an archive is for").isEmptyDirectory();
  }

  @Test
  void aDataFolderThatIsAFileIsRefused() throws Exception {
    Path file = Files.writeString(folder.resolve("data"), "");
    assertThatThrownBy(() -> EmbeddedCluster.start(EmbeddedConfig.in(file)))
        .isInstanceOf(EmbeddedException.class)
        .hasMessageContaining("Cannot use the data folder " + file);
  }

  private static SchemaRegistryClient registry(EmbeddedCluster cluster) {
    return new CachedSchemaRegistryClient(cluster.registryUrl(), 10);
  }

  private static void produce(EmbeddedCluster cluster, long killed) throws Exception {
    Map<String, Object> config =
        Map.of(
            "bootstrap.servers",
            cluster.bootstrap(),
            "schema.registry.url",
            cluster.registryUrl(),
            "key.serializer",
            StringSerializer.class,
            "value.serializer",
            KafkaAvroSerializer.class);
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", cluster.bootstrap()))) {
      if (!admin.listTopics().names().get().contains(TOPIC)) {
        admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
      }
    }
    GenericRecord value = new GenericData.Record(SCHEMA);
    value.put("killed", killed);
    try (KafkaProducer<String, GenericRecord> producer = new KafkaProducer<>(config)) {
      // An article's time may lie years back: the broker must not take that for age.
      producer.send(new ProducerRecord<>(TOPIC, 0, 946_684_800_000L, "Bukavu", value)).get();
    }
  }

  /** What the group reads next, at least {@code count} records. */
  private static List<ConsumerRecord<String, GenericRecord>> consume(
      EmbeddedCluster cluster, int count) {
    Map<String, Object> config =
        Map.of(
            "bootstrap.servers",
            cluster.bootstrap(),
            "schema.registry.url",
            cluster.registryUrl(),
            "group.id",
            GROUP,
            "auto.offset.reset",
            "earliest",
            "key.deserializer",
            StringDeserializer.class,
            "value.deserializer",
            KafkaAvroDeserializer.class);
    List<ConsumerRecord<String, GenericRecord>> read = new ArrayList<>();
    try (KafkaConsumer<String, GenericRecord> consumer = new KafkaConsumer<>(config)) {
      consumer.subscribe(List.of(TOPIC));
      long deadline = System.nanoTime() + Duration.ofMinutes(1).toNanos();
      do {
        consumer.poll(Duration.ofSeconds(1)).forEach(read::add);
      } while (read.size() < count && System.nanoTime() < deadline);
      consumer.commitSync();
    }
    return read;
  }

  private static List<Long> killed(List<ConsumerRecord<String, GenericRecord>> records) {
    return records.stream().map(record -> (Long) record.value().get("killed")).toList();
  }
}
