package org.wiretally.cli.embedded;

/**
 * The embedded cluster cannot be had. The message is one sentence for the user: what, where, and
 * what to do.
 */
public final class EmbeddedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  EmbeddedException(String message) {
    super(message);
  }

  EmbeddedException(String message, Throwable cause) {
    super(message, cause);
  }
}
