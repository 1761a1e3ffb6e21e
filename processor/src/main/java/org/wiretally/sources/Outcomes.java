package org.wiretally.sources;

import java.time.YearMonth;
import java.util.List;

/**
 * What one answer says of those who spoke: each source once.
 *
 * @param month of the answer's newest evidence, in UTC
 * @param cases sorted by source, not empty
 */
public record Outcomes(YearMonth month, List<Case> cases) {
  /** How one source stood. */
  public record Case(Source source, Outcome outcome) {}

  public Outcomes {
    cases = List.copyOf(cases);
    if (cases.isEmpty()) {
      throw new IllegalArgumentException("outcomes are of somebody");
    }
    for (int i = 1; i < cases.size(); i++) {
      if (cases.get(i - 1).source().compareTo(cases.get(i).source()) >= 0) {
        throw new IllegalArgumentException("cases are sorted by source, each once: " + cases);
      }
    }
  }
}
