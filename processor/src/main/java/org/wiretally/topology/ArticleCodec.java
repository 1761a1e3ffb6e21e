package org.wiretally.topology;

import java.util.List;
import org.wiretally.article.Article;
import org.wiretally.article.ArticleStatus;
import org.wiretally.article.OffsetMap;
import org.wiretally.schemas.OffsetRun;
import org.wiretally.schemas.PublishedFrom;

/** Articles off their topic. */
public final class ArticleCodec {
  private ArticleCodec() {}

  /**
   * The pure record.
   *
   * @throws IllegalArgumentException where the record breaks what its schema cannot say, such as a
   *     blank id
   */
  public static Article read(org.wiretally.schemas.Article row) {
    return new Article(
        row.getArticleId(),
        row.getVersion(),
        ArticleStatus.valueOf(row.getStatus().name()),
        row.getTitle(),
        row.getText(),
        offsets(row.getOffsets()),
        row.getPublished(),
        row.getPublisher(),
        row.getUrl(),
        row.getLanguage(),
        isDated(row.getPublishedFrom()));
  }

  private static boolean isDated(PublishedFrom from) {
    return from != PublishedFrom.FILE_TIME && from != PublishedFrom.INGEST_TIME;
  }

  private static OffsetMap offsets(List<OffsetRun> runs) {
    return runs.isEmpty()
        ? OffsetMap.identity()
        : new OffsetMap(
            runs.stream().mapToInt(OffsetRun::getText).toArray(),
            runs.stream().mapToInt(OffsetRun::getDelivered).toArray());
  }
}
