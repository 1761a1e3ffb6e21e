package org.wiretally.figures;

/** A rule that needs what the other rules found in the whole sentence. */
sealed interface SentenceRule extends Rule permits BreakdownRule, GappedRule, OfThemRule {
  /** Reads the sentence once more, from left to right. */
  void read(Reading reading);
}
