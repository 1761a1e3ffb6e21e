package org.wiretally.topology;

import org.jspecify.annotations.Nullable;
import org.wiretally.schemas.ConsensusUpdate;

/**
 * A consensus record on its way out.
 *
 * @param update null where the key is removed, as its story is closed
 * @param announced true for an update, which a reader must be told of; false where the record of an
 *     earlier update merely gained or lost articles that change nothing a reader sees
 */
record Published(@Nullable ConsensusUpdate update, boolean announced) {}
