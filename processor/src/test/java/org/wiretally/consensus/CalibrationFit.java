package org.wiretally.consensus;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.wiretally.consensus.Calibration.Make;

/**
 * Fits {@code calibration.tsv}: how often answers of a make were right, the sparse cells leaning on
 * the coarser ones, and never lower for more origins that agree.
 */
final class CalibrationFit {
  private static final List<String> FIGURES =
      List.of(Calibration.ANY, "KILLED", "INJURED", "DETAINED");
  private static final List<String> SIZES = List.of("none", "0", "1", "2-9", "10+");
  private static final List<String> ORIGINS = List.of("0", "1", "2", "3+");
  private static final List<String> SHARES = List.of("less", "more", "most");
  private static final List<String> WHERE = List.of("text", "headline");

  /** So many cases of the coarser cell a cell has before its own. */
  private static final double LEAN = 8;

  /** One event of a timeline counts for no more than so many cases, however often it is asked. */
  private static final double MOST_OF_AN_EVENT = 10;

  private static final long LARGE = 10;

  private final Map<List<String>, double[]> seen = new HashMap<>();

  static CalibrationFit on(List<MeasuredCase> cases, ConsensusFold fold) {
    CalibrationFit fit = new CalibrationFit();
    Map<String, Integer> perEvent = new HashMap<>();
    for (MeasuredCase each : cases) {
      perEvent.merge(event(each), 1, Integer::sum);
    }
    for (MeasuredCase each : cases) {
      Consensus answer = each.answer(fold, each.claims());
      Long value = each.value();
      if (answer != null && value != null && counts(each, answer)) {
        int rows = perEvent.getOrDefault(event(each), 1);
        // An incident is there twice, once with gold stories and once with ours; so is an event.
        double weight =
            each.incident()
                ? 0.5
                : each.timeline() ? 0.5 * Math.min(1, MOST_OF_AN_EVENT / rows) : 1;
        boolean right = each.right(MeasuredCase.point(answer));
        fit.add(Make.of(answer.figure(), answer.best(), answer.origins()), weight, right);
      }
    }
    return fit;
  }

  /**
   * Single wire reports stand in where the incidents have hardly a case, for counts of ten or more:
   * below, their gold, which speaks of terrorism alone, would flatter.
   */
  private static boolean counts(MeasuredCase each, Consensus answer) {
    Long best = answer.best();
    return each.incident() || each.timeline() || (best != null && best >= LARGE);
  }

  private static String event(MeasuredCase each) {
    return each.timeline() ? each.event() : each.event() + each.figure();
  }

  private void add(Make make, double weight, boolean right) {
    for (Make of : List.of(make, make.ofAny())) {
      for (List<String> cell : chain(of)) {
        double[] cases = seen.computeIfAbsent(cell, c -> new double[2]);
        cases[0] += weight;
        cases[1] += right ? weight : 0;
      }
    }
  }

  /** From the coarsest cell to the make's own. */
  private static List<List<String>> chain(Make make) {
    return List.of(
        List.of(make.figure()),
        List.of(make.figure(), make.size()),
        List.of(make.figure(), make.size(), make.origins()),
        List.of(make.figure(), make.size(), make.origins(), make.where()),
        List.of(make.figure(), make.size(), make.origins(), make.where(), make.share()));
  }

  private double rate(Make make) {
    double[] all = seen.getOrDefault(List.of(Calibration.ANY), new double[] {1, 0.5});
    double rate = all[1] / all[0];
    List<List<String>> cells = new ArrayList<>(chain(make.ofAny()));
    if (!make.figure().equals(Calibration.ANY)) {
      List<List<String>> own = chain(make);
      cells.addAll(own.subList(1, own.size()));
    }
    double before = 0;
    for (List<String> cell : cells) {
      double[] cases = seen.getOrDefault(cell, new double[2]);
      // A cell that holds the very cases of the coarser one has nothing to add.
      if (cases[0] != before) {
        rate = (cases[1] + LEAN * rate) / (cases[0] + LEAN);
      }
      before = cases[0];
    }
    return rate;
  }

  private double cases(Make make) {
    return seen.getOrDefault(chain(make).get(4), new double[2])[0];
  }

  /** The rows of the table. */
  List<String> rows() {
    List<String> rows = new ArrayList<>();
    for (String figure : FIGURES) {
      for (String size : SIZES) {
        for (String share : SHARES) {
          for (String where : WHERE) {
            double[] rates = new double[ORIGINS.size()];
            double[] weights = new double[ORIGINS.size()];
            for (int i = 0; i < ORIGINS.size(); i++) {
              Make make = new Make(figure, size, ORIGINS.get(i), share, where);
              rates[i] = rate(make);
              weights[i] = cases(make) + 1;
            }
            neverFalling(rates, weights);
            for (int i = 0; i < ORIGINS.size(); i++) {
              Make make = new Make(figure, size, ORIGINS.get(i), share, where);
              if (figure.equals(Calibration.ANY) || cases(make) >= 1) {
                rows.add(
                    String.format(
                        Locale.ROOT,
                        "%s\t%s\t%s\t%s\t%s\t%.2f\t%.0f",
                        figure,
                        size,
                        ORIGINS.get(i),
                        share,
                        where,
                        Math.round(rates[i] * 20) / 20.0,
                        cases(make)));
              }
            }
          }
        }
      }
    }
    return rows;
  }

  /** From one origin on: neighbours that fall are pooled until none does. */
  private static void neverFalling(double[] rates, double[] weights) {
    for (int pass = 0; pass < rates.length; pass++) {
      for (int i = 2; i < rates.length; i++) {
        if (rates[i] < rates[i - 1]) {
          double pooled =
              (rates[i] * weights[i] + rates[i - 1] * weights[i - 1])
                  / (weights[i] + weights[i - 1]);
          rates[i] = pooled;
          rates[i - 1] = pooled;
        }
      }
    }
  }
}
