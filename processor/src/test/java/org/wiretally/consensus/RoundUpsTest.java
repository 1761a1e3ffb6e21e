package org.wiretally.consensus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** That what is left out is told with its reason; what is left in, the scenarios say. */
class RoundUpsTest {
  private static final String STREAM =
      """
      2024-05-02T08:00 article a1 by Daily One
          KILLED 11 in Mosul
      2024-05-02T12:00 article a2 by Daily Two
          KILLED 17
          KILLED 11 in Mosul
          KILLED 6 in Basra
          beside KILLED/POLICE subset 3
      """;

  @Test
  void whatIsCountedElsewhereIsRejectedWithItsReason() {
    List<LiveClaim> claims =
        Scenario.parse(STREAM).steps.stream().flatMap(step -> step.claims().stream()).toList();
    List<Consensus> answers = new ConsensusFold(Profile.DEFAULT).fold(claims);
    assertThat(answers).hasSize(1);
    assertThat(answers.get(0).best()).isEqualTo(11);
    assertThat(answers.get(0).origins())
        .filteredOn(origin -> origin.standing() == Standing.REJECTED)
        .extracting(origin -> origin.quantity().best() + " " + origin.reason())
        .containsExactlyInAnyOrder("17 counts several places together", "6 counts in Basra alone");
  }
}
