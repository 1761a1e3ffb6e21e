package org.wiretally.examples;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.wiretally.schemas.AvroSerdes;
import org.wiretally.schemas.ConsensusUpdate;
import org.wiretally.schemas.Topic;
import org.wiretally.schemas.Topics;

/**
 * Subscribes to the consensus and prints each update: the starting point for a consumer that fills
 * a database, a map or an alert.
 *
 * <pre>{@code
 * ./mvnw -q -pl examples -am compile exec:java -Dexec.args="HOST:PORT http://HOST:PORT/apis/ccompat/v7"
 * }</pre>
 *
 * <p>The topic is compacted and keyed by story, figure, group and unit: who reads it from the start
 * has the present answer to everything, and goes on with the changes. A null value says that a key
 * is gone. The position is stored after an update was handled, so after a crash the last ones come
 * again: store by key, and an update whose {@code revision} is already there changes nothing.
 */
public final class ConsensusConsumer {
  private static final Duration POLL = Duration.ofSeconds(1);

  private final Consumer<String, ConsensusUpdate> consumer;
  private final Handler handler;

  /** What to do with an update. */
  @FunctionalInterface
  public interface Handler {
    /**
     * Called in the order of the topic, on the thread that runs {@link #run()}.
     *
     * @param key story, figure, group and unit
     * @param update the present answer; null where the key is gone
     */
    void handle(String key, @Nullable ConsensusUpdate update);
  }

  /** A consumer of a topic; {@link #run()} starts it. */
  public ConsensusConsumer(
      Consumer<String, ConsensusUpdate> consumer, String topic, Handler handler) {
    this.consumer = consumer;
    this.handler = handler;
    consumer.subscribe(List.of(topic));
  }

  public static void main(String[] arguments) {
    if (arguments.length < 2 || arguments.length > 3) {
      System.err.println("usage: ConsensusConsumer BOOTSTRAP REGISTRY_URL [GROUP]");
      System.exit(2);
    }
    String group = arguments.length == 3 ? arguments[2] : "consensus-example";
    try (AvroSerdes serdes = AvroSerdes.at(arguments[1]);
        KafkaConsumer<String, ConsensusUpdate> kafka = connect(arguments[0], serdes, group)) {
      ConsensusConsumer consumer =
          new ConsensusConsumer(
              kafka,
              Topics.DEFAULT.name(Topic.CONSENSUS),
              (key, update) -> System.out.println(line(key, update)));
      Runtime.getRuntime().addShutdownHook(new Thread(consumer::stop));
      consumer.run();
    }
  }

  /** A Kafka consumer that reads committed updates only, from the start on its first run. */
  public static KafkaConsumer<String, ConsensusUpdate> connect(
      String bootstrap, AvroSerdes serdes, String group) {
    return new KafkaConsumer<>(
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrap,
            ConsumerConfig.GROUP_ID_CONFIG,
            group,
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
            "earliest",
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            false,
            ConsumerConfig.ISOLATION_LEVEL_CONFIG,
            "read_committed"),
        AvroSerdes.key().deserializer(),
        serdes.value(ConsensusUpdate.class).deserializer());
  }

  /** Hands on updates until {@link #stop()} is called from another thread. */
  public void run() {
    try {
      while (true) {
        var records = consumer.poll(POLL);
        for (ConsumerRecord<String, ConsensusUpdate> update : records) {
          handler.handle(update.key(), update.value());
        }
        if (!records.isEmpty()) {
          consumer.commitSync();
        }
      }
    } catch (WakeupException e) {
      // stop() was called
    }
  }

  /** Ends {@link #run()}. Whoever made the Kafka consumer closes it. */
  public void stop() {
    consumer.wakeup();
  }

  /** One line for people: what is counted, the answer, how sure, what changed and why. */
  static String line(String key, @Nullable ConsensusUpdate update) {
    if (update == null) {
      return key + ": gone";
    }
    return String.format(
        Locale.ROOT,
        "%s | %s%s%s: %s (%s to %s), %.0f %% sure | %s: %s",
        update.getStoryLabel(),
        update.getFigure(),
        update.getGroup().equals("ALL") ? "" : " " + update.getGroup(),
        update.getUnit() == org.wiretally.schemas.Unit.PERSONS
            ? ""
            : " " + update.getUnit().name().toLowerCase(Locale.ROOT),
        number(update.getBest(), "?"),
        number(update.getLow(), "0"),
        number(update.getHigh(), "open"),
        100 * update.getConfidence(),
        update.getChange(),
        update.getReason());
  }

  private static String number(@Nullable Long count, String absent) {
    return count == null ? absent : String.format(Locale.ROOT, "%,d", count);
  }
}
