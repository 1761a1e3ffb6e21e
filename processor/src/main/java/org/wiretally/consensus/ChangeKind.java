package org.wiretally.consensus;

/** Why a consensus update was emitted. */
public enum ChangeKind {
  /** The first answer. */
  NEW,
  /** The best value rose. */
  RAISED,
  /** The best value fell on the weight of the evidence. */
  LOWERED,
  /** The best value stands and the interval shrank. */
  NARROWED,
  /** The best value stands and gained support. */
  CONFIRMED,
  /** The best value stands and lost ground: a rival, a wider interval, a lost supporter. */
  DISPUTED,
  /** A correction or withdrawal changed the answer. */
  CORRECTED,
  /** Nothing is left to stand on. */
  RETRACTED,
  /** The story was merged with another one. */
  MERGED
}
