package org.wiretally.schemas;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.avro.AvroSchemaProvider;
import io.confluent.kafka.schemaregistry.avro.AvroSchemaUtils;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClientFactory;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.confluent.kafka.serializers.AbstractKafkaSchemaSerDeConfig;
import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.confluent.kafka.serializers.KafkaAvroDeserializerConfig;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import io.confluent.kafka.serializers.KafkaAvroSerializerConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/**
 * Typed serdes of the records in this package, over the genuine Confluent serializers and one
 * shared client of one schema registry. A {@code mock://name} address is a registry in memory,
 * shared by all clients of that name in the JVM.
 *
 * <p>Schemas are looked up once each and then cached for good: the registry is asked when a type or
 * a schema id is met for the first time. Every call to it is bounded in time and retried; when it
 * cannot be reached the serdes throw {@link RegistryUnavailableException}, and {@link
 * SerializationException} when the record itself is at fault.
 *
 * <p>Thread-safe, as are the serdes. They share the client, so close them all by closing this.
 */
public final class AvroSerdes implements AutoCloseable {
  /** Each schema takes some tens of kilobytes at most, and the topics have seven. */
  private static final int SCHEMAS_PER_SUBJECT = 1000;

  /**
   * Bounds on the registry: 5 s to connect, 10 s to answer, three retries from 200 ms on. An
   * address that does not answer costs some 20 s, one that refuses under two.
   */
  private static final Map<String, Object> DEFAULTS =
      Map.of(
          AbstractKafkaSchemaSerDeConfig.HTTP_CONNECT_TIMEOUT_MS, 5_000,
          AbstractKafkaSchemaSerDeConfig.HTTP_READ_TIMEOUT_MS, 10_000,
          AbstractKafkaSchemaSerDeConfig.MAX_RETRIES_CONFIG, 3,
          AbstractKafkaSchemaSerDeConfig.RETRIES_WAIT_MS_CONFIG, 200,
          AbstractKafkaSchemaSerDeConfig.RETRIES_MAX_WAIT_MS_CONFIG, 1_000,
          // Other languages read these schemas too.
          KafkaAvroSerializerConfig.AVRO_REMOVE_JAVA_PROPS_CONFIG, true);

  /**
   * Upper bounds on what a decoder believes. A damaged record may announce a string of a gigabyte,
   * and the decoder makes room before it finds that the bytes are missing; no topic takes 16 MiB.
   * Avro reads them once, so they hold if this class is loaded before the first decoding, and an
   * operator who sets them on the command line wins.
   */
  private static final Map<String, String> DECODING_LIMITS =
      Map.of(
          "org.apache.avro.limits.string.maxLength", "16777216",
          "org.apache.avro.limits.bytes.maxLength", "16777216",
          "org.apache.avro.limits.collectionItems.maxLength", "1000000");

  static {
    DECODING_LIMITS.forEach(System.getProperties()::putIfAbsent);
  }

  private final String url;
  private final Map<String, Object> settings;
  private final SchemaRegistryClient client;

  private AvroSerdes(String url, Map<String, Object> settings, SchemaRegistryClient client) {
    this.url = url;
    this.settings = settings;
    this.client = client;
  }

  /** Serdes of the registry at an address, or at several separated by commas. Does not connect. */
  public static AvroSerdes at(String registryUrl) {
    return at(registryUrl, Map.of());
  }

  /**
   * Serdes of a registry.
   *
   * @param registryUrl one or more {@code http(s)://} addresses, separated by commas
   * @param overrides settings of Confluent's client under its own names, such as {@code
   *     basic.auth.user.info}; they win over the defaults here
   * @throws IllegalArgumentException where an address has no scheme
   */
  public static AvroSerdes at(String registryUrl, Map<String, ?> overrides) {
    List<String> urls = new ArrayList<>();
    for (String url : registryUrl.split(",", -1)) {
      String trimmed = url.strip();
      if (!trimmed.contains("://")) {
        throw new IllegalArgumentException(
            "schema registry address \"" + trimmed + "\" needs a scheme, such as http://host:8081");
      }
      urls.add(trimmed);
    }
    Map<String, Object> settings = new HashMap<>(DEFAULTS);
    settings.putAll(overrides);
    settings.put(AbstractKafkaSchemaSerDeConfig.SCHEMA_REGISTRY_URL_CONFIG, String.join(",", urls));
    settings.put(KafkaAvroDeserializerConfig.SPECIFIC_AVRO_READER_CONFIG, true);
    SchemaRegistryClient client =
        SchemaRegistryClientFactory.newClient(
            urls, SCHEMAS_PER_SUBJECT, List.of(new AvroSchemaProvider()), settings, Map.of());
    return new AvroSerdes(String.join(",", urls), Map.copyOf(settings), client);
  }

  /** The serde of a topic's keys. */
  public static Serde<String> key() {
    return Serdes.String();
  }

  /**
   * The serde of one record type for values. It refuses, with a {@link SerializationException},
   * bytes that are not in the wire format and records of another type.
   */
  public <T extends SpecificRecord> Serde<T> value(Class<T> type) {
    Map<String, Object> typed = new HashMap<>(settings);
    typed.put(KafkaAvroDeserializerConfig.SPECIFIC_AVRO_VALUE_TYPE_CONFIG, type.getName());
    return Serdes.serdeFrom(
        new TypedSerializer<T>(url, new KafkaAvroSerializer(client, typed)),
        new TypedDeserializer<>(url, type, new KafkaAvroDeserializer(client, typed)));
  }

  /**
   * Registers the schemas of all topics and makes their subjects refuse incompatible ones. Does
   * nothing where that is done already.
   *
   * @throws RegistryUnavailableException where the registry cannot be reached
   * @throws SerializationException where it refuses a schema
   */
  public void prepare(Topics topics) {
    for (Topic topic : Topic.values()) {
      String subject = topics.subject(topic);
      try {
        client.register(subject, new AvroSchema(written(topic)));
        refuseIncompatible(subject);
      } catch (IOException | RestClientException e) {
        throw RegistryErrors.classify(url, "subject " + subject, e);
      }
    }
  }

  private void refuseIncompatible(String subject) throws IOException, RestClientException {
    try {
      client.updateCompatibility(subject, "BACKWARD");
    } catch (RestClientException e) {
      // Two instances that start together set the same level, and the registry answers the second
      // with an error: only what is set then counts.
      if (!"BACKWARD".equals(client.getCompatibility(subject))) {
        throw e;
      }
    }
  }

  /** The topic's schema in the form in which the serializers register it. */
  static Schema written(Topic topic) {
    Object empty = SpecificData.newInstance(topic.type(), topic.schema());
    return AvroSchemaUtils.getSchema(empty, false, false, true);
  }

  @Override
  public void close() {
    try {
      client.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
