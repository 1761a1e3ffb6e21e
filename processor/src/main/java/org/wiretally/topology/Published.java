package org.wiretally.topology;

import org.jspecify.annotations.Nullable;
import org.wiretally.schemas.ConsensusUpdate;

/**
 * A consensus record on its way out.
 *
 * @param update null where the key is removed, as its story is closed or went into another one
 * @param announced true for an update, which a reader must be told of; false where the record of an
 *     earlier update merely gained or lost articles that change nothing a reader sees
 */
record Published(@Nullable ConsensusUpdate update, boolean announced) {
  static Published update(ConsensusUpdate update) {
    return new Published(update, true);
  }

  static Published refreshed(ConsensusUpdate update) {
    return new Published(update, false);
  }

  static Published removal() {
    return new Published(null, false);
  }
}
