package org.wiretally.ingest.normalize;

/** What became of delivered bytes. */
public sealed interface Decoding {
  /**
   * They are text.
   *
   * @param text the delivered text, without a byte order mark
   * @param charset name of the encoding that read it
   */
  record Text(String text, String charset) implements Decoding {}

  /**
   * They are no text.
   *
   * @param cause one clause for people, such as "it is a PDF document"
   */
  record Refused(String cause) implements Decoding {}
}
