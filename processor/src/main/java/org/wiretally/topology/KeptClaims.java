package org.wiretally.topology;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wiretally.consensus.LiveClaim;
import org.wiretally.figures.Claim;

/**
 * The live claims of one article, kept under its story. Only articles that claim something have
 * them, so that a tally reads no more than it needs.
 */
record KeptClaims(
    String articleId,
    int version,
    Instant published,
    @Nullable String publisher,
    String copyRoot,
    List<Claim> claims) {
  KeptClaims withRoot(String newRoot) {
    return new KeptClaims(articleId, version, published, publisher, newRoot, claims);
  }

  Stream<LiveClaim> live() {
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
                    claims.get(i)));
  }

  /** Unique for ever: an article's version is read by one release in one way. */
  static String claimId(String articleId, int version, int index) {
    return articleId + "/" + version + "/" + index;
  }
}
