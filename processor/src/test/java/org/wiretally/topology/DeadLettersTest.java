package org.wiretally.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.wiretally.schemas.AvroSerdes;
import org.wiretally.schemas.DeadLetter;
import org.wiretally.schemas.RegistryUnavailableException;

@NullUnmarked // a null here fails the test, as it should
class DeadLettersTest {
  private static final String REGISTRY = "mock://dead-letters-test";
  private static final byte[] KEY = "a".getBytes(StandardCharsets.UTF_8);
  private static final byte[] JUNK = "no avro at all".getBytes(StandardCharsets.UTF_8);
  private static final Map<String, Object> CONFIG =
      Map.of(
          StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG,
          "letters",
          DeadLetters.REGISTRY_CONFIG,
          REGISTRY);

  @Test
  void bytesThatAreNoArticleAreKeptWithCauseAndHeaders() {
    DeserializationExceptionHandler.Response response =
        onDeserialization(new SerializationException("unknown magic byte"));
    assertThat(response.result()).isEqualTo(DeserializationExceptionHandler.Result.RESUME);
    DeadLetter letter = only(response.deadLetterQueueRecords());
    assertThat(letter.getValue().array()).isEqualTo(JUNK);
    assertThat(letter.getKey().array()).isEqualTo(KEY);
    assertThat(letter.getCause()).isEqualTo("unknown magic byte");
    assertThat(letter.getTopic()).isEqualTo("articles");
    assertThat(letter.getPartition()).isEqualTo(3);
    assertThat(letter.getOffset()).isEqualTo(7);
    assertThat(letter.getHeaders()).containsOnlyKeys("trace");
  }

  @Test
  void aRegistryThatIsAwayStopsTheThreadAndSetsNothingAside() {
    RegistryUnavailableException away =
        new RegistryUnavailableException("away", new java.io.IOException());
    DeserializationExceptionHandler.Response response =
        onDeserialization(new SerializationException("wrapped", away));
    assertThat(response.result()).isEqualTo(DeserializationExceptionHandler.Result.FAIL);
    assertThat(response.deadLetterQueueRecords()).isEmpty();
  }

  @Test
  void anArticleThatCannotBeAnnotatedIsSetAside() {
    ProcessingExceptionHandler.Response response = onProcessing(WiretallyTopology.ANNOTATE);
    assertThat(response.result()).isEqualTo(ProcessingExceptionHandler.Result.RESUME);
    assertThat(only(response.deadLetterQueueRecords()).getStage())
        .isEqualTo(WiretallyTopology.ANNOTATE);
  }

  @Test
  void aFaultBehindTheStoresStopsTheInstance() {
    ProcessingExceptionHandler.Response response = onProcessing("story");
    assertThat(response.result()).isEqualTo(ProcessingExceptionHandler.Result.FAIL);
    assertThat(response.deadLetterQueueRecords()).isEmpty();
  }

  private static DeserializationExceptionHandler.Response onDeserialization(Exception failure) {
    DeadLetters.OnDeserialization handler = new DeadLetters.OnDeserialization();
    handler.configure(CONFIG);
    ConsumerRecord<byte[], byte[]> record = new ConsumerRecord<>("articles", 3, 7, KEY, JUNK);
    record.headers().add("trace", new byte[] {1});
    return handler.handleError(new Context("articles-source"), record, failure);
  }

  private static ProcessingExceptionHandler.Response onProcessing(String node) {
    DeadLetters.OnProcessing handler = new DeadLetters.OnProcessing();
    handler.configure(CONFIG);
    return handler.handleError(
        new Context(node), new Record<>("a", "b", 0), new IllegalStateException("broken"));
  }

  private static DeadLetter only(List<ProducerRecord<byte[], byte[]>> records) {
    assertThat(records).hasSize(1);
    assertThat(records.get(0).topic()).isEqualTo("letters");
    try (AvroSerdes serdes = AvroSerdes.at(REGISTRY)) {
      return serdes
          .value(DeadLetter.class)
          .deserializer()
          .deserialize("letters", records.get(0).value());
    }
  }

  /** Where the fault was. */
  private record Context(String processorNodeId) implements ErrorHandlerContext {
    @Override
    public String topic() {
      return "articles";
    }

    @Override
    public int partition() {
      return 3;
    }

    @Override
    public long offset() {
      return 7;
    }

    @Override
    public Headers headers() {
      return new RecordHeaders();
    }

    @Override
    public TaskId taskId() {
      return new TaskId(0, 3);
    }

    @Override
    public long timestamp() {
      return 0;
    }

    @Override
    public byte[] sourceRawKey() {
      return KEY;
    }

    @Override
    public byte[] sourceRawValue() {
      return JUNK;
    }
  }
}
