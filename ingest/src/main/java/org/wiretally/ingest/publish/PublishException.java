package org.wiretally.ingest.publish;

/**
 * Nothing more can be published. The message is one sentence for the user that names the thing, the
 * place and the remedy.
 */
public final class PublishException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public PublishException(String message, Throwable cause) {
    super(message, cause);
  }
}
