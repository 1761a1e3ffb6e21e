package org.wiretally.article;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One version of one article, normalised.
 *
 * @param id the provider's permanent id, shared by all versions; neither blank nor with a control
 *     character, which part the keys of what is kept
 * @param version 1 or more; the highest one counts
 * @param status whether the provider still stands by it
 * @param title the headline where the source delivers it apart from the text, else null
 * @param text NFC, one blank line between paragraphs, no line breaks within, chrome removed
 * @param offsets from {@code text} back to the delivered text
 * @param published event time: when the publisher says that it was published
 * @param publisher who printed it, not the claimant; null where unknown
 * @param url null where unknown
 * @param language ISO 639-1 code where the source states it, else null
 * @param dated whether anybody states {@code published}; false where it is a file's time or that of
 *     ingestion, which orders articles and tells nothing of what is past in them
 */
public record Article(
    String id,
    int version,
    ArticleStatus status,
    @Nullable String title,
    String text,
    OffsetMap offsets,
    Instant published,
    @Nullable String publisher,
    @Nullable String url,
    @Nullable String language,
    boolean dated) {
  public Article {
    if (id.isBlank()) {
      throw new IllegalArgumentException("an article needs an id");
    }
    if (id.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          "article id '" + id + "' holds a control character: give it another id");
    }
    if (version < 1) {
      throw new IllegalArgumentException("article " + id + ": version " + version + " is below 1");
    }
  }

  /** A dated article. */
  public Article(
      String id,
      int version,
      ArticleStatus status,
      @Nullable String title,
      String text,
      OffsetMap offsets,
      Instant published,
      @Nullable String publisher,
      @Nullable String url,
      @Nullable String language) {
    this(id, version, status, title, text, offsets, published, publisher, url, language, true);
  }

  /** The time of publication where somebody states it, else null. */
  public @Nullable Instant statedPublication() {
    return dated ? published : null;
  }
}
