package org.wiretally.consensus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.wiretally.annotate.AnnotatedArticle;
import org.wiretally.annotate.Annotator;
import org.wiretally.annotate.DeskCut;
import org.wiretally.article.Article;
import org.wiretally.article.ArticleStatus;
import org.wiretally.article.OffsetMap;
import org.wiretally.dedup.CopyIndex;
import org.wiretally.dedup.CopyMember;
import org.wiretally.dedup.CopyPolicy;
import org.wiretally.dedup.CopyTables;
import org.wiretally.dedup.Verdict;
import org.wiretally.figures.Figure;
import org.wiretally.story.Move;
import org.wiretally.story.StoryIndex;
import org.wiretally.story.StoryOutcome;
import org.wiretally.story.StoryPolicy;
import org.wiretally.story.StoryTables;

/**
 * The collections with gold counts, read through the pure packages alone: annotation, copies and
 * stories in memory, on one desk, in the order of the files.
 */
final class OpenCollections {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Instant UNDATED = Instant.parse("2020-01-01T00:00:00Z");
  private static final Map<String, Figure> FIGURES =
      Map.ofEntries(
          Map.entry("killed", Figure.KILLED),
          Map.entry("injured", Figure.INJURED),
          Map.entry("hospitalized", Figure.INJURED),
          Map.entry("missing", Figure.MISSING),
          Map.entry("arrested", Figure.DETAINED),
          Map.entry("hostages", Figure.KIDNAPPED),
          Map.entry("kidnapped", Figure.KIDNAPPED),
          Map.entry("evacuated", Figure.EVACUATED),
          Map.entry("displaced", Figure.DISPLACED),
          Map.entry("rescued", Figure.RESCUED),
          Map.entry("homeless", Figure.HOMELESS));
  private static final List<String> OF_INCIDENTS = List.of("killed", "injured", "arrested");

  /** An article as copies and stories left it. */
  record Placed(ArticleClaims claims, String storyId) {}

  private final Path data;

  OpenCollections(Path data) {
    this.data = data;
  }

  /** Every case of the collections. */
  List<MeasuredCase> cases() throws IOException {
    List<MeasuredCase> cases = new ArrayList<>(incidents(placed("gva")));
    cases.addAll(timeline(placed("trec_ts")));
    cases.addAll(wireReports());
    return cases;
  }

  /**
   * Single wire reports of political violence, each a story of its own. A figure that the gold says
   * nothing of is no case: it annotates terrorism alone.
   */
  List<MeasuredCase> wireReports() throws IOException {
    Map<String, TreeMap<String, List<Long>>> gold = new TreeMap<>();
    Map<String, String> split = new HashMap<>();
    for (JsonNode row : rows("muc4/gold")) {
      List<Long> values =
          gold.computeIfAbsent(row.get("article").asText(), a -> new TreeMap<>())
              .computeIfAbsent(row.get("figure").asText(), f -> new ArrayList<>());
      addExact(row.get("lo"), row.get("hi"), values);
      row.get("parts").forEach(part -> addExact(part.get(0), part.get(1), values));
      split.put(row.get("article").asText(), row.get("split").asText());
    }
    Annotator annotator = new Annotator(DeskCut.WORLD);
    List<MeasuredCase> cases = new ArrayList<>();
    for (JsonNode row : rows("muc4/articles")) {
      Map<String, List<Long>> figures = gold.get(row.get("id").asText());
      if (figures != null) {
        AnnotatedArticle read = annotator.annotate(article(row), false);
        figures.forEach(
            (name, values) -> {
              if (FIGURES.containsKey(name)) {
                cases.add(wireReport(read, split, name, values));
              }
            });
      }
    }
    return cases;
  }

  private static MeasuredCase wireReport(
      AnnotatedArticle read, Map<String, String> split, String name, List<Long> values) {
    String id = read.articleId();
    return new MeasuredCase(
        "muc4",
        split.getOrDefault(id, "train"),
        true,
        id,
        figure(name),
        null,
        values.isEmpty() ? null : values.get(0),
        values,
        false,
        true,
        true,
        List.of(
            new ArticleClaims(
                id, read.version(), read.published(), read.publisher(), id, read.claims())));
  }

  private static void addExact(JsonNode low, JsonNode high, List<Long> values) {
    if (!low.isNull() && low.equals(high)) {
      values.add(low.asLong());
    }
  }

