package org.wiretally.topology;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wiretally.article.Span;
import org.wiretally.consensus.Consensus;
import org.wiretally.consensus.Origin;
import org.wiretally.consensus.Shown;
import org.wiretally.schemas.ChangeKind;
import org.wiretally.schemas.ConsensusUpdate;
import org.wiretally.schemas.Evidence;
import org.wiretally.schemas.Standing;

/** Consensus updates onto their topics. */
final class ConsensusCodec {
  private ConsensusCodec() {}

  /**
   * The record of what stands; where nothing is left, the key and unit of what was there, without
   * values.
   */
  static ConsensusUpdate write(
      String desk, String storyId, Tally tally, @Nullable Consensus present, Instant now) {
    Shown previous = tally.before();
    Shown keyed = present == null ? Stores.opened(previous) : Shown.of(present);
    return ConsensusUpdate.newBuilder()
        .setStoryId(storyId)
        .setStoryLabel(tally.label())
        .setDesk(desk)
        .setFigure(keyed.figure().name())
        .setGroup(keyed.group())
        .setUnit(ValueCodec.write(keyed.unit()))
        .setLow(present == null ? null : present.low())
        .setBest(present == null ? null : present.best())
        .setHigh(present == null ? null : present.high())
        .setConfidence(present == null ? 0 : present.confidence())
        .setDerived(present != null && present.derived())
        .setResidual(present == null ? null : present.residual())
        .setOrigins(
            present == null
                ? List.of()
                : present.origins().stream().map(ConsensusCodec::origin).toList())
        .setArticles(present == null ? List.of() : present.articles())
        .setArticleCount(present == null ? 0 : present.articleCount())
        .setChange(ChangeKind.valueOf(tally.change().kind().name()))
        .setReason(tally.change().reason())
        .setRevision(tally.revision())
        .setPreviousLow(previous == null ? null : previous.low())
        .setPreviousBest(previous == null ? null : previous.best())
        .setPreviousHigh(previous == null ? null : previous.high())
        .setAsOf(keyed.asOf())
        .setProcessedAt(now)
        .build();
  }

  private static org.wiretally.schemas.Origin origin(Origin origin) {
    Span span = origin.evidence().claim().span();
    boolean stated = !origin.evidence().claim().derived() && !origin.evidence().claim().inTitle();
    return org.wiretally.schemas.Origin.newBuilder()
        .setId(origin.id())
        .setClaimant(origin.claimant())
        .setPublishers(origin.publishers())
        .setArticles(origin.articles())
        .setQuantity(ValueCodec.write(origin.quantity()))
        .setStanding(Standing.valueOf(origin.standing().name()))
        .setWeight(origin.weight())
        .setReason(origin.reason())
        .setEvidence(
            Evidence.newBuilder()
                .setArticleId(origin.evidence().articleId())
                .setStart(stated ? span.start() : null)
                .setEnd(stated ? span.end() : null)
                .setQuote(origin.evidence().claim().quote())
                .setRule(origin.evidence().claim().rule())
                .build())
        .build();
  }
}
