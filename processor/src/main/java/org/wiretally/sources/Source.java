package org.wiretally.sources;

import java.util.Comparator;

/**
 * Whom a record is kept of.
 *
 * @param name a publisher as its articles name it; a claimant by the canonical name of the body
 */
public record Source(Kind kind, String name) implements Comparable<Source> {
  /** In the words of the design: who printed it, or who says so. */
  public enum Kind {
    CLAIMANT,
    PUBLISHER
  }

  private static final Comparator<Source> ORDER =
      Comparator.comparing(Source::kind).thenComparing(Source::name);

  public Source {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a source has a name");
    }
  }

  /** Unique among all sources. */
  public String key() {
    return kind + "/" + name;
  }

  @Override
  public int compareTo(Source other) {
    return ORDER.compare(this, other);
  }
}
