package org.wiretally.story;

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
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.wiretally.annotate.Annotator;
import org.wiretally.annotate.DeskCut;
import org.wiretally.article.Article;
import org.wiretally.article.ArticleStatus;
import org.wiretally.article.OffsetMap;
import org.wiretally.state.InMemoryTable;

/**
 * Labelled pairs of articles from a measuring collection.
 *
 * <p>A pair is taken where the blocking keys would have the index compare the two. In trec_ts the
 * pools of all events are laid over each other in time, so that articles of another pool, on its
 * event or not, are examples of another event at the same time; within a pool an article without a
 * gold event says nothing.
 */
final class LabelledPairs {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Instant UNDATED = Instant.parse("2020-01-01T00:00:00Z");
  private static final Instant LAID_OVER = Instant.parse("2012-01-10T00:00:00Z");

  /** Pairs of one label that an article may bring, lest the largest events be all that is seen. */
  private static final int MOST = 200;

  private static final int MOST_OF_POOLS = 4;

  /** More than the index looks at, for more examples. */
  private static final int NEIGHBOURS = 32;

  /**
   * A pair.
   *
   * @param sameEvent what the gold says
   * @param measures as {@link Likeness#measure} gives them
   */
  record Pair(boolean sameEvent, @SuppressWarnings("ArrayRecordComponent") double[] measures) {}

  /** An article, its event (null: none known) and its pool. */
  record Labelled(KeptArticle article, @Nullable String event, String pool) {}

  private LabelledPairs() {}

  /** The articles of one part of a collection that belong to at most one event. */
  static List<Labelled> articles(Path set, String split, boolean pools) throws IOException {
    Map<String, JsonNode> texts = new HashMap<>();
    for (JsonNode row : rows(set.resolve("articles.jsonl.gz"))) {
      texts.put(row.get("id").asText(), row);
    }
    Map<String, Instant> starts = new HashMap<>();
    if (pools) {
      for (JsonNode event : rows(set.resolve("events.jsonl.gz"))) {
        starts.put(event.get("event_id").asText(), Instant.parse(event.get("start").asText()));
      }
    }
    Annotator annotator = new Annotator(DeskCut.WORLD);
    List<Labelled> articles = new ArrayList<>();
    for (JsonNode gold : rows(set.resolve("gold_articles.jsonl.gz"))) {
      JsonNode events = gold.get(pools ? "relevant_to" : "event_ids");
      JsonNode pool = gold.get("event_ids");
      boolean usable = !gold.has("usable") || gold.get("usable").asBoolean();
      JsonNode text = texts.get(gold.get("id").asText());
      boolean clear = pool.size() == 1 && (pools ? events.size() <= 1 : events.size() == 1);
      if (text != null && usable && clear && gold.get("split").asText().equals(split)) {
        String name = pool.get(0).asText();
        articles.add(
            new Labelled(
                kept(text, annotator, starts.get(name), name),
                events.isEmpty() ? null : events.get(0).asText(),
                name));
      }
    }
    articles.sort((a, b) -> KeptArticle.CANONICAL.compare(a.article(), b.article()));
    return articles;
  }

  private static KeptArticle kept(
      JsonNode row, Annotator annotator, @Nullable Instant start, String pool) {
    boolean dated = row.hasNonNull("published");
    Instant published = dated ? Instant.parse(row.get("published").asText()) : UNDATED;
    String id = row.get("id").asText();
    Article article =
        new Article(
            id,
            1,
            ArticleStatus.USABLE,
            row.hasNonNull("title") ? row.get("title").asText() : null,
            row.get("text").asText(),
            OffsetMap.identity(),
            published,
            null,
            null,
            null,
            dated);
    Instant time =
        start == null
            ? published
            : LAID_OVER
                .plus(Duration.between(start, published))
                .plus(Duration.ofDays(Math.floorMod(pool.hashCode(), 3)));
    return new KeptArticle(
        id, time, id, annotator.annotate(article, false).features(), null, List.of(), "");
  }

  /** The pairs of the articles, which are in canonical order. */
  static List<Pair> pairs(List<Labelled> articles, boolean pools) {
    int most = pools ? MOST_OF_POOLS : MOST;
    Random random = new Random(1);
    Map<String, Labelled> byId = new HashMap<>();
    Postings postings = new Postings(new InMemoryTable<>(), NEIGHBOURS);
    List<Pair> pairs = new ArrayList<>();
    for (Labelled later : articles) {
      List<String> earlier = new ArrayList<>(postings.around(later.article()).earlier());
      Collections.shuffle(earlier, random);
      int[] seen = new int[2];
      for (String id : earlier) {
        Labelled other = Objects.requireNonNull(byId.get(id));
        Boolean label = label(other, later);
        if (label != null && seen[label ? 1 : 0]++ < most) {
          pairs.add(new Pair(label, Likeness.measure(later.article(), other.article())));
        }
      }
      postings.add(later.article());
      byId.put(later.article().articleId(), later);
    }
    return pairs;
  }

  private static @Nullable Boolean label(Labelled a, Labelled b) {
    if (a.event() != null && b.event() != null) {
      return a.event().equals(b.event());
    }
    boolean unknown = (a.event() == null && b.event() == null) || a.pool().equals(b.pool());
    return unknown ? null : Boolean.FALSE;
  }

  private static List<JsonNode> rows(Path file) throws IOException {
    List<JsonNode> rows = new ArrayList<>();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        rows.add(JSON.readTree(line));
      }
    }
    return rows;
  }
}
