package org.wiretally.ingest.normalize;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One version of one article, ready to be published.
 *
 * @param id the provider's permanent id, shared by all versions
 * @param version 1 or more; the highest one counts
 * @param withdrawn whether the provider took it back
 * @param title the headline where it was delivered apart from the text, else null
 * @param text NFC, one blank line between paragraphs, no line breaks within, chrome removed
 * @param offsets from {@code text} back to the delivered text
 * @param published event time
 * @param publishedFrom what {@code published} rests on
 * @param publisher who printed it; null where nobody says
 * @param url where it stands; null where nobody says
 * @param language ISO 639-1 code; null where nobody says
 * @param source where it came from, for people
 * @param dropped what was left out of {@code text} as chrome, in the order of delivery
 */
public record NormalizedArticle(
    String id,
    int version,
    boolean withdrawn,
    @Nullable String title,
    String text,
    OffsetRuns offsets,
    Instant published,
    PublishedFrom publishedFrom,
    @Nullable String publisher,
    @Nullable String url,
    @Nullable String language,
    String source,
    List<Dropped> dropped) {
  public NormalizedArticle {
    dropped = List.copyOf(dropped);
  }

  /** The same article with another time of publication. */
  public NormalizedArticle publishedAt(Instant time, PublishedFrom from) {
    return new NormalizedArticle(
        id, version, withdrawn, title, text, offsets, time, from, publisher, url, language, source,
        dropped);
  }

  /** The same article under another id. */
  public NormalizedArticle known(String otherId) {
    return new NormalizedArticle(
        otherId,
        version,
        withdrawn,
        title,
        text,
        offsets,
        published,
        publishedFrom,
        publisher,
        url,
        language,
        source,
        dropped);
  }

  /**
   * A stretch of the delivered text that is no part of the article.
   *
   * @param rule name of the rule that says so
   * @param start first delivered unit
   * @param end one past the last delivered unit
   */
  public record Dropped(String rule, int start, int end) {}
}
