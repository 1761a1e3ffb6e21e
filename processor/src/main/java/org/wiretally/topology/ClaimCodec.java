package org.wiretally.topology;

import java.time.Instant;
import org.wiretally.article.Span;
import org.wiretally.consensus.ArticleClaims;
import org.wiretally.consensus.LiveClaim;
import org.wiretally.figures.Claim;
import org.wiretally.figures.Figure;
import org.wiretally.figures.Unit;
import org.wiretally.schemas.ClaimStatus;
import org.wiretally.schemas.Role;

/** Claims onto their topic and off it. */
public final class ClaimCodec {
  private static final Span NOWHERE = new Span(0, 0);

  private ClaimCodec() {}

  /**
   * The claim of a row, in a copy tree of its own: verdicts have the roots.
   *
   * @throws IllegalArgumentException where the row has a symbol that this build does not know
   */
  public static LiveClaim read(org.wiretally.schemas.Claim row) {
    Span sentence = row.getSentence() == null ? NOWHERE : ValueCodec.read(row.getSentence());
    return new LiveClaim(
        row.getClaimId(),
        row.getArticleId(),
        row.getVersion(),
        row.getPublisher(),
        row.getPublished(),
        row.getArticleId(),
        new Claim(
            new Figure(row.getFigure()),
            ValueCodec.read(row.getQuantity()),
            Unit.valueOf(row.getUnit().name()),
            org.wiretally.figures.Role.valueOf(row.getRole().name()),
            row.getGroup(),
            row.getClaimant(),
            row.getPlace(),
            row.getAsOf(),
            row.getInTitle(),
            row.getSpan() == null ? sentence : ValueCodec.read(row.getSpan()),
            sentence,
            row.getQuote(),
            row.getParts().stream().map(ValueCodec::read).toList(),
            row.getRule()));
  }

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
