package org.wiretally.ingest.source;

/**
 * A source cannot be read at all. The message is one sentence for the user that names the thing,
 * the place and the remedy; one bad article in a good source is an {@link Item.Broken} instead.
 */
public final class SourceException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public SourceException(String message) {
    super(message);
  }

  public SourceException(String message, Throwable cause) {
    super(message, cause);
  }

  /** One sentence for the user. */
  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
