package org.wiretally.topology;

import org.wiretally.annotate.AnnotatedArticle;
import org.wiretally.article.Article;
import org.wiretally.identity.Delivery;

/** A delivery that changes what stands, on its way through annotation. */
sealed interface Accepted {
  Delivery delivery();

  /** An article that now stands, not read yet. */
  record Standing(Article article, boolean revised, Delivery delivery) implements Accepted {}

  /** The same, read. */
  record Read(AnnotatedArticle article, Delivery delivery) implements Accepted {}

  /** An article that the provider took back. */
  record Killed(Delivery delivery) implements Accepted {}
}
