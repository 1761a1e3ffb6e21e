package org.wiretally.consensus;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.wiretally.figures.Claim;

/**
 * The live claims of one article, as they are kept under its story. Only articles that claim
 * something have them.
 */
public record ArticleClaims(
    String articleId,
    int version,
    Instant published,
    @Nullable String publisher,
    String copyRoot,
    List<Claim> claims) {
  public ArticleClaims {
    claims = List.copyOf(claims);
  }

  /** The same claims in another copy tree. */
  public ArticleClaims withRoot(String newRoot) {
    return new ArticleClaims(articleId, version, published, publisher, newRoot, claims);
  }

  /** The claims one by one, in the order of the article. */
  public List<LiveClaim> live() {
    return IntStream.range(0, claims.size())
        .mapToObj(
            i ->
                new LiveClaim(
                    claimId(articleId, version, i),
                    articleId,
                    version,
                    publisher,
                    published,
                    copyRoot,
                    claims.get(i)))
        .toList();
  }

  /** Unique for ever: an article's version is read by one release in one way. */
  public static String claimId(String articleId, int version, int index) {
    return articleId + "/" + version + "/" + index;
  }
}
