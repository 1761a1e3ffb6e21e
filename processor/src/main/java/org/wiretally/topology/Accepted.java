package org.wiretally.topology;

import org.wiretally.article.Article;
import org.wiretally.identity.Delivery;

/** A delivery that changes what stands, on its way through annotation. */
sealed interface Accepted {
  Delivery delivery();

  record Standing(Article article, Delivery delivery) implements Accepted {}

  record Killed(String articleId, Delivery delivery) implements Accepted {}

  record Read(org.wiretally.annotate.AnnotatedArticle article, Delivery delivery)
      implements Accepted {}
}
