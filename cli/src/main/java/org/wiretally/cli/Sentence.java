package org.wiretally.cli;

import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.wiretally.cli.embedded.EmbeddedException;
import org.wiretally.ingest.publish.PublishException;
import org.wiretally.ingest.source.SourceException;
import org.wiretally.schemas.RegistryUnavailableException;

/** What is printed of a failure: never a stack trace. */
final class Sentence {
  private Sentence() {}

  static String of(Throwable failure) {
    if (isSentence(failure)) {
      return String.valueOf(failure.getMessage());
    }
    Throwable root = root(failure);
    if (isSentence(root)) {
      return String.valueOf(root.getMessage());
    }
    String message = root.getMessage();
    String said = message == null || message.isBlank() ? "" : ": " + firstLine(message);
    return root instanceof TimeoutException
        ? "gave up waiting" + said
        : root.getClass().getSimpleName() + said;
  }

  /** Exceptions whose message is written for the user. */
  private static boolean isSentence(Throwable failure) {
    return failure instanceof UserException
        || failure instanceof SourceException
        || failure instanceof PublishException
        || failure instanceof EmbeddedException
        || failure instanceof RegistryUnavailableException;
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse("").strip();
  }

  private static Throwable root(Throwable failure) {
    Throwable at = failure;
    @Nullable Throwable cause = at.getCause();
    while (cause != null && cause != at) {
      at = cause;
      cause = at.getCause();
    }
    return at;
  }
}
