package org.wiretally.ingest.source;

/** Takes what a source delivers. Called by one thread at a time. */
public interface Sink {
  /** Takes one item; may buffer it. */
  void accept(Item item) throws InterruptedException;

  /** Returns when everything accepted so far is safe. A source may forget it then. */
  default void flush() throws InterruptedException {}
}
