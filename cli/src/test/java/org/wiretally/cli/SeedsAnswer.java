package org.wiretally.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.NullUnmarked;

/** What the five seed articles must end in, whichever of the two editions is replayed. */
@NullUnmarked // a null here fails the test, as it should
final class SeedsAnswer {
  /** Inhabitants, ages, years, shares, diasporas, days after weekdays: none is a figure. */
  private static final Set<Long> DISTRACTORS =
      Set.of(2_000_000L, 81L, 30L, 3L, 60_000_000L, 7L, 8L, 10L, 2009L, 2019L);

  private SeedsAnswer() {}

  static void check(CommandLineRun run) {
    Map<String, JsonNode> rows = run.byFigure();
    assertThat(run.json())
        .extracting(row -> row.get("story").asText())
        .as("one story")
        .containsOnly(run.json().get(0).get("story").asText());

    JsonNode killed = rows.get("KILLED/ALL");
    assertThat(killed.get("best").asLong()).as("26 + 18").isEqualTo(44);
    assertThat(killed.get("derived").asBoolean()).isTrue();
    assertThat(standing(killed, "DISSENTS", "COMPATIBLE", "LAGGING"))
        .as("hundreds and tens are shown and move no best value")
        .anyMatch(
            origin ->
                origin.get("qualifier").asText().equals("VAGUE")
                    && origin.get("low").asLong() == 100)
        .anyMatch(
            origin ->
                origin.get("qualifier").asText().equals("VAGUE")
                    && origin.get("low").asLong() == 10);

    JsonNode detained = rows.get("DETAINED/ALL");
    assertThat(detained.get("best").asLong()).isEqualTo(4_400);
    List<JsonNode> support = standing(detained, "SUPPORTS");
    assertThat(support).as("three articles that quote the ministry are one origin").hasSize(1);
    assertThat(support.get(0).get("articles")).hasSize(3);
    assertThat(support.get(0).get("claimant").asText()).containsIgnoringCase("interior ministry");
    assertThat(standing(detained, "DISSENTS")).isEmpty();
    assertThat(standing(detained, "LAGGING", "COMPATIBLE"))
        .as("more than 4,000 lags and is no rival")
        .anyMatch(origin -> origin.get("best").asLong() == 4_000);

    for (JsonNode row : run.json()) {
      for (String bound : List.of("low", "best", "high")) {
        // "Tens" are 10 to 99 by the codebook: that one 10 is no distractor.
        boolean tens = row.equals(killed) && bound.equals("low");
        assertThat(tens ? -1 : row.get(bound).asLong(-1))
            .as(row.get("figure") + " " + bound)
            .isNotIn(DISTRACTORS);
      }
    }
  }

  /** 000 and 004 are one text; 002 shares passages with it. */
  static void checkVerdicts(List<JsonNode> rows) {
    Map<String, JsonNode> last = new HashMap<>();
    rows.forEach(row -> last.put(row.get("article").asText(), row));
    assertThat(last).hasSize(5);
    assertThat(last.values())
        .extracting(row -> row.get("story").asText())
        .containsOnly(last.values().iterator().next().get("story").asText());
    assertThat(last.values()).extracting(row -> row.get("verdict").asText()).contains("REWRITE");
  }

  private static List<JsonNode> standing(JsonNode row, String... standings) {
    Set<String> wanted = Set.of(standings);
    return StreamSupport.stream(row.get("origins").spliterator(), false)
        .filter(origin -> wanted.contains(origin.get("standing").asText()))
        .toList();
  }
}
