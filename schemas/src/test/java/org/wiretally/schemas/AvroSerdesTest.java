package org.wiretally.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.kafka.schemaregistry.testutil.MockSchemaRegistry;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.SystemLimitException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AvroSerdesTest {
  private static final String SCOPE = "avro-serdes-test";
  private static final String TOPIC = Topics.DEFAULT.name(Topic.ARTICLES);

  private final AvroSerdes serdes = AvroSerdes.at("mock://" + SCOPE);

  @AfterEach
  void dropRegistry() {
    serdes.close();
    MockSchemaRegistry.dropScope(SCOPE);
  }

  static Stream<SpecificRecord> records() {
    return Stream.concat(Samples.full().stream(), Samples.sparse().stream());
  }

  @ParameterizedTest
  @MethodSource("records")
  void aRecordComesBackAsItWentIn(SpecificRecord sent) {
    assertThat(roundTrip(sent, sent.getClass())).isEqualTo(sent).hasSameClassAs(sent);
  }

  @Test
  void stringsAndTimesComeBackAsJavaTypes() {
    Article article = roundTrip(Samples.article(), Article.class);
    assertThat(article.get(0)).isInstanceOf(String.class);
    assertThat(article.getIngestedAt()).isInstanceOf(Instant.class);
    assertThat(article.getText()).isEqualTo(Samples.article().getText());
  }

  @Test
  void everyTopicHasASample() {
    assertThat(Samples.full().stream().map(Object::getClass).toList())
        .containsAll(Stream.of(Topic.values()).<Class<?>>map(Topic::type).toList());
  }

  @Test
  void theWireFormatIsMagicByteSchemaIdAndBody() throws Exception {
    byte[] data = serialized(Samples.article(), Article.class);
    int id = ByteBuffer.wrap(data, 1, 4).getInt();
    assertThat(data[0]).isZero();
    assertThat(MockSchemaRegistry.getClientForScope(SCOPE).getSchemaById(id).name())
        .isEqualTo("org.wiretally.schemas.Article");
  }

  @Test
  void preparingRegistersWhatTheSerializersWrite() throws Exception {
    serdes.prepare(Topics.DEFAULT);
    for (SpecificRecord sample : Samples.full()) {
      serialized(sample, sample.getClass());
    }
    serdes.prepare(Topics.DEFAULT);
    var registry = MockSchemaRegistry.getClientForScope(SCOPE);
    for (Topic topic : Topic.values()) {
      String subject = Topics.DEFAULT.subject(topic);
      assertThat(registry.getAllVersions(subject)).as(subject).containsExactly(1);
      assertThat(registry.getCompatibility(subject)).as(subject).isEqualTo("BACKWARD");
      assertThat(registry.getLatestSchemaMetadata(subject).getSchema())
          .doesNotContain("avro.java.string");
    }
  }

  @Test
  void aTombstoneStaysOne() {
    try (Serde<Article> serde = serdes.value(Article.class)) {
      assertThat(serde.serializer().serialize(TOPIC, null)).isNull();
      assertThat(serde.deserializer().deserialize(TOPIC, null)).isNull();
    }
  }

  @ParameterizedTest
  @MethodSource("foreignBytes")
  void bytesThatAreNotAvroAreTheRecordsFault(byte[] data) {
    try (Serde<Article> serde = serdes.value(Article.class)) {
      assertThatThrownBy(() -> serde.deserializer().deserialize(TOPIC, data))
          .isInstanceOf(SerializationException.class)
          .hasMessage("a record on topic " + TOPIC + " is not Avro in Confluent's wire format");
    }
  }

  static List<byte[]> foreignBytes() {
    return List.of(
        new byte[0], new byte[] {0, 0, 0}, "{\"id\":\"1\"}".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void anUnknownSchemaIdIsTheRecordsFault() {
    try (Serde<Article> serde = serdes.value(Article.class)) {
      assertThatThrownBy(
              () -> serde.deserializer().deserialize(TOPIC, new byte[] {0, 0, 0, 48, 57, 2, 65}))
          .isInstanceOf(SerializationException.class)
          .hasMessageContaining(TOPIC)
          .hasMessageContaining("does not know its schema");
    }
  }

  @Test
  void aCutOffRecordIsTheRecordsFault() {
    byte[] whole = serialized(Samples.article(), Article.class);
    try (Serde<Article> serde = serdes.value(Article.class)) {
      for (int length = 5; length < whole.length; length++) {
        byte[] cut = Arrays.copyOf(whole, length);
        assertThatThrownBy(() -> serde.deserializer().deserialize(TOPIC, cut))
            .as("cut to %s bytes", length)
            .isInstanceOf(SerializationException.class);
      }
    }
  }

  /** A length of 1,000,000,000 with no bytes behind it must not be believed. */
  @Test
  void aRecordThatClaimsToBeHugeIsTheRecordsFault() throws Exception {
    // Other tests in this JVM may have decoded before the limits were set.
    Method reset = SystemLimitException.class.getDeclaredMethod("resetLimits");
    reset.setAccessible(true);
    reset.invoke(null);
    byte[] whole = serialized(Samples.article(), Article.class);
    byte[] lying = Arrays.copyOf(whole, 12);
    System.arraycopy(
        new byte[] {(byte) 0x80, (byte) 0xA8, (byte) 0xD6, (byte) 0xB9, 7}, 0, lying, 5, 5);
    try (Serde<Article> serde = serdes.value(Article.class)) {
      assertThatThrownBy(() -> serde.deserializer().deserialize(TOPIC, lying))
          .isInstanceOf(SerializationException.class)
          .hasMessageContaining("String length 1000000000 exceeds maximum allowed");
    }
  }

  @Test
  void aRecordOfAnotherTypeIsTheRecordsFault() {
    byte[] story = serialized(Samples.story(), Story.class);
    try (Serde<Article> serde = serdes.value(Article.class)) {
      assertThatThrownBy(() -> serde.deserializer().deserialize(TOPIC, story))
          .isInstanceOf(SerializationException.class)
          .hasMessageContaining(TOPIC);
    }
  }

  @Test
  @Timeout(30)
  void aRegistryThatIsNotThereIsNotTheRecordsFault() throws IOException {
    int closed;
    try (ServerSocket socket = new ServerSocket(0)) {
      closed = socket.getLocalPort();
    }
    String url = "http://localhost:" + closed;
    byte[] data = serialized(Samples.article(), Article.class);
    try (AvroSerdes lost = AvroSerdes.at(url);
        Serde<Article> serde = lost.value(Article.class)) {
      Instant before = Instant.now();
      assertThatThrownBy(() -> serde.deserializer().deserialize(TOPIC, data))
          .isInstanceOf(RegistryUnavailableException.class)
          .hasMessageStartingWith("the schema registry at " + url + " cannot be reached");
      assertThatThrownBy(() -> serde.serializer().serialize(TOPIC, Samples.article()))
          .isInstanceOf(RegistryUnavailableException.class);
      assertThatThrownBy(() -> lost.prepare(Topics.DEFAULT))
          .isInstanceOf(RegistryUnavailableException.class);
      assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(20));
    }
  }

  @Test
  @Timeout(30)
  void aRegistryThatDoesNotAnswerIsGivenUp() throws IOException {
    byte[] data = serialized(Samples.article(), Article.class);
    try (ServerSocket silent = new ServerSocket(0)) {
      String url = "http://localhost:" + silent.getLocalPort();
      try (AvroSerdes lost =
              AvroSerdes.at(url, Map.of("http.read.timeout.ms", 200, "max.retries", 1));
          Serde<Article> serde = lost.value(Article.class)) {
        assertThatThrownBy(() -> serde.deserializer().deserialize(TOPIC, data))
            .isInstanceOf(RegistryUnavailableException.class);
      }
    }
  }

  @Test
  void anAddressNeedsAScheme() {
    assertThatThrownBy(() -> AvroSerdes.at("localhost:8081"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("localhost:8081")
        .hasMessageContaining("http://");
  }

  private <T extends SpecificRecord> byte[] serialized(SpecificRecord value, Class<T> type) {
    try (Serde<T> serde = serdes.value(type)) {
      String topic =
          Stream.of(Topic.values())
              .filter(t -> t.type().equals(type))
              .map(Topics.DEFAULT::name)
              .findFirst()
              .orElseThrow();
      return serde.serializer().serialize(topic, type.cast(value));
    }
  }

  private <T extends SpecificRecord> T roundTrip(SpecificRecord value, Class<T> type) {
    byte[] data = serialized(value, type);
    try (Serde<T> serde = serdes.value(type)) {
      return serde.deserializer().deserialize(TOPIC, data);
    }
  }
}
