package org.wiretally.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.NullUnmarked;
import org.wiretally.article.Span;
import org.wiretally.consensus.ArticleClaims;
import org.wiretally.consensus.Cause;
import org.wiretally.consensus.ConsensusFold;
import org.wiretally.figures.Claim;
import org.wiretally.figures.Figure;
import org.wiretally.figures.Quantity;
import org.wiretally.figures.Role;
import org.wiretally.figures.Unit;
import org.wiretally.schemas.MonthOfCases;
import org.wiretally.schemas.SourceRecord;
import org.wiretally.sources.TrackRecord;
import org.wiretally.sources.TrackRecord.Month;
import org.wiretally.topology.ConsensusOutput.SourceRow;

/** What the consensus stage learns of the sources, and that it can be taken back. */
@NullUnmarked // a null here fails the test, as it should
class SourceRecordsTest {
  private static final Instant START = Instant.parse("2024-03-01T09:00:00Z");
  private static final YearMonth MARCH = YearMonth.of(2024, 3);
  private static final String POLICE = "CLAIMANT/police";

  /** A record of the topic; without a value where the key is removed. */
  private record Row(String key, SourceRecord value) {}

  private ConsensusStage stage = new ConsensusStage(Duration.ofDays(90));

  @Example
  void aRecordIsToldWhenItChangesAndNotElse() {
    assertThat(put("s1", article("a", 1, "Post", "police", 5))).isEmpty();
    assertThat(put("s1", article("b", 2, "Herald", "a hospital", 5)))
        .extracting(row -> row.value().getName())
        .containsExactly("hospital", "police", "Herald", "Post");
    ArticleClaims copy =
        new ArticleClaims(
            "c", 1, hour(3), "Outlet", "a", article("a", 1, "", "police", 5).claims());
    assertThat(put("s1", copy)).as("a copy is nobody's case").isEmpty();
    assertThat(put("s1", article("d", 4, "Globe", "witnesses", 50)))
        .extracting(row -> row.value().getName())
        .containsExactly("witnesses", "Globe");
  }

  @Example
  void aRowSaysWhatIsKept() {
    put("s1", article("a", 1, "Post", "police", 5));
    assertThat(put("s1", article("b", 2, "Herald", "a hospital", 5)))
        .filteredOn(row -> row.value().getName().equals("police"))
        .singleElement()
        .satisfies(
            row -> {
              SourceRecord record = row.value();
              assertThat(row.key()).isEqualTo("world/" + POLICE);
              assertThat(record.getDesk()).isEqualTo(ConsensusStage.DESK);
              assertThat(record.getMonths()).containsExactly(new MonthOfCases("2024-03", 1, 0, 0));
              assertThat(SourceCodec.source(record).key()).isEqualTo(POLICE);
              assertThat(SourceCodec.read(record)).isEqualTo(stage.records().get(POLICE));
            });
  }

  @Example
  void whatAWithdrawnArticleVouchedForIsTakenBack() {
    put("s1", article("a", 1, "Post", "police", 5));
    put("s1", article("b", 2, "Herald", "a hospital", 5));
    assertThat(remove("s1", "b", Cause.WITHDRAWN))
        .hasSize(4)
        .allSatisfy(row -> assertThat(row.value()).as("nothing is left of it").isNull());
    assertThat(stage.records()).isEmpty();
  }

  @Example
  void whatMovesIntoAnotherStoryCountsThere() {
    put("s1", article("a", 1, "Post", "police", 5));
    put("s1", article("b", 2, "Herald", "a hospital", 5));
    put("s2", article("c", 3, "Globe", "police", 5));
    put("s2", article("d", 4, "Courier", "the coroner", 5));
    assertThat(stage.records().get(POLICE).months()).containsExactly(new Month(MARCH, 2, 0, 0));
    for (String id : List.of("c", "d")) {
      ArticleClaims moved = stage.evidence.get("s2", id);
      remove("s2", id, Cause.MERGED);
      put("s1", moved);
    }
    assertThat(stage.records().get(POLICE).months()).containsExactly(new Month(MARCH, 1, 0, 0));
    assertThat(stage.records()).containsKey("CLAIMANT/coroner");
  }

  @Example
  void aClosedStoryLeavesItsCases() {
    put("s1", article("a", 1, "Post", "police", 5));
    put("s1", article("b", 2, "Herald", "a hospital", 5));
    Map<String, TrackRecord> before = stage.records();
    assertThat(rows(stage.close("s1"))).isEmpty();
    assertThat(stage.records()).isEqualTo(before).isNotEmpty();
  }

  @Example
  void casesOfTwoYearsAgoAreForgottenUnlessTheirStoriesAreOpen() {
    assertThat(policeAfterTwoYears(Duration.ofDays(90))).hasSize(1);
    assertThat(policeAfterTwoYears(ProcessorConfig.FOREVER)).hasSize(2);
  }

