package org.wiretally.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventTimeTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "2025-12-31T23:59:59Z, 2025-12-31T23:59:59Z",
    "1918-11-11T11:00:00Z, 1970-01-01T00:00:00Z",
    "2028-07-24T00:00:00Z, 2026-01-01T00:00:00Z",
    "+999999999-12-31T00:00:00Z, 2026-01-01T00:00:00Z",
  })
  void staysWithinWhatABrokerTakes(Instant published, Instant timestamp) {
    assertThat(EventTime.timestamp(published, NOW.toEpochMilli()))
        .isEqualTo(timestamp.toEpochMilli());
  }
}
