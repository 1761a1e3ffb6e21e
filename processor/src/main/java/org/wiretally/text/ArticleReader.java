package org.wiretally.text;

import org.jspecify.annotations.Nullable;

/**
 * Reads the runs of letters and the words of one article after another into the same memory: what
 * it handed out of one article must not be used once it reads the next. The memory stays as large
 * as the longest article needed, some 8 bytes a character. Not thread-safe.
 */
public final class ArticleReader {
  private final Runs titleRuns = new Runs();
  private final Runs textRuns = new Runs();
  private final Words titleWords = new Words();
  private final Words textWords = new Words();

  /** The runs of the title. */
  public Runs title(String title) {
    titleRuns.read(title);
    return titleRuns;
  }

  /** The runs of the text. */
  public Runs text(String text) {
    textRuns.read(text);
    return textRuns;
  }

  /** As {@link ArticleWords#of(Runs, Runs)}. */
  public ArticleWords words(@Nullable Runs title, Runs text) {
    if (title != null) {
      titleWords.read(title, ArticleWords.READ);
    }
    textWords.read(text, ArticleWords.READ);
    return new ArticleWords(title == null ? null : titleWords, textWords);
  }
}
