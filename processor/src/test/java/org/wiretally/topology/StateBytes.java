package org.wiretally.topology;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.wiretally.annotate.Annotator;
import org.wiretally.annotate.DeskCut;
import org.wiretally.schemas.Article;
import org.wiretally.schemas.ArticleStatus;
import org.wiretally.schemas.AvroSerdes;
import org.wiretally.schemas.PublishedFrom;
import org.wiretally.schemas.Topic;
import org.wiretally.schemas.Topics;

/**
 * How many bytes each state store keeps of an article, keys and values as they are written; run by
 * hand, docs/stories.md says how and what it gave.
 */
final class StateBytes {
  private static final String REGISTRY = "mock://state-bytes";
  private static final Instant UNDATED = Instant.parse("2020-01-01T00:00:00Z");

  private StateBytes() {}

  /**
   * Measures.
   *
   * @param args a collection's articles as JSON lines, compressed by gzip; how many of them
   */
  public static void main(String[] args) throws IOException {
    int most = Integer.parseInt(args[1]);
    Path state = Files.createTempDirectory("state-bytes");
    try (AvroSerdes serdes = AvroSerdes.at(REGISTRY);
        TopologyTestDriver driver =
            Drivers.driver(
                WiretallyTopology.build(
                    Topics.DEFAULT, serdes, new Annotator(DeskCut.WORLD), Duration.ofDays(9_000)),
                REGISTRY,
                state);
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(
                    new GZIPInputStream(Files.newInputStream(Path.of(args[0]))),
                    StandardCharsets.UTF_8))) {
      var input =
          driver.createInputTopic(
              Topics.DEFAULT.name(Topic.ARTICLES),
              new StringSerializer(),
              serdes.value(Article.class).serializer());
      ObjectMapper json = new ObjectMapper();
      int articles = 0;
      String line;
      while (articles < most && (line = lines.readLine()) != null) {
        Article article = article(json.readTree(line));
        input.pipeInput(article.getArticleId(), article);
        articles++;
      }
      print(driver.getAllStateStores(), articles);
    }
  }

  private static void print(Map<String, StateStore> stores, int articles) {
    System.out.printf("%d articles; rows and bytes an article:%n", articles);
    long all = 0;
    for (Map.Entry<String, StateStore> named : new TreeMap<>(stores).entrySet()) {
      @SuppressWarnings("unchecked") // Stores makes no others
      KeyValueStore<String, Object> store = (KeyValueStore<String, Object>) named.getValue();
      long rows = 0;
      long bytes = 0;
      try (KeyValueIterator<String, Object> entries = store.all()) {
        while (entries.hasNext()) {
          var entry = entries.next();
          rows++;
          bytes += entry.key.getBytes(StandardCharsets.UTF_8).length + written(entry.value);
        }
      }
      all += bytes;
      System.out.printf(
          "%-20s %7.2f rows %,7d bytes%n",
          named.getKey(), (double) rows / articles, bytes / articles);
    }
    System.out.printf("all %,d bytes%n", all / articles);
  }

  private static <V> int written(V value) {
    @SuppressWarnings("unchecked") // a class is one of its own values
    Class<V> type = (Class<V>) value.getClass();
    try (Serde<V> serde = Cbor.serde(type)) {
      return serde.serializer().serialize("", value).length;
    }
  }

  private static Article article(JsonNode row) {
    String published = row.path("published").asText("");
    return Article.newBuilder()
        .setArticleId(row.get("id").asText())
        .setVersion(1)
        .setStatus(ArticleStatus.USABLE)
        .setTitle(row.hasNonNull("title") ? row.get("title").asText() : null)
        .setText(row.path("text").asText(""))
        .setOffsets(List.of())
        .setPublished(published.isEmpty() ? UNDATED : Instant.parse(published))
        .setPublishedFrom(published.isEmpty() ? PublishedFrom.FILE_TIME : PublishedFrom.SOURCE)
        .setPublisher(row.hasNonNull("publisher") ? row.get("publisher").asText() : null)
        .setSource("measurement")
        .setIngestedAt(UNDATED)
        .build();
  }
}
