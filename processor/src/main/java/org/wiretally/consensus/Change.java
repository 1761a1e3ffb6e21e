package org.wiretally.consensus;

/** What a reader of a consensus must be told after a new look at it. */
public sealed interface Change {
  /** Nothing that a reader sees has changed. */
  record Unchanged() implements Change {}

  /**
   * An update to emit.
   *
   * @param reason one sentence for a desk editor
   */
  record Update(ChangeKind kind, String reason) implements Change {}
}
