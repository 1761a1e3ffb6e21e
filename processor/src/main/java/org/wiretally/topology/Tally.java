package org.wiretally.topology;

import org.jspecify.annotations.Nullable;
import org.wiretally.consensus.Change;
import org.wiretally.consensus.Shown;
import org.wiretally.sources.Outcomes;

/**
 * What stands published under one consensus key.
 *
 * @param announced the answer of the last update; null where it was retracted or merged away
 * @param before the answer of the update before the last one, null where there was none
 * @param change why the last update was emitted
 * @param present digest of the answer on the compacted topic, which may have more articles and
 *     copies than the announced one
 * @param label the story's name for people
 * @param revision how many updates the key has had
 * @param outcomes what the answer on the compacted topic has said of its sources, which their
 *     records count; null where nothing
 */
record Tally(
    @Nullable Shown announced,
    @Nullable Shown before,
    Change.Update change,
    String present,
    String label,
    int revision,
    @Nullable Outcomes outcomes) {
  Tally with(@Nullable Outcomes others) {
    return new Tally(announced, before, change, present, label, revision, others);
  }
}
