package org.wiretally.schemas;

import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** Confluent's deserializer, held to one type, with errors that name the topic and the registry. */
final class TypedDeserializer<T extends SpecificRecord> implements Deserializer<T> {
  /** Magic byte and schema id. */
  private static final int HEADER_BYTES = 5;

  private final String url;
  private final Class<T> type;
  private final KafkaAvroDeserializer deserializer;

  TypedDeserializer(String url, Class<T> type, KafkaAvroDeserializer deserializer) {
    this.url = url;
    this.type = type;
    this.deserializer = deserializer;
  }

  @Override
  public @Nullable T deserialize(String topic, byte @Nullable [] data) {
    return deserialize(topic, new RecordHeaders(), data);
  }

  @Override
  public @Nullable T deserialize(String topic, Headers headers, byte @Nullable [] data) {
    if (data == null) {
      return null;
    }
    if (data.length < HEADER_BYTES || data[0] != 0) {
      throw new SerializationException(
          "a record on topic " + topic + " is not Avro in Confluent's wire format");
    }
    Object value;
    try {
      value = deserializer.deserialize(topic, headers, data);
    } catch (KafkaException e) {
      throw RegistryErrors.classify(
          url, "a record on topic " + topic + " is not a readable " + type.getSimpleName(), e);
    }
    if (!type.isInstance(value)) {
      throw new SerializationException(
          "a record on topic "
              + topic
              + " is a "
              + value.getClass().getSimpleName()
              + " where a "
              + type.getSimpleName()
              + " is expected");
    }
    return type.cast(value);
  }

  /** Leaves the registry's client open: the serdes share it. */
  @Override
  public void close() {}
}
