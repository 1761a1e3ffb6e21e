package org.wiretally.ingest.normalize;

/** Where an article's time of publication was read, best evidence first. */
public enum PublishedFrom {
  /** The source said so beside the text: a JSON key, a feed's element. */
  SOURCE,
  /** The text says so: a date statement or a dateline. */
  TEXT,
  /** The folder's {@code sources.json} says so. */
  SIDECAR,
  /** The file was last changed then. */
  FILE_TIME,
  /** Another text of its folder, whose file times mean nothing, states that date. */
  FOLDER,
  /** Nothing says so; it was ingested then. */
  INGEST_TIME
}
