package org.wiretally.topology;

import java.time.Instant;
import org.wiretally.consensus.ArticleClaims;
import org.wiretally.figures.Claim;
import org.wiretally.schemas.ClaimStatus;
import org.wiretally.schemas.Role;

/** Claims onto their topic. */
final class ClaimCodec {
  private ClaimCodec() {}

  static org.wiretally.schemas.Claim write(
      String desk,
      String storyId,
      ArticleClaims article,
      String claimId,
      Claim claim,
      ClaimStatus status,
      Instant now) {
    return org.wiretally.schemas.Claim.newBuilder()
        .setClaimId(claimId)
        .setArticleId(article.articleId())
        .setVersion(article.version())
        .setPublisher(article.publisher())
        .setPublished(article.published())
        .setStoryId(storyId)
        .setDesk(desk)
        .setFigure(claim.figure().name())
        .setQuantity(ValueCodec.write(claim.quantity()))
        .setUnit(ValueCodec.write(claim.unit()))
        .setRole(Role.valueOf(claim.role().name()))
        .setGroup(claim.group())
        .setClaimant(claim.claimant())
        .setPlace(claim.place())
        .setAsOf(claim.asOf())
        .setInTitle(claim.inTitle())
        .setSpan(claim.derived() ? null : ValueCodec.write(claim.span()))
        .setSentence(ValueCodec.write(claim.sentence()))
        .setQuote(claim.quote())
        .setParts(claim.parts().stream().map(ValueCodec::write).toList())
        .setRule(claim.rule())
        .setStatus(status)
        .setProcessedAt(now)
        .build();
  }
}
