package org.wiretally.ingest.normalize;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says about an article beside its text. Each is null where they say nothing.
 *
 * @param title the headline, apart from the text
 * @param published when the publisher says that it was published
 * @param publisher who printed it
 * @param url where it stands
 * @param language ISO 639-1 code
 */
public record Facts(
    @Nullable String title,
    @Nullable Instant published,
    @Nullable String publisher,
    @Nullable String url,
    @Nullable String language) {
  /** Nothing said. */
  public static final Facts NONE = new Facts(null, null, null, null, null);
}
