package org.wiretally.dedup;

/** What deduplication decided about an article. */
public enum VerdictKind {
  /** No copy of anything kept, and never revised; it may still contain passages of others. */
  FRESH,
  /** The same words as an earlier article, but for case, punctuation and whitespace. */
  EXACT_COPY,
  /** An earlier article's text: cut, re-headlined, lightly edited, with a little added. */
  NEAR_COPY,
  /** An earlier article's text in other words: a paraphrase or a translation back. */
  REWRITE,
  /** A later version of an article, and no copy of another article. */
  REVISION,
  /** Taken back; it counts no longer. */
  WITHDRAWN
}
