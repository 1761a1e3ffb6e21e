package org.wiretally.topology;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.wiretally.schemas.AvroSerdes;
import org.wiretally.schemas.DeadLetter;
import org.wiretally.schemas.RegistryUnavailableException;

/**
 * Kafka Streams' dead-letter queue, filled with {@link DeadLetter}s in the wire format: the
 * original bytes and headers with the cause. They are written in the transaction of the records
 * beside them.
 *
 * <p>Only a fault of the record itself is a dead letter. A registry that does not answer stops the
 * thread instead, for the next record would fare no better and a good one must not be set aside;
 * likewise a fault behind annotation, where the record's changes to the stores are half done and
 * only the transaction's abort takes them back.
 */
final class DeadLetters {
  /** The registry's URL, as the handlers' own setting. */
  static final String REGISTRY_CONFIG = "wiretally.registry.url";

  private DeadLetters() {}

  /** For bytes that are no article. */
  public static final class OnDeserialization implements DeserializationExceptionHandler {
    private @Nullable Writer writer;

    @Override
    public void configure(Map<String, ?> configs) {
      writer = new Writer(configs);
    }

    @Override
    public DeserializationExceptionHandler.Response handleError(
        ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception failure) {
      return registryIsDown(failure)
          ? DeserializationExceptionHandler.Response.fail()
          : DeserializationExceptionHandler.Response.resume(
              Stores.opened(writer)
                  .letters(
                      "read",
                      failure,
                      context,
                      record.headers(),
                      record.key(),
                      record.value(),
                      record.timestamp()));
    }
  }

  /** For an article that annotation cannot read. */
  public static final class OnProcessing implements ProcessingExceptionHandler {
    private @Nullable Writer writer;

    @Override
    public void configure(Map<String, ?> configs) {
      writer = new Writer(configs);
    }

    @Override
    public ProcessingExceptionHandler.Response handleError(
        ErrorHandlerContext context, Record<?, ?> record, Exception failure) {
      boolean stateless =
          WiretallyTopology.ANNOTATE.equals(context.processorNodeId())
              || WiretallyTopology.IDENTITY.equals(context.processorNodeId());
      return stateless
          ? ProcessingExceptionHandler.Response.resume(
              Stores.opened(writer)
                  .letters(
                      context.processorNodeId(),
                      failure,
                      context,
                      context.headers(),
                      context.sourceRawKey(),
                      context.sourceRawValue(),
                      context.timestamp()))
          : ProcessingExceptionHandler.Response.fail();
    }
  }

  private static boolean registryIsDown(Throwable failure) {
    for (@Nullable Throwable at = failure; at != null; at = at.getCause()) {
      if (at instanceof RegistryUnavailableException) {
        return true;
      }
    }
    return false;
  }

  private static final class Writer {
    private final String topic;
    private final Serializer<DeadLetter> serializer;

    Writer(Map<String, ?> configs) {
      topic = String.valueOf(configs.get(StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG));
      serializer =
          AvroSerdes.at(String.valueOf(configs.get(REGISTRY_CONFIG)))
              .value(DeadLetter.class)
              .serializer();
    }

    List<ProducerRecord<byte[], byte[]>> letters(
        String stage,
        Exception failure,
        ErrorHandlerContext context,
        Headers headers,
        byte @Nullable [] key,
        byte @Nullable [] value,
        long timestamp) {
      Map<String, ByteBuffer> kept = new TreeMap<>();
      for (Header header : headers) {
        kept.put(
            header.key(), ByteBuffer.wrap(header.value() == null ? new byte[0] : header.value()));
      }
      DeadLetter letter =
          DeadLetter.newBuilder()
              .setStage(stage)
              .setCause(cause(failure))
              .setException(failure.getClass().getName())
              .setTopic(context.topic())
              .setPartition(context.partition())
              .setOffset(context.offset())
              .setKey(key == null ? null : ByteBuffer.wrap(key))
              .setValue(value == null ? null : ByteBuffer.wrap(value))
              .setHeaders(kept)
              .setAt(Instant.ofEpochMilli(Math.max(0, timestamp)))
              .build();
      return List.of(new ProducerRecord<>(topic, key, serializer.serialize(topic, letter)));
    }

    private static String cause(Throwable failure) {
      Throwable root = failure;
      for (@Nullable Throwable at = failure; at != null; at = at.getCause()) {
        root = at;
      }
      return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    }
  }
}
