package org.wiretally.consensus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.wiretally.figures.Figure;

/**
 * Measures the fold on the open collections and writes what docs/consensus.md refers to. It takes
 * minutes, so it runs only where asked for:
 *
 * <pre>./mvnw -pl processor -am test -Dtest=ConsensusMeasurementsTest \
 *   -Dsurefire.failIfNoSpecifiedTests=false -Dwiretally.measure=true [-Dwiretally.calibration.update=true]
 * </pre>
 */
class ConsensusMeasurementsTest {
  private static final Path DATA = Path.of("..", "..", "shared", "data");
  private static final Path REPORT = Path.of("..", "docs", "consensus-measured.md");
  private static final Path CALIBRATION =
      Path.of("src", "main", "resources", "org", "wiretally", "consensus", "calibration.tsv");
  private static final String CALIBRATION_HEAD =
      """
      # How often an answer was right (within a tenth, so exact below ten), by its make. Figure (* for any other), best value,
      # independent origins that state it, their share of the weight cast (less than a half, more, most: nine tenths), whether a
      # headline states it, probability, weight of the cases seen. Fitted by ConsensusMeasurementsTest on the train parts of the
      # open collections: final counts of incidents of gun violence and running totals of news events (an event counts as ten
      # cases at the most), half with the stories as gold gives them and half with our own; and single wire reports of political
      # violence, for counts of ten or more that their gold speaks of. Sparse cells lean on coarser ones with a weight of eight cases; more
      # origins never make an answer less likely; rounded to 0.05.
      """;
  private static final int BINS = 10;

  @Test
  void writesTheReport() throws IOException {
    assumeTrue(
        Boolean.getBoolean("wiretally.measure"), "takes minutes: -Dwiretally.measure=true runs it");
    assumeTrue(Files.isDirectory(DATA), "the open collections are not at " + DATA);
    List<MeasuredCase> cases = new OpenCollections(DATA).cases();
    assertThat(cases).isNotEmpty();
    if (Boolean.getBoolean("wiretally.calibration.update")) {
      Files.writeString(CALIBRATION, calibration(cases));
    }
    String report = report(cases);
    Files.writeString(REPORT, report);
    assertThat(report).contains("| ours |");
  }

  /** The table as fitted on train. Takes effect with the next build. */
  static String calibration(List<MeasuredCase> cases) {
    List<MeasuredCase> train = cases.stream().filter(c -> c.split().equals("train")).toList();
    return CALIBRATION_HEAD
        + String.join("\n", CalibrationFit.on(train, new ConsensusFold(Profile.DEFAULT)).rows())
        + "\n";
  }

  static String report(List<MeasuredCase> cases) {
    StringBuilder report = new StringBuilder();
    report.append(
        """
        # The running consensus: measured

        Written by `ConsensusMeasurementsTest` (its comment says how to run it); do not edit. Everything is `dev`, in memory, on one
        desk. Incidents: exact final counts; timeline: within a tenth. "Gold stories" reads the articles that the gold puts
        together, "our stories" those of the story that shows the event, as `score.py` chooses it.
        """);
    List<MeasuredCase> dev = cases.stream().filter(c -> c.split().equals("dev")).toList();
    ablations(dev, report);
    reliability(dev, report);
    points(dev, report);
    return report.toString();
  }

  private static void ablations(List<MeasuredCase> dev, StringBuilder report) {
    for (boolean gold : new boolean[] {true, false}) {
      report
          .append("\n## Ablations, ")
          .append(gold ? "gold stories" : "our stories")
          .append(
              "\n\n| | killed | injured | arrested | multi killed | multi injured | multi arrested |"
                  + " timeline | final |\n|---|---|---|---|---|---|---|---|---|\n");
      List<MeasuredCase> ofKind = dev.stream().filter(c -> c.goldStory() == gold).toList();
      for (Ablation ablation : Ablation.all()) {
        report.append("| ").append(ablation.name()).append(" |");
        for (Share share : shares(ablation, ofKind)) {
          report.append(String.format(Locale.ROOT, " %.3f |", share.ratio()));
        }
        report.append('\n');
      }
    }
  }

  private static List<Share> shares(Ablation ablation, List<MeasuredCase> cases) {
    Map<String, Share> shares = new TreeMap<>();
    for (MeasuredCase each : cases) {
      Long value = each.value();
      if (value == null) {
        continue;
      }
      Long shown = ablation.shown(each);
      if (each.incident()) {
        boolean right = (shown == null ? 0 : shown) == value.longValue();
        int figure = List.of(Figure.KILLED, Figure.INJURED, Figure.DETAINED).indexOf(each.figure());
        share(shares, "1 all " + figure).add(right);
        if (each.multi()) {
          share(shares, "2 multi " + figure).add(right);
        }
      } else if (each.timeline()) {
        share(shares, each.last() ? "4 final" : "3 timeline")
            .add(MeasuredCase.withinTenth(shown, value));
      }
    }
    return List.copyOf(shares.values());
  }

  private static Share share(Map<String, Share> shares, String key) {
    return shares.computeIfAbsent(key, k -> new Share());
  }

