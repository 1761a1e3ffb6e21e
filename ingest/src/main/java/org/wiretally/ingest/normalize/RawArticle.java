package org.wiretally.ingest.normalize;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One article as a source delivered it, decoded but not yet normalised.
 *
 * @param id the provider's permanent id, shared by all versions; not blank
 * @param version 1 or more; the highest one counts
 * @param withdrawn whether the provider took the article back; its text may then be empty
 * @param text the delivered text, which all spans are mapped back to
 * @param stated what the source says of it
 * @param sidecar what the folder's {@code sources.json} says of it, weaker than the text itself
 * @param fallbackTime the time to take where nobody states one
 * @param fallbackFrom what {@code fallbackTime} is
 * @param source where it came from, for people: a path, a feed's address
 */
public record RawArticle(
    String id,
    int version,
    boolean withdrawn,
    String text,
    Facts stated,
    Facts sidecar,
    Instant fallbackTime,
    PublishedFrom fallbackFrom,
    String source) {
  public RawArticle {
    if (id.isBlank()) {
      throw new IllegalArgumentException("an article from " + source + " needs an id");
    }
    if (version < 1) {
      throw new IllegalArgumentException("article " + id + ": version " + version + " is below 1");
    }
  }

  /** An article without anything beside its text. */
  public static RawArticle ofText(String id, String text, Instant time, @Nullable String source) {
    return new RawArticle(
        id,
        1,
        false,
        text,
        Facts.NONE,
        Facts.NONE,
        time,
        PublishedFrom.INGEST_TIME,
        source == null ? id : source);
  }
}
