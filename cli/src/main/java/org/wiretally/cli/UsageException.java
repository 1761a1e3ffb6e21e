package org.wiretally.cli;

/**
 * An option whose value makes no sense, found after parsing. Ends with the exit code of wrong
 * usage.
 */
final class UsageException extends UserException {
  private static final long serialVersionUID = 1L;

  UsageException(String sentence) {
    super(sentence);
  }

  UsageException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
