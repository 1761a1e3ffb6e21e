package org.wiretally.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.wiretally.ingest.normalize.RawArticle;
import org.wiretally.ingest.source.Clock;
import org.wiretally.ingest.source.Item;
import org.wiretally.schemas.Article;
import org.wiretally.schemas.AvroSerdes;
import org.wiretally.schemas.DeadLetter;
import org.wiretally.schemas.OffsetRun;
import org.wiretally.schemas.PublishedFrom;
import org.wiretally.schemas.Topic;
import org.wiretally.schemas.Topics;

/** Publication against a producer in memory; the real broker is met end to end elsewhere. */
class KafkaPublisherTest {
  private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");

  private static final Clock CLOCK =
      new Clock() {
        @Override
        public Instant now() {
          return NOW;
        }

        @Override
        public void sleep(Duration duration) {
          throw new UnsupportedOperationException("publication does not sleep");
        }
      };

  private final AvroSerdes serdes = AvroSerdes.at("mock://publisher");

  private static MockProducer<String, byte[]> producer(boolean autoComplete) {
    return new MockProducer<>(
        Cluster.empty(), autoComplete, null, new StringSerializer(), new ByteArraySerializer());
  }

  private KafkaPublisher publisher(MockProducer<String, byte[]> producer) {
    return new KafkaPublisher("broker:9092", Topics.DEFAULT, serdes, CLOCK, producer);
  }

  private static Item article(String id, String text) {
    return Item.of(RawArticle.ofText(id, text, NOW, "test"));
  }

  @Test
  void anArticleGoesToItsTopicUnderItsId() throws Exception {
    MockProducer<String, byte[]> producer = producer(true);
    publisher(producer).accept(article("a", " Nine  were hurt."));
    ProducerRecord<String, byte[]> sent = producer.history().get(0);
    assertThat(sent.topic()).isEqualTo("wiretally.articles.v1");
    assertThat(sent.key()).isEqualTo("a");
    assertThat(sent.timestamp()).isNull();
    Article record =
        serdes.value(Article.class).deserializer().deserialize(sent.topic(), sent.value());
    assertThat(record.getArticleId()).isEqualTo("a");
    assertThat(record.getText()).isEqualTo("Nine were hurt.");
    assertThat(record.getOffsets()).containsExactly(new OffsetRun(0, 1), new OffsetRun(5, 7));
    assertThat(record.getPublished()).isEqualTo(NOW);
    assertThat(record.getPublishedFrom()).isEqualTo(PublishedFrom.INGEST_TIME);
    assertThat(record.getIngestedAt()).isEqualTo(NOW);
  }

  @Test
  void aTextThatNormalisationLeftAloneNeedsNoOffsets() throws Exception {
    MockProducer<String, byte[]> producer = producer(true);
    publisher(producer).accept(article("a", "Nine were hurt."));
    ProducerRecord<String, byte[]> sent = producer.history().get(0);
    assertThat(
            serdes
                .value(Article.class)
                .deserializer()
                .deserialize(sent.topic(), sent.value())
                .getOffsets())
        .isEmpty();
  }

  @Test
  void everyWordForATimeHasItsSymbol() {
    for (org.wiretally.ingest.normalize.PublishedFrom from :
        org.wiretally.ingest.normalize.PublishedFrom.values()) {
      assertThat(PublishedFrom.valueOf(from.name()).name()).isEqualTo(from.name());
    }
  }

  @Test
  void whatIsBrokenGoesToTheDeadLettersWithItsBytes() throws Exception {
    MockProducer<String, byte[]> producer = producer(true);
    byte[] bytes = "nonsense".getBytes(StandardCharsets.UTF_8);
    publisher(producer).accept(new Item.Broken("stdin, line 2", "It is not JSON.", bytes));
    ProducerRecord<String, byte[]> sent = producer.history().get(0);
    assertThat(sent.topic()).isEqualTo("wiretally.dead-letters.v1");
    DeadLetter letter =
        serdes.value(DeadLetter.class).deserializer().deserialize(sent.topic(), sent.value());
    assertThat(letter.getStage()).isEqualTo("ingest");
    assertThat(letter.getCause()).isEqualTo("It is not JSON.");
    assertThat(letter.getSource()).isEqualTo("stdin, line 2");
    assertThat(letter.getValue()).isEqualTo(ByteBuffer.wrap(bytes));
    assertThat(letter.getAt()).isEqualTo(NOW);
  }

