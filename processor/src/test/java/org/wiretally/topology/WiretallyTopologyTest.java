package org.wiretally.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wiretally.annotate.Annotator;
import org.wiretally.annotate.DeskCut;
import org.wiretally.schemas.Article;
import org.wiretally.schemas.ArticleStatus;
import org.wiretally.schemas.AvroSerdes;
import org.wiretally.schemas.ChangeKind;
import org.wiretally.schemas.Claim;
import org.wiretally.schemas.ClaimStatus;
import org.wiretally.schemas.ConsensusUpdate;
import org.wiretally.schemas.PublishedFrom;
import org.wiretally.schemas.SourceRecord;
import org.wiretally.schemas.Story;
import org.wiretally.schemas.StoryStatus;
import org.wiretally.schemas.Topic;
import org.wiretally.schemas.Topics;
import org.wiretally.schemas.Verdict;
import org.wiretally.schemas.VerdictKind;

@NullUnmarked // a null here fails the test, as it should
class WiretallyTopologyTest {
  private static final Topics TOPICS = Topics.DEFAULT;
  private static final Annotator ANNOTATOR = new Annotator(DeskCut.COUNTRY);
  private static final Instant DAY = Instant.parse("2026-03-02T08:00:00Z");
  private static final String REGISTRY = "mock://topology-test";

  private static final String BLAST =
      "A blast tore through a market in Nairobi, Kenya, on Monday. At least 12 people were killed"
          + " and 30 were injured, the police said.";

  private static final String FERRY =
      "Three people drowned when a ferry capsized off Mombasa, Kenya, the coast guard said.";

  private static final String BLAST_IN_OTHER_WORDS =
      "Doctors in Nairobi, Kenya, spent Monday treating people hurt when a bomb went off among the"
          + " market stalls. The hospital said at least 12 people were killed and 30 were injured.";

  private final Map<String, String> sources = new TreeMap<>();

  @TempDir private Path folder;
  private AvroSerdes serdes;
  private TopologyTestDriver driver;
  private TestInputTopic<String, Article> articles;

  @BeforeEach
  void start() {
    serdes = AvroSerdes.at(REGISTRY);
    driver =
        Drivers.driver(
            WiretallyTopology.build(TOPICS, serdes, ANNOTATOR, Duration.ofDays(90)),
            REGISTRY,
            folder);
    articles = articles(driver);
  }

  @AfterEach
  void stop() {
    driver.close();
    serdes.close();
  }

  @Test
  void describesItselfAsInTheGoldenFile() throws IOException {
    String description =
        WiretallyTopology.build(TOPICS, serdes, ANNOTATOR, Duration.ofDays(90))
            .describe()
            .toString()
            .strip();
    Path golden = Path.of("src/test/resources/topology/description.txt");
    if (Boolean.getBoolean("wiretally.golden.update")) {
      Files.writeString(golden, description + "\n");
    }
    assertThat(description)
        .as("run with -Dwiretally.golden.update=true to accept, and say so in CHANGELOG.md")
        .isEqualTo(Files.readString(golden).strip());
  }

  @Test
  void anArticleBecomesAConsensus() {
    publish("a", 1, BLAST, 0);
    Map<String, ConsensusUpdate> latest = latest();
    ConsensusUpdate killed = latest.get("KILLED");
    assertThat(killed.getBest()).isEqualTo(12);
    assertThat(killed.getChange()).isEqualTo(ChangeKind.NEW);
    assertThat(killed.getArticles()).containsExactly("a");
    assertThat(killed.getOrigins().get(0).getEvidence().getQuote()).contains("12 people");
    assertThat(latest.get("INJURED").getBest()).isEqualTo(30);
  }

  @Test
  void theStoresShareTheirMemory() {
    publish("a", 1, BLAST, 0);
    assertThat(StoreMemory.inUse()).isPositive().isLessThan(StoreMemory.BOUND);
  }

  @Test
  void aRedeliveryIsSilent() {
    publish("a", 1, BLAST, 0);
    drain(Topic.CONSENSUS_HISTORY, ConsensusUpdate.class);
    drain(Topic.VERDICTS, Verdict.class);
    publish("a", 1, BLAST, 0);
    assertThat(drain(Topic.CONSENSUS_HISTORY, ConsensusUpdate.class)).isEmpty();
    assertThat(drain(Topic.VERDICTS, Verdict.class)).isEmpty();
  }

  @Test
  void aNewVersionReplacesItsClaims() {
    publish("a", 1, BLAST, 0);
    publish("a", 2, BLAST.replace("12 people", "15 people"), 60);
    assertThat(latest().get("KILLED").getBest()).isEqualTo(15);
    assertThat(liveClaims("KILLED")).containsExactly(15L);
  }

