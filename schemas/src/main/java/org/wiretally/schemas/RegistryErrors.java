package org.wiretally.schemas;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.InterruptedIOException;
import java.net.SocketException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Tells a registry that cannot be asked from a record or schema that is at fault. */
final class RegistryErrors {
  private RegistryErrors() {}

  /**
   * One sentence for what went wrong.
   *
   * @param url the registry
   * @param what the thing that was being written, read or registered, with its place
   */
  static KafkaException classify(String url, String what, Exception error) {
    for (Throwable cause : new Chain(error)) {
      if (cause instanceof RestClientException rest) {
        if (rest.getStatus() >= 500) {
          return new RegistryUnavailableException(
              "the schema registry at " + url + " failed: " + rest.getMessage(), error);
        }
        return new SerializationException(what + ": " + refusal(url, rest), error);
      }
      if (cause instanceof SocketException // connection refused or reset, no route
          || cause instanceof InterruptedIOException // timed out
          || cause instanceof UnknownHostException
          || cause instanceof SSLException
          || cause instanceof TimeoutException) {
        return new RegistryUnavailableException(
            "the schema registry at " + url + " cannot be reached (" + said(cause) + ")", error);
      }
    }
    return new SerializationException(what + ": " + said(deepest(error)), error);
  }

  private static String refusal(String url, RestClientException rest) {
    return switch (rest.getStatus()) {
      case 401, 403 -> "the schema registry at " + url + " refused access: " + rest.getMessage();
      case 404 ->
          "the schema registry at " + url + " does not know its schema: " + rest.getMessage();
      case 409 ->
          "the schema is not compatible with the one that the registry at "
              + url
              + " holds: "
              + rest.getMessage();
      default -> "the schema registry at " + url + " refused it: " + rest.getMessage();
    };
  }

  private static Throwable deepest(Throwable error) {
    Throwable last = error;
    for (Throwable cause : new Chain(error)) {
      last = cause;
    }
    return last;
  }

  private static String said(Throwable error) {
    @Nullable String message = error.getMessage();
    return message == null ? error.getClass().getSimpleName() : message;
  }

  /** An exception and its causes, outermost first; bounded, so that a cycle ends. */
  private record Chain(Throwable first) implements Iterable<Throwable> {
    private static final int MAX_DEPTH = 20;

    @Override
    public java.util.Iterator<Throwable> iterator() {
      return java.util.stream.Stream.iterate(first, error -> error != null, Throwable::getCause)
          .limit(MAX_DEPTH)
          .iterator();
    }
  }
}
