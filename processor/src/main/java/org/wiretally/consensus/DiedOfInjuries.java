package org.wiretally.consensus;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wiretally.figures.Claim;
import org.wiretally.figures.Figure;

/**
 * The dead were the injured: where as many were killed as were hurt, and no sentence counts both
 * side by side, the reports mostly speak of the same persons, first shot, then dead. Then nobody
 * can say that anyone else was hurt: the injured are between none and that many, without a best
 * value. One sentence that counts both ("one dead, one wounded") settles that they are others.
 *
 * <p>On the train incidents of the gun-violence data an equal count without such a sentence was
 * right as a count of other persons less often than none at all.
 */
final class DiedOfInjuries {
  private DiedOfInjuries() {}

  /**
   * Replaces the whole count of the injured in the list where the rule applies.
   *
   * @param ofInjured what the articles tell of the injured
   */
  static void apply(List<Telling> ofInjured, List<Consensus> folded, Calibration calibration) {
    Long killed = bestOf(Figure.KILLED, folded);
    if (killed == null || killed == 0 || countedSideBySide(ofInjured)) {
      return;
    }
    folded.replaceAll(
        consensus ->
            consensus.figure().equals(Figure.INJURED)
                    && consensus.group().equals(Claim.ALL)
                    && killed.equals(consensus.best())
                ? undecided(consensus, calibration)
                : consensus);
  }

  private static @Nullable Long bestOf(Figure figure, List<Consensus> folded) {
    for (Consensus consensus : folded) {
      if (consensus.figure().equals(figure) && consensus.group().equals(Claim.ALL)) {
        return consensus.best();
      }
    }
    return null;
  }

  private static boolean countedSideBySide(List<Telling> ofInjured) {
    return ofInjured.stream().anyMatch(telling -> telling.besides(Figure.KILLED));
  }

  private static Consensus undecided(Consensus injured, Calibration calibration) {
    Long high = injured.high();
    Long best = injured.best();
    List<Origin> origins =
        injured.origins().stream()
            .map(
                origin ->
                    origin.standing() == Standing.SUPPORTS
                        ? origin.with(
                            Standing.COMPATIBLE,
                            Quantities.words(origin.quantity())
                                + " may be those who died: no report counts both")
                        : origin)
            .toList();
    return new Consensus(
        injured.figure(),
        injured.group(),
        injured.unit(),
        0L,
        null,
        high == null ? best : high,
        calibration.confidence(injured.figure(), null, origins),
        false,
        null,
        origins,
        injured.articles(),
        injured.articleCount(),
        injured.asOf());
  }
}
