package org.wiretally.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ExplainerTest {
  private static final String TEXT =
      "The ministry said 26 rebels and 18 soldiers were killed. The minister, 62, spoke at noon.";

  @Test
  void showsSpansDerivationsAndReasons() {
    Extraction extraction = FigureReader.english().read(null, TEXT, null);
    List<String> lines = Explainer.lines(null, TEXT, extraction);
    assertThat(lines)
        .contains(
            "The ministry said [[26|K1]] rebels and [[18|K3]] soldiers were killed. "
                + "The minister, {{62|age}}, spoke at noon.",
            "  K1  KILLED exact (26, 26, 26)  part of attackers  by rule passive at \"26\""
                + "  according to ministry",
            "  K2  KILLED exact (44, 44, 44)  total  by rule sum-of-parts from \"26\" \"18\""
                + "  according to ministry",
            "  \"62\"  age");
  }

  @Test
  void listsCountsInWordsThatNoRuleTook() {
    String text = "The envoy sent hundreds of troops. Several shops reopened.";
    assertThat(Explainer.lines(null, text, FigureReader.english().read(null, text, null)))
        .contains("  \"hundreds of\"  no-figure", "  \"Several\"  thing");
  }

  @Test
  void saysNoneWhereThereIsNothing() {
    String text = "Shops reopened.";
    assertThat(Explainer.lines("Calm", text, FigureReader.english().read("Calm", text, null)))
        .containsExactly("Calm", "", text, "", "Claims", "  none", "Kept apart", "  none");
  }
}