  @Test
  void aKillWithdrawsEveryNumberThatStoodOnTheArticle() {
    publish("a", 1, BLAST, 0);
    kill("a", 60);
    ConsensusUpdate killed = latest().get("KILLED");
    assertThat(killed.getChange()).isEqualTo(ChangeKind.RETRACTED);
    assertThat(killed.getBest()).isNull();
    assertThat(liveClaims("KILLED")).isEmpty();
    assertThat(drain(Topic.VERDICTS, Verdict.class))
        .last()
        .extracting(Verdict::getVerdict)
        .isEqualTo(VerdictKind.WITHDRAWN);
  }

  @Test
  void aKillTakesBackWhatTheArticleTaughtOfItsSources() {
    publish("a", 1, BLAST, 0, "Post");
    assertThat(sources()).as("a lone voice proves nothing").isEmpty();
    publish("b", 1, BLAST_IN_OTHER_WORDS, 60, "Herald");
    assertThat(sources())
        .containsEntry(
            "KE/CLAIMANT/police",
            "[{\"month\": \"2026-03\", \"agreed\": 2, \"overtaken\": 0, \"deviated\": 0}]")
        .containsKeys("KE/CLAIMANT/hospital", "KE/PUBLISHER/Herald", "KE/PUBLISHER/Post");
    kill("b", 120);
    assertThat(sources()).isEmpty();
  }

  @Test
  void aRevisionThatIsPlacedElsewhereLeavesItsOldDesk() {
    publish("a", 1, BLAST, 0);
    publish("a", 2, BLAST.replace("Nairobi, Kenya", "Lagos, Nigeria"), 60);
    assertThat(liveClaims("KILLED")).containsExactly(12L);
    assertThat(
            drain(Topic.CONSENSUS_HISTORY, ConsensusUpdate.class).stream()
                .filter(update -> update.getFigure().equals("KILLED"))
                .map(update -> update.getDesk() + " " + update.getChange()))
        .containsExactly("KE NEW", "KE RETRACTED", "NG NEW");
  }

  @Test
  void aLateArticleMergesTwoStoriesAndWhatMovedIsEmittedAgain() {
    String sinking =
        "Eleven people died when a ferry sank off Padang, Indonesia, on Monday, the rescue agency"
            + " said.";
    String arrest =
        "Police in Medan arrested the shipowner Budi Hartono on Monday over missing lifeboats. A"
            + " court will hear Budi Hartono on Tuesday.";
    String between =
        "The ferry in which eleven people drowned off Padang, Indonesia, on Monday had too few"
            + " lifeboats, and police in Medan questioned its owner, Budi Hartono.";
    publish("sinking", 1, sinking, 0);
    publish("arrest", 1, arrest, 120);
    Map<String, String> before = storiesOf(drain(Topic.VERDICTS, Verdict.class));
    assertThat(before.get("arrest")).isNotEqualTo(before.get("sinking"));

    publish("between", 1, between, 60);

    Map<String, String> again = storiesOf(drain(Topic.VERDICTS, Verdict.class));
    assertThat(again).containsEntry("arrest", before.get("sinking"));
    assertThat(again).containsEntry("between", before.get("sinking"));
    assertThat(drain(Topic.STORIES, Story.class))
        .filteredOn(story -> story.getStatus() == StoryStatus.MERGED)
        .singleElement()
        .satisfies(
            story -> {
              assertThat(story.getStoryId()).isEqualTo(before.get("arrest"));
              assertThat(story.getMergedInto()).isEqualTo(before.get("sinking"));
            });
  }

  private static Map<String, String> storiesOf(List<Verdict> verdicts) {
    Map<String, String> stories = new TreeMap<>();
    verdicts.forEach(verdict -> stories.put(verdict.getArticleId(), verdict.getStoryId()));
    return stories;
  }

