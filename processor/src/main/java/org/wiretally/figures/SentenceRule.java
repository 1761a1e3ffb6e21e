package org.wiretally.figures;

/**
 * A rule that goes by what other rules found in the sentence: where they found nothing, nor does
 * it.
 */
sealed interface SentenceRule extends Rule
    permits AmongThemRule, BreakdownRule, BringingRule, GappedRule, OfThemRule {
  /** Reads the sentence once more, from left to right. */
  void read(Reading reading);
}
