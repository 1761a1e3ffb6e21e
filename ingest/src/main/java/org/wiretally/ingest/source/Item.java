package org.wiretally.ingest.source;

import java.nio.charset.StandardCharsets;
import org.wiretally.ingest.normalize.Normalization;
import org.wiretally.ingest.normalize.NormalizedArticle;
import org.wiretally.ingest.normalize.Normalizer;
import org.wiretally.ingest.normalize.RawArticle;

/** What a source delivers: an article, or something that should have been one. */
public sealed interface Item {
  /** An article, normalised. */
  record Read(NormalizedArticle article) implements Item {}

  /**
   * Something that cannot be read as an article; it goes to the dead letters.
   *
   * @param source where it was found, for people
   * @param cause one sentence: what is wrong
   * @param bytes what was delivered, the first {@link Limits#KEPT_BYTES} of it at most
   */
  @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
  record Broken(String source, String cause, byte[] bytes) implements Item {}

  /** Normalises an article. */
  static Item of(RawArticle raw) {
    Normalization normalization = Normalizer.normalize(raw);
    if (normalization instanceof Normalization.Done done) {
      return new Read(done.article());
    }
    String cause = ((Normalization.Refused) normalization).cause();
    return new Broken(
        raw.source(),
        raw.source() + " cannot be read: " + cause + ".",
        Limits.kept(raw.text().getBytes(StandardCharsets.UTF_8)));
  }
}
