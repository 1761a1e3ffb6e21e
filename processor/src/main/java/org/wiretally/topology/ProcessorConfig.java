package org.wiretally.topology;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.wiretally.schemas.Topic;
import org.wiretally.schemas.Topics;

/**
 * Settings of a processor instance.
 *
 * @param applicationId consumer group and prefix of internal topics; instances that share it share
 *     the work
 * @param bootstrap Kafka addresses, host:port separated by commas
 * @param registryUrl base URL of the schema registry's Confluent API
 * @param topics names of the public topics
 * @param stateDirectory where this instance keeps its stores; no other instance may use it
 * @param threads stream threads, 1 or more
 * @param commitInterval how often results become visible, 1 ms or more
 * @param retention how long a story without news keeps its state, in event time
 */
public record ProcessorConfig(
    String applicationId,
    String bootstrap,
    String registryUrl,
    Topics topics,
    Path stateDirectory,
    int threads,
    Duration commitInterval,
    Duration retention) {
  /** Half of it is the median delay of an update (measured at 20 to 200 articles a second). */
  public static final Duration DEFAULT_COMMIT_INTERVAL = Duration.ofMillis(100);

  /** A story that nobody wrote about for a quarter of a year is closed. */
  public static final Duration DEFAULT_RETENTION = Duration.ofDays(90);

  /** No closing: what a replay of a bounded, possibly shuffled collection needs. */
  public static final Duration FOREVER = Duration.ofDays(365_000);

  public ProcessorConfig {
    if (threads < 1) {
      throw new IllegalArgumentException("a processor needs at least one thread, not " + threads);
    }
    if (commitInterval.toMillis() < 1) {
      throw new IllegalArgumentException("the commit interval is at least 1 ms");
    }
    if (retention.isNegative() || retention.isZero()) {
      throw new IllegalArgumentException("the retention is longer than nothing");
    }
  }

  /** As Kafka Streams properties. */
  public Properties streamsProperties() {
    Properties properties = new Properties();
    properties.put(StreamsConfig.APPLICATION_ID_CONFIG, applicationId);
    properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
    properties.put(StreamsConfig.STATE_DIR_CONFIG, stateDirectory.toString());
    properties.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, threads);
    properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    properties.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, commitInterval.toMillis());
    properties.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
    properties.put(
        StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG, topics.name(Topic.DEAD_LETTERS));
    properties.put(
        StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG,
        DeadLetters.OnDeserialization.class);
    properties.put(
        StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetters.OnProcessing.class);
    properties.put(DeadLetters.REGISTRY_CONFIG, registryUrl);
    properties.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, StoreMemory.class);
    // The default batch of 16 KB thirds the throughput under exactly-once (measured).
    properties.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), 131_072);
    properties.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), 5);
    properties.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
    properties.put(
        StreamsConfig.mainConsumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
    return properties;
  }
}