  /** Final counts of incidents of gun violence. */
  List<MeasuredCase> incidents(Map<String, Placed> placed) throws IOException {
    Map<String, List<String>> articlesOf = goldArticles("gva", "event_ids", placed);
    Map<String, String> shownBy = mainStories(articlesOf, placed, false);
    Map<String, List<ArticleClaims>> stories = byStory(placed);
    List<MeasuredCase> cases = new ArrayList<>();
    for (boolean gold : new boolean[] {true, false}) {
      for (JsonNode row : rows("gva/gold")) {
        String event = row.get("event_id").asText();
        List<String> ids = articlesOf.get(event);
        if (ids != null) {
          List<ArticleClaims> articles =
              gold ? of(ids, placed) : stories.getOrDefault(shownBy.get(event), List.of());
          for (String name : OF_INCIDENTS) {
            cases.add(
                new MeasuredCase(
                    "gva",
                    row.get("split").asText(),
                    gold,
                    event,
                    figure(name),
                    null,
                    row.get(name).asLong(),
                    List.of(),
                    ids.size() > 1,
                    true,
                    true,
                    articles));
          }
        }
      }
    }
    return cases;
  }

  /** Running totals of news events as an encyclopaedia wrote them down. */
  List<MeasuredCase> timeline(Map<String, Placed> placed) throws IOException {
    Map<String, List<String>> articlesOf = goldArticles("trec_ts", "relevant_to", placed);
    Map<String, String> shownBy = mainStories(articlesOf, placed, true);
    Map<String, List<ArticleClaims>> stories = byStory(placed);
    List<JsonNode> points = new ArrayList<>();
    Map<String, Instant> last = new HashMap<>();
    for (JsonNode row : rows("trec_ts/gold_timeline")) {
      if (row.get("scope").asText().equals("total")
          && row.get("unit").asText().equals("people")
          && row.hasNonNull("value")
          && FIGURES.containsKey(row.get("figure").asText())
          && articlesOf.containsKey(row.get("event_id").asText())) {
        points.add(row);
        last.merge(series(row), time(row), (a, b) -> a.isAfter(b) ? a : b);
      }
    }
    List<MeasuredCase> cases = new ArrayList<>();
    for (boolean gold : new boolean[] {true, false}) {
      for (JsonNode row : points) {
        String event = row.get("event_id").asText();
        List<ArticleClaims> all =
            gold
                ? of(articlesOf.getOrDefault(event, List.of()), placed)
                : stories.getOrDefault(shownBy.get(event), List.of());
        cases.add(point(row, gold, false, all));
        if (time(row).equals(last.get(series(row)))) {
          cases.add(point(row, gold, true, all));
        }
      }
    }
    return cases;
  }

  private static MeasuredCase point(
      JsonNode row, boolean gold, boolean last, List<ArticleClaims> all) {
    Instant time = time(row);
    return new MeasuredCase(
        "trec_ts",
        row.get("split").asText(),
        gold,
        row.get("event_id").asText(),
        figure(row.get("figure").asText()),
        time,
        row.get("value").asLong(),
        List.of(),
        true,
        last,
        row.hasNonNull("first_seen")
            && !Instant.parse(row.get("first_seen").asText()).isAfter(time),
        last ? all : all.stream().filter(a -> !a.published().isAfter(time)).toList());
  }

  private static String series(JsonNode row) {
    return row.get("event_id").asText() + " " + row.get("figure").asText();
  }

  private static Instant time(JsonNode row) {
    return Instant.parse(row.get("time").asText());
  }

  private static Figure figure(String name) {
    Figure figure = FIGURES.get(name);
    if (figure == null) {
      throw new IllegalArgumentException("no figure for the gold's " + name);
    }
    return figure;
  }

  private static List<ArticleClaims> of(List<String> ids, Map<String, Placed> placed) {
    return ids.stream().map(placed::get).map(Placed::claims).toList();
  }

  private static Map<String, List<ArticleClaims>> byStory(Map<String, Placed> placed) {
    Map<String, List<ArticleClaims>> stories = new HashMap<>();
    placed
        .values()
        .forEach(
            article ->
                stories
                    .computeIfAbsent(article.storyId(), id -> new ArrayList<>())
                    .add(article.claims()));
    return stories;
  }

