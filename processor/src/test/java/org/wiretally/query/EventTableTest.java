package org.wiretally.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EventTableTest {
  private static final Instant FIRST = Instant.parse("2022-01-05T22:00:00Z");
  private static final StoryPlace ALMATY =
      new StoryPlace(
          "s1", "Unrest in Almaty", "KZ//Almaty", "UNREST", FIRST, FIRST.plusSeconds(90_000));

  @Test
  void aRowHasEveryColumnInOrder() {
    assertThat(EventTable.row(ALMATY, answer("KILLED", "ALL", 44L)).keySet())
        .containsExactlyElementsOf(EventTable.COLUMNS);
    assertThat(EventTable.header()).startsWith("event_id,profile,figure,").endsWith(",timestamp");
  }

  @Test
  void placesAndDaysAreNamedAsTheOtherFilesNameThem() {
    assertThat(EventTable.row(ALMATY, answer("KILLED", "ALL", 44L)))
        .containsEntry("country", "Kazakhstan")
        .containsEntry("iso", "KZ")
        .containsEntry("admin1", null)
        .containsEntry("location", "Almaty")
        .containsEntry("event_date", "2022-01-05")
        .containsEntry("date_end", "2022-01-06")
        .containsEntry("year", 2022);
  }

  @Test
  void aStoryWithoutAPlaceHasNone() {
    StoryPlace nowhere = new StoryPlace("s2", "Storm", null, "OTHER", FIRST, FIRST);
    assertThat(EventTable.row(nowhere, answer("KILLED", "ALL", 1L)))
        .containsEntry("country", null)
        .containsEntry("iso", null)
        .containsEntry("location", null);
  }

  @Test
  void onlyTheDeadAreFatalities() {
    assertThat(fatalities("KILLED", "ALL")).isEqualTo(44L);
    assertThat(fatalities("KILLED", "CIVILIANS")).isNull();
    assertThat(fatalities("INJURED", "ALL")).isNull();
  }

  @Test
  void cellsAreQuotedWhereTheyMustBe() {
    String line = EventTable.csv(EventTable.row(ALMATY, answer("KILLED", "ALL", null)));
    assertThat(line)
        .contains(",44,44,,0.70,2,3,")
        .contains("\"Daily One, Ltd; Weekly\",interior ministry; police,")
        .contains("\"It said \"\"44\"\", twice.\",2022-01-06T10:00:00Z");
  }

  private static @Nullable Object fatalities(String figure, String group) {
    Map<String, @Nullable Object> row = EventTable.row(ALMATY, answer(figure, group, 44L));
    return row.get("fatalities");
  }

  private static Answer answer(String figure, String group, @Nullable Long high) {
    return new Answer(
        "s1",
        "Unrest in Almaty",
        "default",
        figure,
        group,
        "PERSONS",
        44L,
        44L,
        high,
        0.7,
        Instant.parse("2022-01-06T10:00:00Z"),
        null,
        List.of("interior ministry", "police"),
        List.of("Daily One, Ltd", "Weekly"),
        2,
        3,
        "It said \"44\", twice.");
  }
}
