package org.wiretally.ingest.normalize;

/** What became of a delivered article. */
public sealed interface Normalization {
  /** It can be published. */
  record Done(NormalizedArticle article) implements Normalization {}

  /**
   * It cannot be read as an article.
   *
   * @param cause one clause for people, such as "it holds no text"
   */
  record Refused(String cause) implements Normalization {}
}
