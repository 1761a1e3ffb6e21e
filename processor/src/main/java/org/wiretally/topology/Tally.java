package org.wiretally.topology;

import org.jspecify.annotations.Nullable;
import org.wiretally.consensus.Consensus;

/**
 * What was last published under one consensus key.
 *
 * @param published null where it was retracted or merged away
 * @param label the story's name for people
 * @param revision how many updates the key has had
 */
record Tally(@Nullable Consensus published, String label, int revision) {}
