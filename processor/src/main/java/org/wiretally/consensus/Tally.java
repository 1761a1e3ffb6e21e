package org.wiretally.consensus;

import org.jspecify.annotations.Nullable;

/**
 * What a profile makes of a ballot.
 *
 * @param low null where open
 * @param best null where nobody states a number
 * @param high null where open
 * @param share share of the vote for best, 0 to 1
 */
record Tally(@Nullable Long low, @Nullable Long best, @Nullable Long high, double share) {}
