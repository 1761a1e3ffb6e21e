package org.wiretally.dedup;

import java.time.Instant;
import org.wiretally.state.Position;

/**
 * What is kept of an article to judge others by.
 *
 * @param articleId the provider's permanent id
 * @param version 1 or more
 * @param published event time; of two articles with the same text, the earlier is the original, and
 *     of equals the one with the smaller id
 * @param signature of its title and text
 */
public record CopyMember(String articleId, int version, Instant published, Signature signature) {
  public CopyMember {
    if (version < 1) {
      throw new IllegalArgumentException(
          "article " + articleId + ": version " + version + " is below 1");
    }
  }

  Position position() {
    return new Position(published, articleId);
  }
}
