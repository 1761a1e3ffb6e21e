package org.wiretally.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.wiretally.consensus.Consensus;
import org.wiretally.consensus.Origin;
import org.wiretally.consensus.Standing;

/** How a consensus came about, as plain lines: claims, origins, weights, what lost and why. */
public final class Derivation {
  private Derivation() {}

  /** The lines for one consensus; the last answer first, then who stands how to it. */
  public static List<String> of(Consensus consensus) {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "%s %s: best %s, low %s, high %s, confidence %.2f, as of %s",
            consensus.figure(),
            consensus.group(),
            bound(consensus.best(), "none"),
            bound(consensus.low(), "open"),
            bound(consensus.high(), "open"),
            consensus.confidence(),
            consensus.asOf()));
    if (consensus.derived()) {
      lines.add("  The best value was added up from parts; nobody states it as a whole.");
    }
    Long residual = consensus.residual();
    if (residual != null) {
      lines.add(
          residual == 0
              ? "  The stated parts add up to it."
              : "  The stated parts leave a residual of " + residual + ".");
    }
    for (Standing standing : Standing.values()) {
      for (Origin origin : consensus.origins()) {
        if (origin.standing() == standing) {
          lines.addAll(of(origin));
        }
      }
    }
    return lines;
  }

  private static List<String> of(Origin origin) {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "  %-10s %s, weight %.2f: %s",
            origin.standing(),
            Objects.requireNonNullElse(origin.claimant(), "no named source"),
            origin.weight(),
            origin.reason()));
    var claim = origin.evidence().claim();
    lines.add(
        "             \""
            + claim.quote()
            + "\" ("
            + origin.evidence().articleId()
            + (claim.inTitle() ? ", title " : ", ")
            + claim.span().start()
            + "-"
            + claim.span().end()
            + ", rule "
            + claim.rule()
            + ")");
    int articles = origin.articles().size();
    if (articles > 1) {
      lines.add(
          "             in "
              + articles
              + " articles"
              + (origin.publishers().isEmpty()
                  ? ""
                  : " of " + String.join(", ", origin.publishers())));
    }
    return lines;
  }

  private static String bound(@Nullable Long value, String open) {
    return value == null ? open : value.toString();
  }
}
