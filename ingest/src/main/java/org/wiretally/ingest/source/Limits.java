package org.wiretally.ingest.source;

import java.util.Arrays;

/** How much is read at once. A single article must not exhaust the memory. */
public final class Limits {
  /** The longest article that is accepted, in delivered bytes; the longest seen had 100,000. */
  public static final int ARTICLE_BYTES = 2 * 1024 * 1024;

  /** How much of a longer one its dead letter keeps. */
  public static final int KEPT_BYTES = ARTICLE_BYTES;

  /** The longest feed that is accepted, in bytes. */
  public static final int FEED_BYTES = 16 * 1024 * 1024;

  private Limits() {}

  static byte[] kept(byte[] bytes) {
    return bytes.length <= KEPT_BYTES ? bytes : Arrays.copyOf(bytes, KEPT_BYTES);
  }
}
