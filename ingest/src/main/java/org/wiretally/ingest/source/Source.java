package org.wiretally.ingest.source;

/**
 * A place that articles come from.
 *
 * <p>A finite source returns from {@link #read} at its end, a live one when its thread is
 * interrupted. Not safe for use by several threads.
 */
public interface Source {
  /** What it is, for people: "folder seeds", "feed https://example.com/rss". */
  String name();

  /**
   * Delivers everything, in order.
   *
   * @throws SourceException where the source as a whole cannot be read
   * @throws InterruptedException where the thread is told to stop
   */
  void read(Sink sink) throws InterruptedException;

  /** How many bytes it has, 0 where nobody knows. */
  default long size() {
    return 0;
  }

  /** How many of them are read; may be asked by other threads. */
  default long position() {
    return 0;
  }
}
