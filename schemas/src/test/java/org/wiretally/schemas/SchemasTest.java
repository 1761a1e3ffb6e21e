package org.wiretally.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.confluent.kafka.schemaregistry.CompatibilityChecker;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Rules that hold for every schema, and what the compatibility of subjects rests on. */
class SchemasTest {
  /** Enums whose readers must not guess at a symbol they do not know. */
  private static final Set<String> CLOSED = Set.of("ArticleStatus", "ClaimStatus");

  private static final List<String> RELEASES = List.of("v1");

  @TestFactory
  Stream<DynamicTest> everythingIsDocumented() {
    return named().entrySet().stream()
        .flatMap(
            entry -> {
              Schema schema = entry.getValue();
              Stream<DynamicTest> type =
                  Stream.of(
                      DynamicTest.dynamicTest(
                          entry.getKey(), () -> assertThat(schema.getDoc()).isNotBlank()));
              Stream<DynamicTest> fields =
                  schema.getType() != Schema.Type.RECORD
                      ? Stream.of()
                      : schema.getFields().stream()
                          .map(
                              field ->
                                  DynamicTest.dynamicTest(
                                      entry.getKey() + "." + field.name(),
                                      () -> assertThat(field.doc()).isNotBlank().endsWith(".")));
              return Stream.concat(type, fields);
            });
  }

  @TestFactory
  Stream<DynamicTest> everyNullableFieldIsNullByDefault() {
    return named().values().stream()
        .filter(schema -> schema.getType() == Schema.Type.RECORD)
        .flatMap(schema -> schema.getFields().stream())
        .filter(field -> field.schema().isUnion())
        .map(
            field ->
                DynamicTest.dynamicTest(
                    field.name(),
                    () -> {
                      assertThat(field.schema().getTypes().get(0).getType())
                          .isEqualTo(Schema.Type.NULL);
                      assertThat(field.hasDefaultValue()).isTrue();
                    }));
  }

  @TestFactory
  Stream<DynamicTest> everyEnumSaysWhetherItIsOpen() {
    return named().values().stream()
        .filter(schema -> schema.getType() == Schema.Type.ENUM)
        .map(
            schema ->
                DynamicTest.dynamicTest(
                    schema.getName(),
                    () -> {
                      if (CLOSED.contains(schema.getName())) {
                        assertThat(schema.getEnumDefault()).isNull();
                        assertThat(schema.getDoc()).contains("Closed");
                      } else {
                        assertThat(schema.getEnumDefault()).isNotNull();
                      }
                    }));
  }

  @Test
  void timesAreMilliseconds() {
    assertThat(Article.SCHEMA$.getField("published").schema().getLogicalType())
        .isEqualTo(LogicalTypes.timestampMillis());
    assertThat(Claim.SCHEMA$.getField("asOf").schema().getTypes().get(1).getLogicalType())
        .isEqualTo(LogicalTypes.timestampMillis());
  }

  /** A producer of next year writes a verdict this build has never heard of. */
  @Test
  void aSymbolFromTheFutureIsReadAsUnknown() throws IOException {
    Schema newer =
        new Schema.Parser()
            .parse(
                VerdictKind.SCHEMA$.toString().replace("\"FRESH\"", "\"FRESH\",\"TRANSLATION\""));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    var encoder = EncoderFactory.get().binaryEncoder(bytes, null);
    new GenericDatumWriter<>(newer)
        .write(new GenericData.EnumSymbol(newer, "TRANSLATION"), encoder);
    encoder.flush();
    Object read =
        new GenericDatumReader<>(newer, VerdictKind.SCHEMA$)
            .read(null, DecoderFactory.get().binaryDecoder(bytes.toByteArray(), null));
    assertThat(read).hasToString("UNKNOWN");
  }

