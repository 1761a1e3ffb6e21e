package org.wiretally.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistryErrorsTest {
  private static final String URL = "http://registry:8081";

  @ParameterizedTest
  @CsvSource({
    "409, not compatible with the one that the registry at http://registry:8081 holds",
    "404, does not know its schema",
    "401, refused access",
    "403, refused access",
    "422, refused it",
  })
  void aRefusalIsTheRecordsFault(int status, String words) {
    var refusal = new RestClientException("because", status, status * 100);
    var error =
        RegistryErrors.classify(URL, "subject s", new SerializationException("wrapped", refusal));
    assertThat(error)
        .isInstanceOf(SerializationException.class)
        .hasMessageStartingWith("subject s: ")
        .hasMessageContaining(words)
        .hasMessageContaining("because");
  }

  @Test
  void aFailingRegistryIsNot() {
    for (Exception cause :
        new Exception[] {
          new RestClientException("down", 503, 50301),
          new ConnectException("refused"),
          new SocketTimeoutException(),
          new UnknownHostException("registry")
        }) {
      assertThat(RegistryErrors.classify(URL, "x", new SerializationException("wrapped", cause)))
          .isInstanceOf(RegistryUnavailableException.class)
          .hasMessageContaining(URL);
    }
  }

  @Test
  void aCycleOfCausesEnds() {
    var inner = new IllegalStateException("inner");
    inner.initCause(new IllegalStateException("outer", inner));
    assertThat(RegistryErrors.classify(URL, "x", inner)).isInstanceOf(SerializationException.class);
  }
}
