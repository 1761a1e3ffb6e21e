package org.wiretally.cli;

/**
 * Something that the user can mend. The message is the one sentence that is printed: it names the
 * thing, the place and the remedy.
 */
public class UserException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UserException(String sentence) {
    super(sentence);
  }

  public UserException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