  /**
   * A released schema is kept for good; until a release is out, {@code -Dschemas.release=v1} writes
   * its copies anew.
   */
  @TestFactory
  Stream<DynamicTest> todaysSchemasReadEveryReleasedOne() throws IOException {
    @Nullable String rewritten = System.getProperty("schemas.release");
    if (rewritten != null) {
      Path folder = Path.of("src/test/resources/released", rewritten);
      Files.createDirectories(folder);
      for (Topic topic : Topic.values()) {
        Schema schema = AvroSerdes.written(topic);
        Files.writeString(
            folder.resolve(schema.getName() + ".avsc"),
            new ObjectMapper().readTree(schema.toString()).toPrettyString() + "\n");
      }
    }
    return RELEASES.stream()
        .flatMap(
            release ->
                Stream.of(Topic.values())
                    .map(
                        topic ->
                            DynamicTest.dynamicTest(
                                release + " " + topic,
                                () ->
                                    assertThat(
                                            CompatibilityChecker.BACKWARD_CHECKER.isCompatible(
                                                new AvroSchema(topic.schema()),
                                                List.of(released(release, topic))))
                                        .isEmpty())));
  }

  @TestFactory
  Stream<DynamicTest> anIncompatibleChangeIsRefused() {
    Map<String, String> changes = new LinkedHashMap<>();
    String published = schemaText("Article");
    changes.put(
        "a required field without a default",
        published.replaceFirst(
            "\"fields\":\\[", "\"fields\":[{\"name\":\"mood\",\"type\":\"string\"},"));
    changes.put(
        "a field of another type",
        published.replace(
            "{\"name\":\"version\",\"type\":\"int\"", "{\"name\":\"version\",\"type\":\"string\""));
    changes.put("a symbol removed from a closed enum", published.replace(",\"WITHDRAWN\"]", "]"));
    changes.put("another name", published.replace("\"name\":\"Article\"", "\"name\":\"Piece\""));
    return changes.entrySet().stream()
        .map(
            change ->
                DynamicTest.dynamicTest(
                    change.getKey(),
                    () -> {
                      assertThat(change.getValue()).isNotEqualTo(published);
                      var registry = registryWith("Article");
                      AvroSchema changed = new AvroSchema(change.getValue());
                      assertThat(registry.testCompatibility("articles-value", changed)).isFalse();
                      assertThat(
                              CompatibilityChecker.BACKWARD_CHECKER.isCompatible(
                                  changed, List.of(new AvroSchema(published))))
                          .isNotEmpty();
                    }));
  }

  @Test
  void aNewFieldWithADefaultIsAccepted() throws Exception {
    var registry = registryWith("Article");
    AvroSchema changed =
        new AvroSchema(
            schemaText("Article")
                .replaceFirst(
                    "\"fields\":\\[",
                    "\"fields\":[{\"name\":\"mood\",\"type\":[\"null\",\"string\"],\"default\":null},"));
    assertThat(registry.testCompatibility("articles-value", changed)).isTrue();
    assertThat(registry.register("articles-value", changed)).isPositive();
  }

  private static MockSchemaRegistryClient registryWith(String name) throws Exception {
    var registry = new MockSchemaRegistryClient();
    registry.register("articles-value", new AvroSchema(schemaText(name)));
    registry.updateCompatibility("articles-value", "BACKWARD");
    return registry;
  }

  private static String schemaText(String name) {
    return Objects.requireNonNull(topicSchemas().get(name)).toString();
  }

  private static AvroSchema released(String release, Topic topic) throws IOException {
    return new AvroSchema(
        Files.readString(
            Path.of("src/test/resources/released", release, topic.schema().getName() + ".avsc")));
  }

  private static Map<String, Schema> topicSchemas() {
    Map<String, Schema> schemas = new LinkedHashMap<>();
    for (Topic topic : Topic.values()) {
      schemas.put(topic.schema().getName(), topic.schema());
    }
    return schemas;
  }

  /** Every record and enum that the topics use, by name. */
  private static Map<String, Schema> named() {
    Map<String, Schema> found = new LinkedHashMap<>();
    List<Schema> open = new ArrayList<>(topicSchemas().values());
    while (!open.isEmpty()) {
      Schema schema = open.remove(open.size() - 1);
      switch (schema.getType()) {
        case RECORD -> {
          if (found.put(schema.getName(), schema) == null) {
            schema.getFields().forEach(field -> open.add(field.schema()));
          }
        }
        case ENUM -> found.put(schema.getName(), schema);
        case UNION -> open.addAll(schema.getTypes());
        case ARRAY -> open.add(schema.getElementType());
        case MAP -> open.add(schema.getValueType());
        default -> {}
      }
    }
    return found;
  }
}
