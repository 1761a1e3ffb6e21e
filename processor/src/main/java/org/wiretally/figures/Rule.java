package org.wiretally.figures;

/**
 * A pattern over the {@link Item}s of a sentence, and the figure that those who match it count for.
 *
 * <p>What a rule finds is a claim of fact unless {@link Factuality} gives a reason against it.
 * Rules hold no state: one serves all sentences of all threads.
 */
sealed interface Rule permits TriggerRule, SentenceRule {
  /** As claims state it. */
  String name();
}
