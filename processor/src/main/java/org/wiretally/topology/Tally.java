package org.wiretally.topology;

import org.jspecify.annotations.Nullable;
import org.wiretally.consensus.Change;
import org.wiretally.consensus.Consensus;

/**
 * What stands published under one consensus key.
 *
 * @param announced the consensus of the last update; null where it was retracted or merged away
 * @param present the consensus as it stands, which may have more articles and copies than the
 *     announced one
 * @param before the consensus of the update before the last one, null where there was none
 * @param change why the last update was emitted
 * @param label the story's name for people
 * @param revision how many updates the key has had
 */
record Tally(
    @Nullable Consensus announced,
    @Nullable Consensus present,
    @Nullable Consensus before,
    Change.Update change,
    String label,
    int revision) {}
