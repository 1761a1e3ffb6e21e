package org.wiretally.schemas;

import org.apache.kafka.common.KafkaException;

/**
 * The schema registry could not be asked, or could not answer. It says nothing about the record at
 * hand, so whoever catches it stops or tries again and never sends the record to the dead letters.
 */
public final class RegistryUnavailableException extends KafkaException {
  private static final long serialVersionUID = 1L;

  public RegistryUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
