package org.wiretally.cli;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.wiretally.schemas.AvroSerdes;
import org.wiretally.schemas.Topic;
import org.wiretally.schemas.Topics;

/** Reads what is committed on a topic. Not thread-safe. */
final class TopicReader<T extends SpecificRecord> implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(200);
  private static final int API_TIMEOUT_MS = 15_000;

  private final String bootstrap;
  private final KafkaConsumer<String, T> consumer;
  private final List<TopicPartition> partitions;

  TopicReader(String bootstrap, AvroSerdes serdes, Topics topics, Topic topic, Class<T> type) {
    this.bootstrap = bootstrap;
    consumer =
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                API_TIMEOUT_MS),
            new StringDeserializer(),
            serdes.value(type).deserializer());
    String name = topics.name(topic);
    partitions =
        consumer.partitionsFor(name).stream()
            .map(info -> new TopicPartition(name, info.partition()))
            .toList();
    consumer.assign(partitions);
  }

  /**
   * Every committed record from the beginning to where the topic ends now, as {@link #readToEnd}.
   */
  void readAll(Consumer<ConsumerRecord<String, T>> reader) {
    consumer.seekToBeginning(partitions);
    readToEnd(reader);
  }

  /**
   * Every committed record from here to where the topic ends now. A transaction that is open there
   * is waited for: a processor's offsets show as committed a moment before its records do, so that
   * whoever waited for the offsets would miss the last of them.
   */
  void readToEnd(Consumer<ConsumerRecord<String, T>> reader) {
    Map<TopicPartition, Long> ends = written();
    Set<TopicPartition> open = new HashSet<>(partitions);
    while (true) {
      open.removeIf(partition -> consumer.position(partition) >= ends.getOrDefault(partition, 0L));
      if (open.isEmpty()) {
        return;
      }
      consumer.poll(POLL).forEach(reader);
    }
  }

  /** Where the partitions end, with the records of open transactions. */
  private Map<TopicPartition, Long> written() {
    try (KafkaConsumer<byte[], byte[]> all =
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                API_TIMEOUT_MS),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      return all.endOffsets(partitions);
    }
  }

  /** Starts at the present end; {@link #poll} then gives what comes after. */
  void startAtEnd() {
    consumer.seekToEnd(partitions);
    partitions.forEach(consumer::position);
  }

  void startAtBeginning() {
    consumer.seekToBeginning(partitions);
  }

  void poll(Duration wait, Consumer<ConsumerRecord<String, T>> reader) {
    consumer.poll(wait).forEach(reader);
  }

  @Override
  public void close() {
    consumer.close(org.apache.kafka.clients.consumer.CloseOptions.timeout(Duration.ofSeconds(2)));
  }
}