  @Test
  void anArticleTooLargeForItsTopicIsADeadLetter() throws Exception {
    MockProducer<String, byte[]> producer = producer(true);
    publisher(producer).accept(article("big", "警".repeat(3 * 1024 * 1024)));
    assertThat(producer.history().get(0).topic()).isEqualTo("wiretally.dead-letters.v1");
    assertThat(producer.history().get(0).value().length)
        .isLessThan(Topic.DEAD_LETTERS.maxMessageBytes());
  }

  @Test
  void theFirstFailureIsFinal() throws Exception {
    MockProducer<String, byte[]> producer = producer(false);
    KafkaPublisher publisher = publisher(producer);
    publisher.accept(article("a", "Nine were hurt."));
    producer.errorNext(new TimeoutException("60000 ms passed"));
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> publisher.accept(article("b", "Two died.")))
          .isInstanceOf(PublishException.class)
          .hasMessageContaining("No Kafka broker answers at broker:9092");
    }
    assertThatThrownBy(publisher::flush).isInstanceOf(PublishException.class);
  }

  @Test
  void flushWaitsForWhatWasSent() throws Exception {
    MockProducer<String, byte[]> producer = producer(false);
    KafkaPublisher publisher = publisher(producer);
    publisher.accept(article("a", "Nine were hurt."));
    assertThat(producer.flushed()).isFalse();
    publisher.flush();
    assertThat(producer.flushed()).isTrue();
  }

  @Test
  void theProducerIsIdempotentAndBounded() {
    Map<String, Object> settings = KafkaPublisher.settings("b:1", Map.of("linger.ms", 7));
    assertThat(settings)
        .containsEntry("enable.idempotence", true)
        .containsEntry("acks", "all")
        .containsEntry("compression.type", "lz4")
        .containsEntry("batch.size", 131_072)
        .containsEntry("linger.ms", 7)
        .containsEntry("bootstrap.servers", "b:1");
  }

  @Test
  void aBrokerThatIsNotThereIsOneSentenceInTime() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    String bootstrap = "localhost:" + port;
    long start = System.nanoTime();
    assertThatThrownBy(
            () -> KafkaPublisher.open(bootstrap, Map.of(), Topics.DEFAULT, serdes, CLOCK))
        .isInstanceOf(PublishException.class)
        .hasMessage(
            "No Kafka broker answers at "
                + bootstrap
                + " within 10 s; start it, or check the address.");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
  }

  @Test
  void anAddressThatIsNoneIsOneSentence() {
    assertThatThrownBy(
            () -> KafkaPublisher.open("nonsense", Map.of(), Topics.DEFAULT, serdes, CLOCK))
        .isInstanceOf(PublishException.class)
        .hasMessageContaining("Publishing to the Kafka broker at nonsense failed: ")
        .hasMessageContaining("Invalid url in bootstrap.servers");
  }

  @Test
  void aRegistryThatIsNotThereIsOneSentence() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    KafkaPublisher publisher =
        new KafkaPublisher(
            "broker:9092",
            Topics.DEFAULT,
            AvroSerdes.at("http://localhost:" + port),
            CLOCK,
            producer(true));
    assertThatThrownBy(() -> publisher.accept(article("a", "Nine were hurt.")))
        .isInstanceOf(PublishException.class)
        .hasMessageContaining("http://localhost:" + port)
        .hasMessageEndingWith("; start the registry, or check its address.");
  }

  @Test
  void itemsKeepTheirOrder() throws Exception {
    MockProducer<String, byte[]> producer = producer(true);
    KafkaPublisher publisher = publisher(producer);
    for (String id : List.of("a", "b", "c")) {
      publisher.accept(article(id, "Nine were hurt."));
    }
    assertThat(producer.history()).extracting(ProducerRecord::key).containsExactly("a", "b", "c");
  }
}