  private List<Month> policeAfterTwoYears(Duration retention) {
    stage = new ConsensusStage(retention);
    stage.at(START);
    put("s1", article("a", 1, "Post", "police", 5));
    put("s1", article("b", 2, "Herald", "a hospital", 5));
    int later = 24 * 31 * 25;
    stage.at(hour(later));
    put("s2", article("c", later, "Post", "police", 5));
    put("s2", article("d", later, "Herald", "a hospital", 5));
    return stage.records().get(POLICE).months();
  }

  /**
   * Articles come in any order, some twice, some are withdrawn, some move to another story: what is
   * kept, and what a reader of the topic has, is what the articles that stand give by themselves.
   */
  @Property(tries = 60)
  void theRecordsAreAFunctionOfTheLiveClaims(@ForAll long seed) {
    stage = new ConsensusStage(Duration.ofDays(90));
    Random random = new Random(seed);
    List<ArticleClaims> articles = new ArrayList<>();
    for (int i = 0; i < 14; i++) {
      articles.add(article(i, random));
    }
    Map<String, SourceRecord> topic = new TreeMap<>();
    Map<String, String> storyOf = new TreeMap<>();
    for (int round = 0; round < 3; round++) {
      Collections.shuffle(articles, random);
      for (ArticleClaims article : articles) {
        String id = article.articleId();
        String was = storyOf.get(id);
        if (was != null && random.nextInt(3) == 0) {
          follow(remove(was, id, Cause.WITHDRAWN), topic);
          storyOf.remove(id);
        } else {
          String story = was == null || random.nextInt(4) == 0 ? "s" + random.nextInt(2) : was;
          if (was != null && !was.equals(story)) {
            follow(remove(was, id, Cause.MERGED), topic);
          }
          follow(put(story, article), topic);
          storyOf.put(id, story);
        }
      }
    }
    Map<String, TrackRecord> kept = stage.records();
    assertThat(read(topic)).isEqualTo(kept);

    stage = new ConsensusStage(Duration.ofDays(90));
    Collections.shuffle(articles, random);
    for (ArticleClaims article : articles) {
      String story = storyOf.get(article.articleId());
      if (story != null) {
        put(story, article);
      }
    }
    assertThat(stage.records()).isEqualTo(kept);
  }

  private static void follow(List<Row> rows, Map<String, SourceRecord> topic) {
    for (Row row : rows) {
      if (row.value() == null) {
        topic.remove(row.key());
      } else {
        topic.put(row.key(), row.value());
      }
    }
  }

  private static Map<String, TrackRecord> read(Map<String, SourceRecord> topic) {
    Map<String, TrackRecord> read = new TreeMap<>();
    topic.values().forEach(row -> read.put(SourceCodec.source(row).key(), SourceCodec.read(row)));
    return read;
  }

  private List<Row> put(String story, ArticleClaims article) {
    return touch(story, stage.evidence.put(story, article), Cause.ARRIVED);
  }

  private List<Row> remove(String story, String article, Cause cause) {
    return touch(story, stage.evidence.remove(story, article), cause);
  }

  private List<Row> touch(String story, Set<Figure> touched, Cause cause) {
    return rows(stage.touch(story, ConsensusFold.affected(touched), cause));
  }

  private static List<Row> rows(List<Record<String, ConsensusOutput>> said) {
    List<Row> rows = new ArrayList<>();
    for (Record<String, ConsensusOutput> record : said) {
      if (record.value() instanceof SourceRow row) {
        rows.add(new Row(record.key(), row.row()));
      }
    }
    return rows;
  }

  private static ArticleClaims article(int i, Random random) {
    String id = "a" + i;
    List<String> claimants = List.of("police", "a hospital", "witnesses", "the coroner", "");
    List<Claim> claims = new ArrayList<>();
    for (Figure figure : List.of(Figure.KILLED, Figure.INJURED)) {
      if (claims.isEmpty() || random.nextBoolean()) {
        String claimant = claimants.get(random.nextInt(claimants.size()));
        claims.add(
            claim(
                figure,
                claimant.isEmpty() ? null : claimant,
                1 + random.nextInt(4),
                claims.size()));
      }
    }
    return new ArticleClaims(
        id,
        1,
        hour(random.nextInt(24 * 60)),
        "p" + random.nextInt(5),
        random.nextInt(4) == 0 ? "a0" : id,
        claims);
  }

  private static ArticleClaims article(
      String id, int hour, String publisher, String claimant, long killed) {
    return new ArticleClaims(
        id, 1, hour(hour), publisher, id, List.of(claim(Figure.KILLED, claimant, killed, 0)));
  }

  private static Claim claim(Figure figure, String claimant, long count, int sentence) {
    Span span = new Span(10 * sentence, 10 * sentence + 2);
    return new Claim(
        figure,
        Quantity.exact(count),
        Unit.PERSONS,
        Role.TOTAL,
        Claim.ALL,
        claimant,
        null,
        null,
        false,
        span,
        span,
        "quote",
        List.of(),
        "test");
  }

  private static Instant hour(int hour) {
    return START.plusSeconds(3600L * hour);
  }
}