  private static final class Share {
    private int right;
    private int all;

    void add(boolean isRight) {
      all++;
      right += isRight ? 1 : 0;
    }

    double ratio() {
      return all == 0 ? Double.NaN : (double) right / all;
    }
  }

  private record Guess(double confidence, boolean right) {}

  private static void reliability(List<MeasuredCase> dev, StringBuilder report) {
    report.append(
        """

        ## Reliability of confidence

        Of the answers with a confidence in the bin, how many were right: exact for incidents, as `score.py` counts, within a tenth
        for the others. A bar is the observed share, `|` the mean confidence; ECE is the mean gap, weighted by cases.
        """);
    ConsensusFold fold = new ConsensusFold(Profile.DEFAULT);
    for (boolean gold : new boolean[] {true, false}) {
      for (Figure figure : List.of(Figure.KILLED, Figure.INJURED, Figure.DETAINED)) {
        curve(
            "Incidents, " + figure + (gold ? ", gold stories" : ", our stories"),
            guesses(
                dev, fold, c -> c.incident() && c.goldStory() == gold && c.figure().equals(figure)),
            report);
      }
      if (gold) {
        curve(
            "Single wire reports, all figures",
            guesses(dev, fold, c -> !c.incident() && !c.timeline()),
            report);
      }
      curve(
          "Timeline" + (gold ? ", gold stories" : ", our stories"),
          guesses(dev, fold, c -> c.timeline() && !c.last() && c.goldStory() == gold),
          report);
    }
  }

  private static List<Guess> guesses(
      List<MeasuredCase> cases, ConsensusFold fold, Predicate<MeasuredCase> of) {
    List<Guess> guesses = new ArrayList<>();
    for (MeasuredCase each : cases) {
      Long value = each.value();
      if (value != null && of.test(each)) {
        Consensus answer = each.answer(fold, each.claims());
        if (answer != null) {
          Long shown = MeasuredCase.point(answer);
          boolean right =
              each.incident() ? shown != null && shown == value.longValue() : each.right(shown);
          guesses.add(new Guess(answer.confidence(), right));
        }
      }
    }
    return guesses;
  }

  private static void curve(String title, List<Guess> guesses, StringBuilder report) {
    double gaps = 0;
    StringBuilder rows = new StringBuilder();
    for (int bin = 0; bin < BINS; bin++) {
      double from = bin / (double) BINS;
      double to = (bin + 1) / (double) BINS;
      List<Guess> in =
          guesses.stream().filter(g -> g.confidence() >= from && g.confidence() < to).toList();
      if (!in.isEmpty()) {
        double mean = in.stream().mapToDouble(Guess::confidence).average().orElse(0);
        double observed = in.stream().filter(Guess::right).count() / (double) in.size();
        gaps += in.size() * Math.abs(mean - observed);
        rows.append(
            String.format(
                Locale.ROOT,
                "%.1f-%.1f %s %.2f of %d%n",
                from,
                to,
                bar(observed, mean),
                observed,
                in.size()));
      }
    }
    report.append(
        String.format(
            Locale.ROOT,
            "%n%s: ECE %.3f over %d answers%n%n```%n%s```%n",
            title,
            guesses.isEmpty() ? 0 : gaps / guesses.size(),
            guesses.size(),
            rows));
  }

  private static String bar(double observed, double mean) {
    StringBuilder bar = new StringBuilder("#".repeat((int) Math.round(40 * observed)));
    bar.append(" ".repeat(41 - bar.length()));
    bar.setCharAt((int) Math.round(40 * mean), '|');
    return bar.toString();
  }

  private static void points(List<MeasuredCase> dev, StringBuilder report) {
    report.append(
        """

        ## The points of the timeline one by one

        "No text" means that no pooled sentence of the event states the value by the time, so that no reading of the pool can give it.

        | event | time | figure | value | in a text | gold stories | our stories |
        |---|---|---|---|---|---|---|
        """);
    ConsensusFold fold = new ConsensusFold(Profile.DEFAULT);
    Map<String, String> lines = new TreeMap<>();
    for (MeasuredCase each : dev) {
      Long value = each.value();
      if (each.timeline() && !each.last() && value != null) {
        String point =
            each.event()
                + " | "
                + each.time()
                + " | "
                + each.figure()
                + " | "
                + value
                + " | "
                + (each.attainable() ? "yes" : "no text");
        lines.merge(point, shown(each.answer(fold, each.claims()), value), (a, b) -> a + " | " + b);
      }
    }
    lines.forEach((point, shown) -> report.append("| " + point + " | " + shown + " |\n"));
  }

  private static String shown(@Nullable Consensus answer, long value) {
    if (answer == null) {
      return "nothing";
    }
    return (MeasuredCase.withinTenth(answer.best(), value) ? "" : "✗ ")
        + bound(answer.low())
        + "-"
        + bound(answer.high())
        + ", best "
        + bound(answer.best());
  }

  private static String bound(@Nullable Long bound) {
    return bound == null ? "?" : bound.toString();
  }
}
