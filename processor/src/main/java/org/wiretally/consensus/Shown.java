package org.wiretally.consensus;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wiretally.figures.Figure;
import org.wiretally.figures.Unit;

/**
 * What a reader saw of an answer: all that the next one is compared with, and no more, as it is
 * kept for every figure of every open story.
 *
 * @param group ALL or a group of victims
 * @param low least, {@code null} where open; in {@code unit}, as {@code best} and {@code high}
 * @param best {@code null} where only bounds are known
 * @param high most, {@code null} where open
 * @param confidence that {@code best} is right, 0 to 1
 * @param derived whether {@code best} was added up from parts
 * @param residual whole minus the sum of its stated parts, {@code null} where no parts are stated
 * @param asOf event time of the newest evidence that is no copy
 * @param supporting ids of the origins that supported it, sorted
 * @param dissenting ids of the origins that dissented, sorted
 */
public record Shown(
    Figure figure,
    String group,
    Unit unit,
    @Nullable Long low,
    @Nullable Long best,
    @Nullable Long high,
    double confidence,
    boolean derived,
    @Nullable Long residual,
    Instant asOf,
    List<String> supporting,
    List<String> dissenting) {
  public Shown {
    supporting = List.copyOf(supporting);
    dissenting = List.copyOf(dissenting);
  }

  /** What a reader sees of the answer. */
  public static Shown of(Consensus consensus) {
    return new Shown(
        consensus.figure(),
        consensus.group(),
        consensus.unit(),
        consensus.low(),
        consensus.best(),
        consensus.high(),
        consensus.confidence(),
        consensus.derived(),
        consensus.residual(),
        consensus.asOf(),
        ids(consensus, Standing.SUPPORTS),
        ids(consensus, Standing.DISSENTS));
  }

  private static List<String> ids(Consensus consensus, Standing standing) {
    return consensus.origins().stream()
        .filter(origin -> origin.standing() == standing)
        .map(Origin::id)
        .distinct()
        .sorted()
        .toList();
  }
}
