package org.wiretally.consensus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.wiretally.query.Derivation;

/** A derivation names the claims, the origins, their weights, what lost and why. */
class DerivationTest {
  @Test
  void saysWhoSupportsAndWhoLostAndWhy() {
    Scenario scenario =
        Scenario.parse(
            """
            2024-03-01T10:00 article a1 by Daily One
                KILLED/PROTESTERS part 26 according to the Interior Ministry
                KILLED/SECURITY_FORCES part 18 according to the Interior Ministry
                KILLED derived 44 according to the Interior Ministry
            2024-03-01T11:00 article a2 by Daily Two
                KILLED hundreds
            """);
    List<LiveClaim> claims =
        scenario.steps.stream().flatMap(step -> step.claims().stream()).toList();
    List<String> lines = Derivation.of(new ConsensusFold(Profile.DEFAULT).fold(claims).get(0));
    assertThat(lines.get(0)).startsWith("KILLED ALL: best 44, low 44, high 999, confidence ");
    assertThat(lines).contains("  The stated parts add up to it.");
    assertThat(lines)
        .anyMatch(
            line -> line.matches("  SUPPORTS   interior ministry, weight 0.\\d\\d: states 44"));
    assertThat(lines)
        .anyMatch(line -> line.startsWith("  DISSENTS   no named source"))
        .anyMatch(line -> line.endsWith(": 100 to 999 does not allow 44"))
        .anyMatch(line -> line.contains("\"KILLED hundreds\" (a2, 0-2, rule scenario)"));
  }
}
