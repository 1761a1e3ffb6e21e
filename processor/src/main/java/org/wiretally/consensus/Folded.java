package org.wiretally.consensus;

import java.util.List;
import java.util.Map;
import org.wiretally.figures.Figure;
import org.wiretally.sources.Outcomes;

/**
 * What a fold gives.
 *
 * @param answers sorted by figure, the whole before its groups
 * @param outcomes how the sources stood in the answer for the whole of each figure, where it says
 *     anything of anyone
 */
public record Folded(List<Consensus> answers, Map<Figure, Outcomes> outcomes) {
  public Folded {
    answers = List.copyOf(answers);
    outcomes = Map.copyOf(outcomes);
  }
}
