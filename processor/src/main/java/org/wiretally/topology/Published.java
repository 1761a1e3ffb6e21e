package org.wiretally.topology;

import org.wiretally.schemas.ConsensusUpdate;

/**
 * A consensus record on its way out.
 *
 * @param announced true for an update, which a reader must be told of; false where the record of an
 *     earlier update merely gained or lost articles that change nothing a reader sees
 */
record Published(ConsensusUpdate update, boolean announced) {}
