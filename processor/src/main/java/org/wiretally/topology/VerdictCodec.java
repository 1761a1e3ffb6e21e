package org.wiretally.topology;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.wiretally.dedup.Passage;
import org.wiretally.dedup.Verdict;
import org.wiretally.schemas.VerdictKind;

/** Verdicts onto their topic. */
final class VerdictCodec {
  private VerdictCodec() {}

  static org.wiretally.schemas.Verdict write(
      String desk, Verdict verdict, Instant published, @Nullable String storyId, Instant now) {
    return org.wiretally.schemas.Verdict.newBuilder()
        .setArticleId(verdict.articleId())
        .setVersion(verdict.version())
        .setVerdict(VerdictKind.valueOf(verdict.kind().name()))
        .setOf(verdict.of())
        .setSimilarity(verdict.similarity())
        .setRoot(verdict.root())
        .setPassages(verdict.passages().stream().map(VerdictCodec::passage).toList())
        .setStoryId(storyId)
        .setDesk(desk)
        .setPublished(published)
        .setProcessedAt(now)
        .build();
  }

  private static org.wiretally.schemas.Passage passage(Passage passage) {
    return new org.wiretally.schemas.Passage(
        passage.of(), passage.first(), passage.last(), passage.similarity());
  }
}
