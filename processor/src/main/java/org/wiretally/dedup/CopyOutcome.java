package org.wiretally.dedup;

import java.util.List;

/**
 * What a change of the kept articles did to the verdicts.
 *
 * @param changed every verdict that is new or different: first that of the article put or
 *     withdrawn, then the others by event time; empty where nothing changed
 */
public record CopyOutcome(List<Verdict> changed) {
  static final CopyOutcome NONE = new CopyOutcome(List.of());

  public CopyOutcome {
    changed = List.copyOf(changed);
  }
}
