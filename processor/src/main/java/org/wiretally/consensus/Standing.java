package org.wiretally.consensus;

/** How an origin stands to the best value. */
public enum Standing {
  /** It states the best value. */
  SUPPORTS,
  /** Its words allow the best value, without stating it. */
  COMPATIBLE,
  /** It was overtaken: by the same claimant's later count, or by the growth of the figure. */
  LAGGING,
  /** It is live, credible and at odds with the best value. */
  DISSENTS,
  /**
   * It is kept for the record and weighs nothing: another unit, or what a round-up counts
   * elsewhere.
   */
  REJECTED
}
