package org.wiretally.topology;

import java.util.Set;
import org.wiretally.consensus.Cause;
import org.wiretally.figures.Figure;
import org.wiretally.schemas.Claim;
import org.wiretally.schemas.Verdict;

/** What the story stage hands on: records for three topics, and stories whose tally may differ. */
sealed interface DeskOutput {
  record VerdictRow(Verdict row) implements DeskOutput {}

  record ClaimRow(Claim row) implements DeskOutput {}

  record StoryRow(org.wiretally.schemas.Story row) implements DeskOutput {}

  /**
   * A story whose live claims may have changed.
   *
   * @param label its name for people, empty where it never had an article
   * @param figures the figures whose evidence is another one now
   * @param cause what set off the change
   * @param closed whether the story is over: its keys are removed and nothing is tallied
   */
  record Touched(
      String desk, String storyId, String label, Set<Figure> figures, Cause cause, boolean closed)
      implements DeskOutput {}
}
