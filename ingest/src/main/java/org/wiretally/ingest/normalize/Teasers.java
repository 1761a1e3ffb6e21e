package org.wiretally.ingest.normalize;

/** What follows "You may also like": headlines of other articles and texts that break off. */
final class Teasers {
  /** A longer paragraph that ends nowhere is more likely an article's than a headline. */
  private static final int LONGEST_HEADLINE = 200;

  private Teasers() {}

  static boolean isTeaser(CharSequence paragraph) {
    return Words.breaksOff(paragraph)
        || (paragraph.length() <= LONGEST_HEADLINE && !Words.endsSentence(paragraph))
        || (paragraph.length() <= LONGEST_HEADLINE / 2 && isQuestion(paragraph));
  }

  private static boolean isQuestion(CharSequence paragraph) {
    return paragraph.charAt(paragraph.length() - 1) == '?';
  }
}
