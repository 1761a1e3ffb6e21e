package org.wiretally.topology;

import org.jspecify.annotations.Nullable;
import org.wiretally.schemas.ConsensusUpdate;
import org.wiretally.schemas.SourceRecord;

/** What the consensus stage hands on: records for three topics. */
sealed interface ConsensusOutput {
  /**
   * A consensus record.
   *
   * @param update null where the key is removed, as its story is closed or went into another one
   * @param announced true for an update, which a reader must be told of; false where the record of
   *     an earlier update merely gained or lost articles that change nothing a reader sees
   */
  record Published(@Nullable ConsensusUpdate update, boolean announced) implements ConsensusOutput {
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

  /**
   * A source's record as it is now.
   *
   * @param row null where no case is left
   */
  record SourceRow(@Nullable SourceRecord row) implements ConsensusOutput {}
}
