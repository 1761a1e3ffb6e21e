package org.wiretally.schemas;

import io.confluent.kafka.serializers.KafkaAvroSerializer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Confluent's serializer with errors that name the topic and the registry. */
final class TypedSerializer<T extends SpecificRecord> implements Serializer<T> {
  private final String url;
  private final KafkaAvroSerializer serializer;

  TypedSerializer(String url, KafkaAvroSerializer serializer) {
    this.url = url;
    this.serializer = serializer;
  }

  @Override
  public byte @Nullable [] serialize(String topic, @Nullable T value) {
    return serialize(topic, new RecordHeaders(), value);
  }

  @Override
  public byte @Nullable [] serialize(String topic, Headers headers, @Nullable T value) {
    if (value == null) {
      return null;
    }
    try {
      return serializer.serialize(topic, headers, value);
    } catch (KafkaException e) {
      throw RegistryErrors.classify(
          url, "a " + value.getSchema().getName() + " for topic " + topic, e);
    }
  }

  /** Leaves the registry's client open: the serdes share it. */
  @Override
  public void close() {}
}