  @Test
  void aStoryWithoutNewsForTheRetentionIsClosedAndItsKeysRemoved() {
    publish("a", 1, BLAST, 0);
    publish("b", 1, FERRY, 91 * 24 * 60);
    List<KeyValue<String, ConsensusUpdate>> rows =
        output(driver, serdes, Topic.CONSENSUS, ConsensusUpdate.class).readKeyValuesToList();
    List<String> removed =
        rows.stream().filter(row -> row.value == null).map(row -> row.key).toList();
    assertThat(removed).isNotEmpty();
    assertThat(drain(Topic.STORIES, Story.class))
        .filteredOn(story -> story.getStatus() == StoryStatus.CLOSED)
        .singleElement()
        .satisfies(story -> assertThat(story.getArticles()).contains("a"));
    drain(Topic.VERDICTS, Verdict.class);
    publish("a", 1, BLAST, 91 * 24 * 60);
    assertThat(drain(Topic.VERDICTS, Verdict.class))
        .as("what is forgotten is met anew")
        .extracting(Verdict::getArticleId)
        .contains("a");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void anyOrderOfArrivalEndsInTheSameConsensus(long seed, @TempDir Path other) {
    List<Article> all =
        List.of(
            article("a", 1, BLAST, 0),
            article("b", 1, BLAST, 5),
            article("c", 1, BLAST.replace("At least 12", "At least 14"), 120),
            article("c", 2, BLAST.replace("At least 12", "At least 15"), 180),
            article("d", 1, "Two people died in floods in Hanoi, Vietnam, officials said.", 30));
    all.forEach(article -> articles.pipeInput(article.getArticleId(), article));
    List<Article> shuffled = new ArrayList<>(all);
    Collections.shuffle(shuffled, new Random(seed));
    try (TopologyTestDriver second =
        Drivers.driver(
            WiretallyTopology.build(TOPICS, serdes, ANNOTATOR, Duration.ofDays(90)),
            REGISTRY,
            other)) {
      TestInputTopic<String, Article> input = articles(second);
      shuffled.forEach(article -> input.pipeInput(article.getArticleId(), article));
      assertThat(values(second)).isEqualTo(values(driver)).isNotEmpty();
    }
  }

  private static Map<String, List<Object>> values(TopologyTestDriver from) {
    Map<String, List<Object>> values = new TreeMap<>();
    try (AvroSerdes reading = AvroSerdes.at(REGISTRY)) {
      output(from, reading, Topic.CONSENSUS, ConsensusUpdate.class)
          .readKeyValuesToList()
          .forEach(
              update -> {
                ConsensusUpdate value = update.value;
                if (value == null) {
                  values.remove(update.key);
                  return;
                }
                List<Object> seen = new ArrayList<>();
                seen.add(value.getLow());
                seen.add(value.getBest());
                seen.add(value.getHigh());
                seen.add(value.getConfidence());
                if (value.getOrigins().isEmpty()) {
                  values.remove(update.key);
                } else {
                  values.put(update.key, seen);
                }
              });
    }
    return values;
  }

  private TestInputTopic<String, Article> articles(TopologyTestDriver into) {
    return into.createInputTopic(
        TOPICS.name(Topic.ARTICLES),
        new StringSerializer(),
        serdes.value(Article.class).serializer());
  }

  private void publish(String id, int version, String text, int minute) {
    articles.pipeInput(id, article(id, version, text, minute));
  }

  private void publish(String id, int version, String text, int minute, String publisher) {
    articles.pipeInput(
        id, Article.newBuilder(article(id, version, text, minute)).setPublisher(publisher).build());
  }

  private void kill(String id, int minute) {
    articles.pipeInput(
        id,
        Article.newBuilder(article(id, 2, "", minute)).setStatus(ArticleStatus.WITHDRAWN).build());
  }

  /** The months of each source, by key, as the compacted topic has them after all that was said. */
  private Map<String, String> sources() {
    output(driver, serdes, Topic.SOURCES, SourceRecord.class)
        .readKeyValuesToList()
        .forEach(
            row -> {
              if (row.value == null) {
                sources.remove(row.key);
              } else {
                sources.put(row.key, row.value.getMonths().toString());
              }
            });
    return sources;
  }

  private static Article article(String id, int version, String text, int minute) {
    return Article.newBuilder()
        .setArticleId(id)
        .setVersion(version)
        .setStatus(ArticleStatus.USABLE)
        .setText(text)
        .setOffsets(List.of())
        .setPublished(DAY.plusSeconds(60L * minute))
        .setPublishedFrom(PublishedFrom.SOURCE)
        .setSource("test")
        .setIngestedAt(DAY)
        .build();
  }

  private Map<String, ConsensusUpdate> latest() {
    Map<String, ConsensusUpdate> latest = new TreeMap<>();
    drain(Topic.CONSENSUS, ConsensusUpdate.class).stream()
        .filter(update -> update.getGroup().equals("ALL"))
        .forEach(update -> latest.put(update.getFigure(), update));
    return latest;
  }

  private List<Long> liveClaims(String figure) {
    Map<String, Long> live = new TreeMap<>();
    for (Claim claim : drain(Topic.CLAIMS, Claim.class)) {
      if (claim.getFigure().equals(figure)) {
        if (claim.getStatus() == ClaimStatus.LIVE) {
          live.put(claim.getClaimId(), claim.getQuantity().getBest());
        } else {
          live.remove(claim.getClaimId());
        }
      }
    }
    return List.copyOf(live.values());
  }

  private <T extends org.apache.avro.specific.SpecificRecord> List<T> drain(
      Topic topic, Class<T> type) {
    return output(driver, serdes, topic, type).readValuesToList();
  }

  private static <T extends org.apache.avro.specific.SpecificRecord>
      TestOutputTopic<String, T> output(
          TopologyTestDriver from, AvroSerdes reading, Topic topic, Class<T> type) {
    return from.createOutputTopic(
        TOPICS.name(topic), new StringDeserializer(), reading.value(type).deserializer());
  }
}
