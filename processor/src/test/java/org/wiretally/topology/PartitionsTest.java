package org.wiretally.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.TopologyTestDriver;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wiretally.annotate.Annotator;
import org.wiretally.annotate.DeskCut;
import org.wiretally.place.Desk;
import org.wiretally.place.PlaceReader;
import org.wiretally.schemas.Article;
import org.wiretally.schemas.ArticleStatus;
import org.wiretally.schemas.AvroSerdes;
import org.wiretally.schemas.PublishedFrom;
import org.wiretally.schemas.Story;
import org.wiretally.schemas.StoryStatus;
import org.wiretally.schemas.Topic;
import org.wiretally.schemas.Topics;
import org.wiretally.schemas.Verdict;

/**
 * The same articles, in any order and in any number of partitions, end in the same verdicts and
 * stories. One driver stands for the task of one partition of the re-keyed articles; as in a
 * cluster, the hash of the desk says which partition an article goes to.
 *
 * <p>The articles are those of the story corpus, each with two copies: one word for word, one cut
 * at its end and with a paragraph put after it.
 */
@NullUnmarked // a null here fails the test, as it should
class PartitionsTest {
  private static final Topics TOPICS = Topics.DEFAULT;
  private static final String REGISTRY = "mock://partitions-test";
  private static final Annotator ANNOTATOR = new Annotator(DeskCut.COUNTRY);
  private static final Instant FOUND = Instant.parse("2026-11-01T00:00:00Z");

  @TempDir private static Path folder;
  private static final List<Article> ARTICLES = new ArrayList<>();
  private static Map<String, String> inOrder;

  @BeforeAll
  static void inOneAndInOrder() throws IOException {
    for (String[] row : rows("/corpus/stories/pairs.tsv")) {
      for (int i = 2; i < row.length; i += 2) {
        boolean dated = !row[i].isEmpty();
        Instant published = dated ? Instant.parse(row[i]) : FOUND;
        String text = row[i + 1];
        String id = "a" + ARTICLES.size();
        ARTICLES.add(article(id, text, published, dated));
        ARTICLES.add(article(id + "-same", text, published.plusSeconds(600), dated));
        ARTICLES.add(
            article(
                id + "-cut",
                text.substring(0, text.lastIndexOf(' ', text.length() * 9 / 10)),
                published.plusSeconds(1200),
                dated));
      }
    }
    inOrder = decided(1, ARTICLES, folder.resolve("in-order"));
    assertThat(ARTICLES).hasSizeGreaterThan(100);
    assertThat(inOrder).hasSizeGreaterThan(ARTICLES.size()); // their stories too
    assertThat(desks()).hasSizeGreaterThan(6);
    assertThat(inOrder.values()).anyMatch(decision -> decision.contains("EXACT_COPY"));
    assertThat(inOrder.values()).anyMatch(decision -> decision.contains("NEAR_COPY"));
  }

  @ParameterizedTest(name = "{0} partitions, order {1}")
  @CsvSource({"1, 7", "3, 8", "6, 9"})
  void anyOrderInAnyNumberOfPartitionsEndsInTheSameDecisions(int partitions, long seed)
      throws IOException {
    List<Article> shuffled = new ArrayList<>(ARTICLES);
    Collections.shuffle(shuffled, new Random(seed));
    assertThat(decided(partitions, shuffled, folder.resolve(partitions + "-" + seed)))
        .isEqualTo(inOrder);
  }

  /** The last verdict of each article and the stories that are open at the end. */
  private static Map<String, String> decided(int partitions, List<Article> articles, Path state)
      throws IOException {
    Map<String, String> decided = new TreeMap<>();
    for (int partition = 0; partition < partitions; partition++) {
      try (AvroSerdes serdes = AvroSerdes.at(REGISTRY);
          TopologyTestDriver driver =
              Drivers.driver(
                  WiretallyTopology.build(TOPICS, serdes, ANNOTATOR, Duration.ofDays(9_000)),
                  REGISTRY,
                  state.resolve("" + partition))) {
        var input =
            driver.createInputTopic(
                TOPICS.name(Topic.ARTICLES),
                new StringSerializer(),
                serdes.value(Article.class).serializer());
        for (Article article : articles) {
          if (partition == partition(desk(article), partitions)) {
            input.pipeInput(article.getArticleId(), article);
          }
        }
        for (Verdict verdict : rows(driver, serdes, Topic.VERDICTS, Verdict.class)) {
          decided.put(
              "article " + verdict.getArticleId(),
              verdict.getVerdict() + " of " + verdict.getOf() + " in " + verdict.getStoryId());
        }
        for (Story story : rows(driver, serdes, Topic.STORIES, Story.class)) {
          String key = "story " + story.getStoryId();
          if (story.getStatus() == StoryStatus.OPEN) {
            decided.put(key, story.getLabel() + ": " + story.getArticles());
          } else {
            decided.remove(key);
          }
        }
      }
    }
    return decided;
  }

  /** As the default partitioner of a producer has it. */
  private static int partition(String desk, int partitions) {
    return Utils.toPositive(Utils.murmur2(desk.getBytes(StandardCharsets.UTF_8))) % partitions;
  }

  private static Set<String> desks() {
    Set<String> desks = new TreeSet<>();
    ARTICLES.forEach(article -> desks.add(desk(article)));
    return desks;
  }

  private static String desk(Article article) {
    return Desk.deskOf(PlaceReader.world().read(article.getTitle(), article.getText()));
  }

  private static <T extends SpecificRecord> List<T> rows(
      TopologyTestDriver driver, AvroSerdes serdes, Topic topic, Class<T> type) {
    return driver
        .createOutputTopic(
            TOPICS.name(topic), new StringDeserializer(), serdes.value(type).deserializer())
        .readValuesToList();
  }

  private static Article article(String id, String text, Instant published, boolean dated) {
    return Article.newBuilder()
        .setArticleId(id)
        .setVersion(1)
        .setStatus(ArticleStatus.USABLE)
        .setText(text)
        .setOffsets(List.of())
        .setPublished(published)
        .setPublishedFrom(dated ? PublishedFrom.SOURCE : PublishedFrom.FILE_TIME)
        .setSource("test")
        .setIngestedAt(FOUND)
        .build();
  }

  private static List<String[]> rows(String resource) throws IOException {
    try (InputStream in = PartitionsTest.class.getResourceAsStream(resource)) {
      assertThat(in).as(resource).isNotNull();
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .map(line -> line.split("\t", -1))
          .toList();
    }
  }
}
