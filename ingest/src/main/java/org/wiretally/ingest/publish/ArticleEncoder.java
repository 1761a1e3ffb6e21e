package org.wiretally.ingest.publish;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.wiretally.ingest.normalize.NormalizedArticle;
import org.wiretally.ingest.normalize.OffsetRuns;
import org.wiretally.ingest.source.Item;
import org.wiretally.schemas.Article;
import org.wiretally.schemas.ArticleStatus;
import org.wiretally.schemas.DeadLetter;
import org.wiretally.schemas.OffsetRun;
import org.wiretally.schemas.PublishedFrom;

/** Makes the records of the topics of what was read. Pure: it needs neither broker nor registry. */
public final class ArticleEncoder {
  /** The stage that dead letters of ingestion name. */
  public static final String STAGE = "ingest";

  private ArticleEncoder() {}

  /**
   * The record of an article.
   *
   * @param ingestedAt processing time
   */
  public static Article encode(NormalizedArticle article, Instant ingestedAt) {
    return Article.newBuilder()
        .setArticleId(article.id())
        .setVersion(article.version())
        .setStatus(article.withdrawn() ? ArticleStatus.WITHDRAWN : ArticleStatus.USABLE)
        .setTitle(article.title())
        .setText(article.text())
        .setOffsets(offsets(article.offsets()))
        .setPublished(article.published())
        .setPublishedFrom(PublishedFrom.valueOf(article.publishedFrom().name()))
        .setPublisher(article.publisher())
        .setUrl(article.url())
        .setLanguage(article.language())
        .setSource(article.source())
        .setIngestedAt(ingestedAt)
        .build();
  }

  /**
   * The record of something that cannot be read.
   *
   * @param at processing time
   */
  public static DeadLetter encode(Item.Broken broken, Instant at) {
    return DeadLetter.newBuilder()
        .setStage(STAGE)
        .setCause(broken.cause())
        .setSource(broken.source())
        .setValue(ByteBuffer.wrap(broken.bytes()))
        .setHeaders(Map.of())
        .setAt(at)
        .build();
  }

  /** Empty where the text is the delivered one. */
  private static List<OffsetRun> offsets(OffsetRuns runs) {
    if (runs.size() == 1 && runs.delivered()[0] == 0) {
      return List.of();
    }
    List<OffsetRun> list = new ArrayList<>(runs.size());
    for (int i = 0; i < runs.size(); i++) {
      list.add(new OffsetRun(runs.text()[i], runs.delivered()[i]));
    }
    return list;
  }
}
