package org.wiretally.cli.clusters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import org.junit.jupiter.api.Test;
import org.wiretally.schemas.AvroSerdes;
import org.wiretally.schemas.Topic;
import org.wiretally.schemas.Topics;

/** What a registry must do for the schemas, whichever registry it is. */
abstract class SubjectsContract {
  private static final String FIELDS = "\"fields\":[";

  abstract LiveCluster cluster();

  @Test
  void subjectsRefuseWhatTheirReadersCannotRead() throws Exception {
    Topics topics = new Topics(getClass().getSimpleName(), "v1");
    String subject = topics.subject(Topic.ARTICLES);
    try (AvroSerdes serdes = AvroSerdes.at(cluster().registryUrl());
        var registry = new CachedSchemaRegistryClient(cluster().registryUrl(), 100)) {
      serdes.prepare(topics);
      String schema = registry.getLatestSchemaMetadata(subject).getSchema();

      AvroSchema incompatible = withField(schema, "{\"name\":\"mood\",\"type\":\"string\"}");
      assertThat(registry.testCompatibility(subject, incompatible)).isFalse();
      assertThatThrownBy(() -> registry.register(subject, incompatible))
          .isInstanceOfSatisfying(
              RestClientException.class, refusal -> assertThat(refusal.getStatus()).isEqualTo(409));

      AvroSchema compatible =
          withField(schema, "{\"name\":\"mood\",\"type\":\"string\",\"default\":\"\"}");
      registry.register(subject, compatible);
      assertThat(registry.getAllVersions(subject)).containsExactly(1, 2);
    }
    // A new client, so that nothing is answered from a cache: an older build beside a newer one.
    try (AvroSerdes older = AvroSerdes.at(cluster().registryUrl())) {
      older.prepare(topics);
    }
  }

  private static AvroSchema withField(String schema, String field) {
    assertThat(schema).contains(FIELDS);
    int at = schema.indexOf(FIELDS) + FIELDS.length();
    return new AvroSchema(schema.substring(0, at) + field + "," + schema.substring(at));
  }
}
