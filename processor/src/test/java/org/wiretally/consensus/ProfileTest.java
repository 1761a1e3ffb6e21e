package org.wiretally.consensus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same claims answer all profiles. */
class ProfileTest {
  private static final String RIVALS =
      """
      2024-03-01T10:00 article a1
          KILLED 20 according to the defence ministry
      2024-03-01T11:00 article a2
          KILLED 20 according to a hospital
      2024-03-01T12:00 article a3
          KILLED 12 according to police
      2024-03-01T13:00 article a4
          KILLED at least 90 according to the rebels
      """;

  @ParameterizedTest
  @CsvSource({
    "DEFAULT, [12 20 -]",
    "CONSERVATIVE, [12 12 -]",
    "INDEPENDENT_TWO, [12 20 -]",
    "LATEST_MAJORITY, [12 20 -]",
    "LOW_BEST_HIGH, [12 20 90]",
  })
  void readsTheBallotItsOwnWay(Profile profile, String values) {
    assertThat(only(profile, RIVALS)).isEqualTo(values);
  }

  @Test
  void oneOriginIsProvisionalWhereTwoAreWanted() {
    String one = "2024-03-01T10:00 article a1\n    KILLED 20 according to police\n";
    assertThat(only(Profile.INDEPENDENT_TWO, one)).isEqualTo("[20 - 20]");
    assertThat(only(Profile.DEFAULT, one)).isEqualTo("[20 20 20]");
  }

  @Test
  void labelsAreRead() {
    for (Profile profile : Profile.values()) {
      assertThat(Profile.of(profile.label())).isEqualTo(profile);
    }
    assertThatThrownBy(() -> Profile.of("acled"))
        .hasMessageContaining("\"acled\"")
        .hasMessageContaining("low-best-high");
  }

  private static String only(Profile profile, String stream) {
    Scenario scenario = Scenario.parse(stream);
    List<LiveClaim> claims =
        scenario.steps.stream().flatMap(step -> step.claims().stream()).toList();
    List<Consensus> folded = new ConsensusFold(profile).fold(claims);
    assertThat(folded).hasSize(1);
    return Scenario.values(folded.get(0));
  }
}
