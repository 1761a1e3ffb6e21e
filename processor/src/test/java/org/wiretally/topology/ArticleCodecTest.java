package org.wiretally.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wiretally.annotate.Annotator;
import org.wiretally.annotate.DeskCut;
import org.wiretally.article.Article;
import org.wiretally.schemas.ArticleStatus;
import org.wiretally.schemas.PublishedFrom;

class ArticleCodecTest {
  private static final Annotator ANNOTATOR = new Annotator(DeskCut.WORLD);

  /** A file's time says nothing of what is past in its text; a stated time does. */
  @ParameterizedTest
  @CsvSource({
    "SOURCE, true",
    "TEXT, true",
    "SIDECAR, true",
    "FOLDER, true",
    "FILE_TIME, false",
    "INGEST_TIME, false"
  })
  void onlyAStatedTimeDatesAnArticle(PublishedFrom from, boolean dated) {
    Article article =
        ArticleCodec.read(
            org.wiretally.schemas.Article.newBuilder()
                .setArticleId("a")
                .setVersion(1)
                .setStatus(ArticleStatus.USABLE)
                .setText("In 1997, some 35,000 people took shelter in six camps after clashes.")
                .setOffsets(List.of())
                .setPublished(Instant.parse("2026-03-02T08:00:00Z"))
                .setPublishedFrom(from)
                .setSource("test")
                .setIngestedAt(Instant.EPOCH)
                .build());
    assertThat(article.dated()).isEqualTo(dated);
    assertThat(ANNOTATOR.claims(article).isEmpty()).isEqualTo(dated);
  }
}