  private Map<String, List<String>> goldArticles(
      String collection, String events, Map<String, Placed> placed) throws IOException {
    Map<String, List<String>> articles = new LinkedHashMap<>();
    for (JsonNode row : rows(collection + "/gold_articles")) {
      String id = row.get("id").asText();
      if (placed.containsKey(id) && row.path("usable").asBoolean(true)) {
        for (JsonNode event : row.get(events)) {
          articles.computeIfAbsent(event.asText(), e -> new ArrayList<>()).add(id);
        }
      }
    }
    return articles;
  }

  /** As the scorers choose them: the story with most of the event's articles. */
  private static Map<String, String> mainStories(
      Map<String, List<String>> articlesOf, Map<String, Placed> placed, boolean ownStory) {
    Map<String, TreeMap<String, Integer>> eventsIn = new TreeMap<>();
    articlesOf.forEach(
        (event, ids) ->
            ids.forEach(
                id ->
                    eventsIn
                        .computeIfAbsent(story(placed, id), s -> new TreeMap<>())
                        .merge(event, 1, Integer::sum)));
    Map<String, String> main = new HashMap<>();
    Map<String, Integer> most = new HashMap<>();
    eventsIn.forEach(
        (story, events) -> {
          int top = events.values().stream().max(Comparator.naturalOrder()).orElse(0);
          Set<String> owner = new HashSet<>();
          events.forEach(
              (event, n) -> {
                boolean counts = !ownStory || (n == top && owner.isEmpty() && owner.add(event));
                if (counts && n > most.getOrDefault(event, 0)) {
                  most.put(event, n);
                  main.put(event, story);
                }
              });
        });
    return main;
  }

  private static String story(Map<String, Placed> placed, String id) {
    Placed article = placed.get(id);
    return article == null ? id : article.storyId();
  }

  /** Reads, deduplicates and assigns all articles of a collection. */
  private Map<String, Placed> placed(String collection) throws IOException {
    Annotator annotator = new Annotator(DeskCut.WORLD);
    CopyIndex copies = new CopyIndex(CopyTables.inMemory(), CopyPolicy.DEFAULT);
    StoryIndex stories = new StoryIndex(StoryTables.inMemory(), StoryPolicy.STANDARD);
    Map<String, AnnotatedArticle> articles = new LinkedHashMap<>();
    Map<String, String> roots = new HashMap<>();
    Map<String, String> storyOf = new HashMap<>();
    for (JsonNode row : rows(collection + "/articles")) {
      AnnotatedArticle read = annotator.annotate(article(row), false);
      articles.put(read.articleId(), read);
      for (Verdict verdict :
          copies
              .put(
                  new CopyMember(
                      read.articleId(), read.version(), read.published(), read.signature()))
              .changed()) {
        AnnotatedArticle judged = articles.get(verdict.articleId());
        if (judged != null
            && !verdict.root().equals(roots.put(verdict.articleId(), verdict.root()))) {
          StoryOutcome outcome =
              stories.put(
                  judged.articleId(), judged.published(), judged.features(), verdict.root());
          for (Move move : outcome.moves()) {
            String to = move.toStory();
            if (to != null) {
              storyOf.put(move.articleId(), to);
            }
          }
        }
      }
    }
    Map<String, Placed> placed = new LinkedHashMap<>();
    articles.forEach(
        (id, read) ->
            placed.put(
                id,
                new Placed(
                    new ArticleClaims(
                        id,
                        read.version(),
                        read.published(),
                        read.publisher(),
                        roots.getOrDefault(id, id),
                        read.claims()),
                    storyOf.getOrDefault(id, id))));
    return placed;
  }

  private static Article article(JsonNode row) {
    String published = text(row, "published");
    String text = text(row, "text");
    return new Article(
        row.get("id").asText(),
        1,
        ArticleStatus.USABLE,
        text(row, "title"),
        text == null ? "" : text,
        OffsetMap.identity(),
        published == null ? UNDATED : Instant.parse(published),
        text(row, "publisher"),
        null,
        null);
  }

  private static @Nullable String text(JsonNode row, String name) {
    return row.hasNonNull(name) ? row.get(name).asText() : null;
  }

  private List<JsonNode> rows(String file) throws IOException {
    List<JsonNode> rows = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(data.resolve(file + ".jsonl.gz"))),
                StandardCharsets.UTF_8))) {
      String line;
      while ((line = lines.readLine()) != null) {
        rows.add(JSON.readTree(line));
      }
    }
    return rows;
  }
}
