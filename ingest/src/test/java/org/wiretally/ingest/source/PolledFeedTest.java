package org.wiretally.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wiretally.ingest.normalize.NormalizedArticle;
import org.wiretally.ingest.normalize.PublishedFrom;

class PolledFeedTest {
  /** What the server answers next. */
  private record Answer(int status, String body, Map<String, String> headers) {}

  private final List<Headers> requests = new ArrayList<>();
  private final List<Answer> answers = new ArrayList<>();
  private final List<String> troubles = new ArrayList<>();
  private final Collected collected = new Collected();
  private HttpServer server = start();

  private HttpServer start() {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @BeforeEach
  void serve() {
    server.createContext("/rss", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private synchronized void answer(HttpExchange exchange) throws IOException {
    requests.add(exchange.getRequestHeaders());
    Answer answer = answers.size() == 1 ? answers.get(0) : answers.remove(0);
    answer.headers().forEach(exchange.getResponseHeaders()::add);
    byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
    try (exchange) {
      if (body.length > 0) {
        exchange.getResponseBody().write(body);
      }
    }
  }

  private URI uri() {
    return URI.create("http://localhost:" + server.getAddress().getPort() + "/rss");
  }

  private void answers(String body) {
    answers.add(new Answer(200, body, Map.of("Content-Type", "application/rss+xml")));
  }

  private PolledFeed feed(int polls) {
    return new PolledFeed(uri(), Duration.ofSeconds(60), new FakeClock(polls - 1), troubles::add);
  }

  /** Polls so many times. */
  private void poll(int times) {
    assertThatThrownBy(() -> feed(times).read(collected)).isInstanceOf(InterruptedException.class);
  }

  private static String rss(String... items) {
    return "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Example Wire</title>"
        + "<link>https://example.com</link><description>d</description><language>en-GB</language>"
        + String.join("", items)
        + "</channel></rss>";
  }

  private static String item(String guid, String text) {
    return "<item><guid isPermaLink=\"false\">"
        + guid
        + "</guid><title>Crash</title><link>https://example.com/"
        + guid
        + "</link><pubDate>Sun, 09 Jan 2022 12:00:00 GMT</pubDate><description>"
        + text
        + "</description></item>";
  }

  @Test
  void anItemIsAnArticle() {
    answers(
        rss(item("a", "&lt;p&gt;Nine were hurt.&lt;/p&gt;&lt;p&gt;Two &lt;b&gt;died&lt;/b&gt;.")));
    poll(1);
    NormalizedArticle article = collected.articles().get(0);
    assertThat(article.id()).isEqualTo("a");
    assertThat(article.title()).isEqualTo("Crash");
    assertThat(article.text()).isEqualTo("Nine were hurt.\n\nTwo died.");
    assertThat(article.published()).isEqualTo("2022-01-09T12:00:00Z");
    assertThat(article.publishedFrom()).isEqualTo(PublishedFrom.SOURCE);
    assertThat(article.publisher()).isEqualTo("Example Wire");
    assertThat(article.url()).isEqualTo("https://example.com/a");
    assertThat(article.language()).isEqualTo("en");
    assertThat(collected.flushes).isEqualTo(1);
  }

  @Test
  void theLongerTextCounts() {
    answers(
        rss(
            item("a", "Short.")
                .replace(
                    "</item>",
                    "<content:encoded xmlns:content=\"http://purl.org/rss/1.0/modules/content/\">"
                        + "<![CDATA[<p>Nine were hurt in the crash.</p>]]></content:encoded>"
                        + "</item>")));
    poll(1);
    assertThat(collected.articles().get(0).text()).isEqualTo("Nine were hurt in the crash.");
  }

  @Test
  void whatWasDeliveredIsNotDeliveredAgainButWhatIsNewIs() {
    answers(rss(item("a", "Nine were hurt.")));
    answers(rss(item("b", "Two died."), item("a", "Nine were hurt.")));
    poll(3);
    assertThat(collected.ids()).containsExactly("a", "b");
  }

  @Test
  void theOldestItemComesFirst() {
    answers(rss(item("c", "Three."), item("b", "Two."), item("a", "One.")));
    poll(1);
    assertThat(collected.ids()).containsExactly("a", "b", "c");
  }

  @Test
  void aChangedItemIsAHigherVersion() {
    answers(rss(item("a", "Nine were hurt.")));
    answers(rss(item("a", "Ten were hurt.")));
    poll(2);
    assertThat(collected.ids()).containsExactly("a", "a");
    assertThat(collected.articles().get(1).text()).isEqualTo("Ten were hurt.");
    assertThat(collected.articles().get(1).version())
        .isGreaterThan(collected.articles().get(0).version());
  }

  @Test
  void atomUpdatesAreVersionsWithTheirOwnTime() {
    String atom =
        "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Example</title><id>f</id>"
            + "<updated>2022-01-09T15:00:00Z</updated><entry><id>urn:a</id><title>Crash</title>"
            + "<published>2022-01-09T12:00:00Z</published><updated>%s</updated>"
            + "<content type=\"html\">&lt;p&gt;%s&lt;/p&gt;</content></entry></feed>";
    answers(String.format(atom, "2022-01-09T12:00:00Z", "Nine were hurt."));
    answers(String.format(atom, "2022-01-09T14:00:00Z", "Ten were hurt."));
    poll(2);
    assertThat(collected.ids()).containsExactly("urn:a", "urn:a");
    assertThat(collected.articles().get(1).version())
        .isGreaterThan(collected.articles().get(0).version());
    assertThat(collected.articles().get(1).published()).isEqualTo("2022-01-09T14:00:00Z");
  }

  @Test
  void theSameFeedGivesTheSameVersionsToAnotherReader() {
    answers(rss(item("a", "Nine were hurt.")));
    poll(1);
    poll(1);
    assertThat(collected.articles().get(0)).isEqualTo(collected.articles().get(1));
  }

  @Test
  void asksWhetherTheFeedHasChanged() {
    answers.add(
        new Answer(
            200,
            rss(item("a", "Nine were hurt.")),
            Map.of("ETag", "\"e1\"", "Last-Modified", "Sun, 09 Jan 2022 12:00:00 GMT")));
    answers.add(new Answer(304, "", Map.of()));
    poll(3);
    assertThat(requests.get(0)).doesNotContainKey("If-none-match");
    for (int i : new int[] {1, 2}) {
      assertThat(requests.get(i).getFirst("If-None-Match")).isEqualTo("\"e1\"");
      assertThat(requests.get(i).getFirst("If-Modified-Since"))
          .isEqualTo("Sun, 09 Jan 2022 12:00:00 GMT");
    }
    assertThat(collected.ids()).containsExactly("a");
    assertThat(troubles).isEmpty();
  }

  @Test
  void backsOffFromTroubleAndRecovers() {
    answers(rss(item("a", "Nine were hurt.")));
    answers.add(new Answer(503, "", Map.of()));
    answers.add(new Answer(503, "", Map.of()));
    answers.add(new Answer(429, "", Map.of("Retry-After", "1000")));
    answers(rss(item("b", "Two died.")));
    FakeClock clock = new FakeClock(5);
    PolledFeed feed = new PolledFeed(uri(), Duration.ofSeconds(60), clock, troubles::add);
    assertThatThrownBy(() -> feed.read(collected)).isInstanceOf(InterruptedException.class);
    assertThat(clock.slept)
        .extracting(Duration::toSeconds)
        .containsExactly(60L, 120L, 240L, 1000L, 60L);
    assertThat(collected.ids()).containsExactly("a", "b");
    assertThat(troubles).hasSize(3);
    assertThat(troubles.get(0))
        .isEqualTo(
            "The feed "
                + uri()
                + " answers with HTTP status 503; check the address. Trying again in 120 s.");
  }

  @Test
  void waitsAnHourAtMost() {
    answers(rss(item("a", "Nine were hurt.")));
    answers.add(new Answer(500, "", Map.of()));
    FakeClock clock = new FakeClock(20);
    PolledFeed feed = new PolledFeed(uri(), Duration.ofSeconds(60), clock, troubles::add);
    assertThatThrownBy(() -> feed.read(collected)).isInstanceOf(InterruptedException.class);
    assertThat(clock.slept).last().isEqualTo(Duration.ofHours(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"no XML at all", "<html><body>Sign in</body></html>", "<rss>", ""})
  void whatIsNoFeedIsADeadLetterWithItsBytes(String body) {
    answers(rss(item("a", "Nine were hurt.")));
    answers(body);
    poll(2);
    assertThat(collected.ids()).containsExactly("a");
    assertThat(collected.causes()).hasSize(1);
    assertThat(collected.causes().get(0)).contains("cannot be read: it is neither RSS nor Atom");
    assertThat(((Item.Broken) collected.items.get(1)).bytes())
        .isEqualTo(body.getBytes(StandardCharsets.UTF_8));
    assertThat(troubles).hasSize(1);
  }

  @Test
  void foreignEntitiesAreNotFetched() {
    answers(
        "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>"
            + "<rss version=\"2.0\"><channel><title>t</title><link>l</link><description>d"
            + "</description><item><guid>a</guid><description>&x;</description></item></channel>"
            + "</rss>");
    PolledFeed feed = feed(1);
    assertThatThrownBy(() -> feed.read(collected))
        .isInstanceOf(SourceException.class)
        .hasMessageContaining("neither RSS nor Atom");
    assertThat(collected.ids()).isEmpty();
  }

  @Test
  void anItemWithoutTextOrTitleIsADeadLetterBesideGoodOnes() {
    answers(rss(item("a", "Nine were hurt."), "<item><guid>b</guid></item>"));
    poll(1);
    assertThat(collected.ids()).containsExactly("a");
    assertThat(collected.causes()).containsExactly(uri() + " b cannot be read: it holds no text.");
  }

  @Test
  void anItemWithATitleOnlyIsAnArticle() {
    answers(rss("<item><guid>b</guid><title>Nine hurt in crash</title></item>"));
    poll(1);
    assertThat(collected.articles().get(0).title()).isEqualTo("Nine hurt in crash");
    assertThat(collected.articles().get(0).text()).isEmpty();
    assertThat(collected.articles().get(0).publishedFrom()).isEqualTo(PublishedFrom.INGEST_TIME);
  }

  @Test
  void aWrongAddressIsOneSentence() {
    answers.add(new Answer(404, "", Map.of()));
    PolledFeed feed = feed(1);
    assertThatThrownBy(() -> feed.read(collected))
        .isInstanceOf(SourceException.class)
        .hasMessage("The feed " + uri() + " answers with HTTP status 404; check the address.");
  }

  @Test
  void aServerThatIsNotThereIsOneSentence() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    URI nobody = URI.create("http://localhost:" + port + "/rss");
    PolledFeed feed =
        new PolledFeed(nobody, Duration.ofSeconds(60), new FakeClock(0), troubles::add);
    assertThatThrownBy(() -> feed.read(collected))
        .isInstanceOf(SourceException.class)
        .hasMessage("The feed " + nobody + " cannot be reached: the connection is refused.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ftp://example.com/rss", "example.com/rss", "file:///etc/hosts"})
  void otherAddressesAreRefused(String address) {
    assertThatThrownBy(
            () ->
                new PolledFeed(
                    URI.create(address), Duration.ofSeconds(60), new FakeClock(0), s -> {}))
        .isInstanceOf(SourceException.class)
        .hasMessageContaining("begins with http:// or https://");
  }
}
