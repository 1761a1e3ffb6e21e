package org.wiretally.text;

import org.jspecify.annotations.Nullable;

/**
 * The words of an article, read once for its places and for its story.
 *
 * @param title null where the source delivers none apart from the text
 * @param text of its first {@link #READ} characters: what comes later is background
 */
public record ArticleWords(@Nullable Words title, Words text) {
  /** Characters that are read of the title, and of the text. */
  public static final int READ = 6_000;

  /** The words of a title, null where there is none, and of a text. */
  public static ArticleWords of(@Nullable String title, String text) {
    return of(title == null ? null : Runs.of(title), Runs.of(text));
  }

  /** As {@link #of(String, String)}, of texts whose runs were read. */
  public static ArticleWords of(@Nullable Runs title, Runs text) {
    return new ArticleWords(title == null ? null : Words.of(title, READ), Words.of(text, READ));
  }
}
