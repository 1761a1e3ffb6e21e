package org.wiretally.topology;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import org.wiretally.annotate.AnnotatedArticle;

/** What a desk is told of an article; the value of the repartition topic, keyed by the desk. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME)
@JsonSubTypes({
  @JsonSubTypes.Type(value = DeskDelivery.Put.class, name = "put"),
  @JsonSubTypes.Type(value = DeskDelivery.Withdraw.class, name = "withdraw")
})
sealed interface DeskDelivery {
  String articleId();

  /** The article, new or in place of its earlier version. */
  record Put(AnnotatedArticle article) implements DeskDelivery {
    @Override
    public String articleId() {
      return article.articleId();
    }
  }

  /**
   * The article leaves the desk.
   *
   * @param version the version that caused it
   * @param published event time of that version
   * @param moved true where the new version belongs to another desk, false where it was killed
   */
  record Withdraw(String articleId, int version, Instant published, boolean moved)
      implements DeskDelivery {}
}
