package org.wiretally.consensus;

/** What set off a new look at a story. */
public enum Cause {
  /** An article arrived. */
  ARRIVED,
  /** An article was replaced by a newer version. */
  REVISED,
  /** An article, or its place in the story, was withdrawn. */
  WITHDRAWN,
  /** The story took in another one, or went into another one. */
  MERGED
}
