package org.wiretally.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wiretally.schemas.ChangeKind;
import org.wiretally.schemas.ConsensusUpdate;
import org.wiretally.schemas.Unit;

class StoryLabelTest {
  @Test
  void aStoryHasOneNameThatOfItsNewestRow() {
    assertThat(
            ConsensusTable.label(
                List.of(
                    row("INJURED", "Port · blast", "2024-03-01T10:00:00Z"),
                    row("KILLED", "Port · factory blast", "2024-03-02T10:00:00Z"),
                    row("MISSING", "Port · fire", "2024-03-01T12:00:00Z"))))
        .isEqualTo("Port · factory blast");
  }

  @Test
  void aStoryWithoutRowsHasNoName() {
    assertThat(ConsensusTable.label(List.of())).isEmpty();
  }

  private static ConsensusUpdate row(String figure, String label, String processedAt) {
    return ConsensusUpdate.newBuilder()
        .setStoryId("s1")
        .setStoryLabel(label)
        .setDesk("WORLD")
        .setFigure(figure)
        .setGroup("ALL")
        .setUnit(Unit.PERSONS)
        .setConfidence(0.5)
        .setDerived(false)
        .setOrigins(List.of())
        .setArticles(List.of())
        .setChange(ChangeKind.NEW)
        .setReason("First count.")
        .setRevision(1)
        .setAsOf(Instant.parse("2024-03-01T09:00:00Z"))
        .setProcessedAt(Instant.parse(processedAt))
        .build();
  }
}
