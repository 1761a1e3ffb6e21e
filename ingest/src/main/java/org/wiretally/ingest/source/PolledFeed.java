package org.wiretally.ingest.source;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.wiretally.ingest.normalize.RawArticle;

/**
 * An RSS or Atom feed, asked again and again whether it has changed.
 *
 * <p>An entry's guid is the article's id, the time of its last update makes the version. Only what
 * is new or changed since the last look is delivered. Requests carry {@code If-None-Match} and
 * {@code If-Modified-Since}, so an unchanged feed costs its server next to nothing. After trouble
 * the interval doubles, up to an hour, and {@code Retry-After} is obeyed.
 */
public final class PolledFeed implements Source {
  private static final Duration LONGEST_INTERVAL = Duration.ofHours(1);
  private static final Duration CONNECT_WITHIN = Duration.ofSeconds(10);
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);

  /** A feed holds some tens of entries; the memory of them is bounded. */
  private static final int REMEMBERED = 20_000;

  private final URI uri;
  private final Duration interval;
  private final Clock clock;
  private final Consumer<String> trouble;
  private final HttpClient client;
  private final Map<String, String> digests =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
          return size() > REMEMBERED;
        }
      };

  private @Nullable String etag;
  private @Nullable String lastModified;
  private int failures;

  /**
   * A feed.
   *
   * @param interval between two requests
   * @param trouble is told, in one sentence each, what goes wrong once the feed has been read
   * @throws SourceException where the address is none of HTTP
   */
  public PolledFeed(URI uri, Duration interval, Clock clock, Consumer<String> trouble) {
    String scheme = uri.getScheme();
    if (scheme == null || !scheme.matches("(?i)https?") || uri.getHost() == null) {
      throw new SourceException(
          "A feed's address begins with http:// or https://, and \"" + uri + "\" does not.");
    }
    this.uri = uri;
    this.interval = interval;
    this.clock = clock;
    this.trouble = trouble;
    this.client =
        HttpClient.newBuilder()
            .connectTimeout(CONNECT_WITHIN)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
  }

  @Override
  public String name() {
    return "feed " + uri;
  }

  /**
   * Reads the feed until the thread is interrupted.
   *
   * @throws SourceException where the first request fails: then it is the address that is wrong
   */
  @Override
  public void read(Sink sink) throws InterruptedException {
    boolean first = true;
    while (true) {
      Duration pause = interval;
      try {
        poll(sink);
        failures = 0;
      } catch (Trouble e) {
        if (first) {
          throw new SourceException(e.getMessage(), e);
        }
        failures++;
        pause = backOff(e.retryAfter);
        trouble.accept(e.getMessage() + " Trying again in " + pause.toSeconds() + " s.");
      }
      first = false;
      clock.sleep(pause);
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
    }
  }

  private Duration backOff(@Nullable Duration asked) {
    Duration doubled = interval.multipliedBy(1L << Math.min(failures, 12));
    Duration pause = doubled.compareTo(LONGEST_INTERVAL) > 0 ? LONGEST_INTERVAL : doubled;
    return asked != null && asked.compareTo(pause) > 0 ? asked : pause;
  }

  /** Asks once, and delivers what is new. */
  void poll(Sink sink) throws InterruptedException {
    HttpResponse<InputStream> response = get();
    try (InputStream body = response.body()) {
      int status = response.statusCode();
      if (status == 304) {
        return;
      }
      if (status != 200) {
        throw new Trouble(
            "The feed " + uri + " answers with HTTP status " + status + "; check the address.",
            retryAfter(response));
      }
      byte[] document = body.readNBytes(Limits.FEED_BYTES + 1);
      if (document.length > Limits.FEED_BYTES) {
        throw new Trouble(
            "The feed " + uri + " is longer than " + Limits.FEED_BYTES + " bytes.", null);
      }
      deliver(document, response.headers().firstValue("Content-Type"), sink);
      etag = response.headers().firstValue("ETag").orElse(null);
      lastModified = response.headers().firstValue("Last-Modified").orElse(null);
    } catch (IOException e) {
      throw new Trouble("The feed " + uri + " broke off: " + e.getMessage() + ".", null);
    }
  }

  private HttpResponse<InputStream> get() throws InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri)
            .timeout(ANSWER_WITHIN)
            .header("User-Agent", "wiretally")
            .header(
                "Accept", "application/atom+xml, application/rss+xml, application/xml, text/xml");
    if (etag != null) {
      request.header("If-None-Match", etag);
    }
    if (lastModified != null) {
      request.header("If-Modified-Since", lastModified);
    }
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    } catch (IOException e) {
      throw new Trouble("The feed " + uri + " cannot be reached: " + reason(e) + ".", null);
    }
  }

  private static String reason(IOException e) {
    if (e instanceof HttpTimeoutException) {
      return "no answer within " + ANSWER_WITHIN.toSeconds() + " s";
    }
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnresolvedAddressException) {
        return "the host is unknown";
      }
    }
    if (e instanceof ConnectException) {
      return "the connection is refused";
    }
    return "" + e.getMessage();
  }

  private void deliver(byte[] document, Optional<String> contentType, Sink sink)
      throws InterruptedException {
    Instant now = clock.now();
    List<Feed.Entry> entries;
    try {
      entries = Feed.read(document, contentType.orElse(null), uri, now);
    } catch (IOException e) {
      String cause = "The feed " + uri + " cannot be read: " + e.getMessage() + ".";
      sink.accept(new Item.Broken(uri.toString(), cause, Limits.kept(document)));
      sink.flush();
      throw new Trouble(cause, null);
    }
    // Feeds begin with the newest entry; articles are delivered in the order of their making.
    for (int i = entries.size() - 1; i >= 0; i--) {
      Feed.Entry entry = entries.get(i);
      String before = digests.put(entry.article().id(), entry.digest());
      if (before == null) {
        sink.accept(Item.of(entry.article()));
      } else if (!before.equals(entry.digest())) {
        sink.accept(Item.of(changed(entry.article(), now)));
      }
    }
    sink.flush();
  }

  /** A changed entry is a higher version even where the feed forgets to say when it changed. */
  private static RawArticle changed(RawArticle article, Instant now) {
    return new RawArticle(
        article.id(),
        Math.max(article.version(), Versions.changedAt(now)),
        article.withdrawn(),
        article.text(),
        article.stated(),
        article.sidecar(),
        article.fallbackTime(),
        article.fallbackFrom(),
        article.source());
  }

  private @Nullable Duration retryAfter(HttpResponse<?> response) {
    String value = response.headers().firstValue("Retry-After").orElse("").strip();
    try {
      if (value.matches("\\d{1,6}")) {
        return Duration.ofSeconds(Long.parseLong(value));
      }
      return value.isEmpty()
          ? null
          : Duration.between(
              clock.now(),
              ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** One request that failed. */
  private static final class Trouble extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient @Nullable Duration retryAfter;

    Trouble(String message, @Nullable Duration retryAfter) {
      super(message);
      this.retryAfter = retryAfter;
    }

    @Override
    public String getMessage() {
      return String.valueOf(super.getMessage());
    }
  }
}
