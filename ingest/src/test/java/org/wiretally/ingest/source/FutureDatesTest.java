package org.wiretally.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wiretally.ingest.normalize.PublishedFrom;

class FutureDatesTest {
  @ParameterizedTest
  @CsvSource({
    "2029-12-31T23:00:00Z, 2029-12-31T23:00:00Z, SOURCE",
    "2004-03-05T11:00:00Z, 2004-03-05T11:00:00Z, SOURCE",
    "2030-01-01T23:59:00Z, 2030-01-01T23:59:00Z, SOURCE",
    "2030-01-02T00:01:00Z, 2030-01-01T00:00:00Z, INGEST_TIME",
    "2204-03-05T11:00:00Z, 2030-01-01T00:00:00Z, INGEST_TIME",
  })
  void whatIsDatedMoreThanADayAheadIsOfNow(Instant stated, Instant taken, PublishedFrom from)
      throws InterruptedException {
    String line =
        "{\"id\":\"a\",\"text\":\"Nine were hurt.\",\"published\":\"%s\"}".formatted(stated);
    FakeClock clock = new FakeClock(0);
    List<Item> items = new ArrayList<>();
    JsonLines.of(
            new ByteArrayInputStream(line.getBytes(StandardCharsets.UTF_8)),
            "standard input",
            clock.now())
        .read(new FutureDates(items::add, clock));
    assertThat(items)
        .singleElement()
        .isInstanceOfSatisfying(
            Item.Read.class,
            read -> {
              assertThat(read.article().published()).isEqualTo(taken);
              assertThat(read.article().publishedFrom()).isEqualTo(from);
            });
  }
}
