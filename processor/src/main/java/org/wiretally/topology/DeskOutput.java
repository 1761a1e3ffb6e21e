package org.wiretally.topology;

import org.jspecify.annotations.Nullable;
import org.wiretally.consensus.Cause;
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
   * @param label its name for people, null where it is as before
   * @param cause what set off the change
   */
  record Touched(String desk, String storyId, @Nullable String label, Cause cause)
      implements DeskOutput {}
}
