package org.wiretally.article;

/** What the provider says of an article version. */
public enum ArticleStatus {
  /** It stands. */
  USABLE,
  /** The provider took it back (kill, cancel, withhold): every claim in it is withdrawn. */
  WITHDRAWN
}
