package org.wiretally.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code wiretally ingest --feed URL} with {@code wiretally watch} beside it, as README has it. */
@NullUnmarked // a null here fails the test, as it should
class LiveFeedTest {
  private static final String ITEM =
      "<item><guid>%s</guid><title>%s</title><description>%s</description>"
          + "<pubDate>Mon, 02 Mar 2026 08:%02d:00 GMT</pubDate></item>";

  private final AtomicReference<String> items = new AtomicReference<>("");
  private HttpServer server;
  private Thread ingest;
  @TempDir private Path data;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/rss",
        exchange -> {
          byte[] feed =
              ("<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Test wire</title>"
                      + "<link>http://localhost/</link><description>a wire</description>"
                      + items.get()
                      + "</channel></rss>")
                  .getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Content-Type", "application/rss+xml");
          exchange.sendResponseHeaders(200, feed.length);
          exchange.getResponseBody().write(feed);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() throws InterruptedException {
    server.stop(0);
    ingest.interrupt();
    ingest.join(60_000);
  }

  @Test
  @Timeout(value = 180, unit = TimeUnit.SECONDS)
  void anItemAddedToTheFeedShowsUpAsAConsensusUpdate() throws Exception {
    ingest =
        new Thread(
            () ->
                CommandLineRun.of(
                    "ingest",
                    "--feed",
                    "http://localhost:" + server.getAddress().getPort() + "/rss",
                    "--interval",
                    "5",
                    "--data",
                    data.toString()),
            "ingest");
    ingest.start();
    CompletableFuture<CommandLineRun> watch =
        CompletableFuture.supplyAsync(
            () ->
                CommandLineRun.of(
                    "watch",
                    "--data",
                    data.toString(),
                    "--from-beginning",
                    "--count",
                    "2",
                    "--timeout",
                    "120"));
    items.set(
        ITEM.formatted(
            "wire-1",
            "Blast in Nairobi market",
            "A blast at a market in Nairobi killed 12 people and injured 30 others, police said.",
            5));
    CommandLineRun run = watch.get(150, TimeUnit.SECONDS);
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).contains("KILLED").contains("best 12").contains("INJURED");
  }
}
