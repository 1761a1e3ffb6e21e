package org.wiretally.figures;

/** How a claim relates to the whole. */
public enum Role {
  TOTAL,
  /** One of several disjoint parts of a whole: 26 of one group. */
  PART,
  /** Contained in a stated whole: "including 3 children". Never added. */
  SUBSET,
  /** On top of an earlier count: "another five". Adds only to a baseline of the same claimant. */
  INCREMENT,
  UNKNOWN
}
