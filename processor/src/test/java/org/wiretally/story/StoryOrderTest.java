package org.wiretally.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.wiretally.article.Article;
import org.wiretally.article.ArticleStatus;
import org.wiretally.article.OffsetMap;
import org.wiretally.figures.Extraction;
import org.wiretally.place.PlaceReader;
import org.wiretally.state.InMemoryTable;

/** Stories are a function of the set of live articles. */
class StoryOrderTest {
  private static final Instant START = Instant.parse("2024-03-01T08:00:00Z");

  /** When the undated ones were found. */
  private static final Instant FOUND = Instant.parse("2026-11-01T00:00:00Z");

  private static final List<String> TOWNS =
      List.of("Rockford, Illinois", "Lyon", "Semarang", "Quetta");
  private static final List<String> EVENTS =
      List.of("a warehouse fire", "a ferry accident", "a mall shooting", "an earthquake");
  private static final List<String> NAMES = List.of("Orla Brandt", "Tomas Ilievski", "Wen Zhu");
  private static final List<String> TAILS =
      List.of(
          "Crews searched the ruins overnight.",
          "A hotline for relatives was opened.",
          "Schools will stay closed until Monday.");

  /** So few that articles keep each other from being compared. */
  private static final StoryPolicy FEW_NEIGHBOURS =
      new StoryPolicy(0.35, 2, 24, 0.8, 1.5, 3, 0.1, 10);

  /** One or two witnesses are enough, so that trees are bound and parted all the time. */
  private static final StoryPolicy CREDULOUS = new StoryPolicy(0.35, 4, 2, 0.9, 0.5, 1, 0.4, 2);

  private static final List<StoryPolicy> POLICIES =
      List.of(StoryPolicy.STANDARD, FEW_NEIGHBOURS, CREDULOUS);

  /** One generated article: few towns, deeds and days, so that many are alike. */
  record Sample(int town, int event, int name, int tail, int hour, int root) {
    Kept at(int number) {
      String text =
          "At least three people died in "
              + EVENTS.get(event)
              + " in "
              + TOWNS.get(town)
              + ", the rescue service said. Mayor "
              + NAMES.get(name)
              + " came to the site. "
              + TAILS.get(tail);
      boolean dated = hour % 6 > 0;
      Instant published = dated ? START.plusSeconds(3_600L * hour) : FOUND;
      Article article =
          new Article(
              "a" + number,
              1,
              ArticleStatus.USABLE,
              null,
              text,
              OffsetMap.identity(),
              published,
              null,
              null,
              null,
              dated);
      StoryFeatures features =
          StoryFeatureMaker.of(
              article, new Extraction(List.of(), List.of()), PlaceReader.world().read(null, text));
      return new Kept("a" + number, published, features, root == 0 ? "a" + number : "r" + root);
    }
  }

  record Kept(String id, Instant published, StoryFeatures features, String root) {}

  @Provide
  Arbitrary<List<Sample>> samples() {
    Arbitrary<Sample> sample =
        Combinators.combine(
                Arbitraries.integers().between(0, 3),
                Arbitraries.integers().between(0, 3),
                Arbitraries.integers().between(0, 2),
                Arbitraries.integers().between(0, 2),
                Arbitraries.integers().between(0, 240),
                Arbitraries.integers().between(0, 6))
            .as(Sample::new);
    return sample.list().ofMinSize(2).ofMaxSize(24);
  }

  @Property(tries = 200)
  void sameArticlesInAnyOrderGiveTheSameStories(
      @ForAll("samples") List<Sample> samples, @ForAll Random random) {
    for (StoryPolicy policy : POLICIES) {
      assertSameInAnyOrder(articles(samples), random, policy);
    }
  }

  private static void assertSameInAnyOrder(List<Kept> articles, Random random, StoryPolicy policy) {
    Wire inOrder = new Wire(policy);
    articles.forEach(inOrder::put);
    List<Kept> shuffled = new ArrayList<>(articles);
    Collections.shuffle(shuffled, random);
    Wire outOfOrder = new Wire(policy);
    shuffled.forEach(outOfOrder::put);
    assertThat(outOfOrder.stories).isEqualTo(inOrder.stories);
    assertThat(outOfOrder.labels).isEqualTo(inOrder.labels);
    assertThat(outOfOrder.tables.state()).isEqualTo(inOrder.tables.state());
  }

  @Property(tries = 200)
  void putAndWithdrawLeaveNoTrace(@ForAll("samples") List<Sample> samples, @ForAll Random random) {
    List<Kept> articles = articles(samples);
    int kept = 1 + random.nextInt(articles.size());
    StoryPolicy policy = POLICIES.get(random.nextInt(POLICIES.size()));
    Wire plain = new Wire(policy);
    articles.subList(0, kept).forEach(plain::put);
    Wire troubled = new Wire(policy);
    List<Kept> shuffled = new ArrayList<>(articles);
    Collections.shuffle(shuffled, random);
    shuffled.forEach(troubled::put);
    List<Kept> rest = new ArrayList<>(articles.subList(kept, articles.size()));
    Collections.shuffle(rest, random);
    rest.forEach(troubled::withdraw);
    assertThat(troubled.stories).isEqualTo(plain.stories);
    assertThat(troubled.labels).isEqualTo(plain.labels);
    assertThat(troubled.tables.state()).isEqualTo(plain.tables.state());
  }

  @Property(tries = 100)
  void aSecondDeliveryChangesNothing(@ForAll("samples") List<Sample> samples) {
    List<Kept> articles = articles(samples);
    Wire wire = new Wire(StoryPolicy.STANDARD);
    articles.forEach(wire::put);
    Map<String, String> before = new TreeMap<>(wire.stories);
    for (Kept article : articles) {
      assertThat(wire.put(article).moves()).isEmpty();
    }
    assertThat(wire.stories).isEqualTo(before);
  }

  @Property(tries = 50)
  void aForgottenStoryLeavesNothingAndChangesNoOther(@ForAll("samples") List<Sample> samples) {
    Wire wire = new Wire(CREDULOUS);
    Map<String, Story> stories = new TreeMap<>();
    for (Kept article : articles(samples)) {
      wire.put(article).changed().forEach(story -> stories.put(story.storyId(), story));
    }
    stories.keySet().retainAll(wire.stories.values());
    Story first = stories.values().iterator().next();
    wire.index.forget(first);
    for (Story story : stories.values()) {
      for (String id : story.articleIds()) {
        assertThat(wire.tables.storyOf(id)).isEqualTo(story.equals(first) ? null : story.storyId());
      }
    }
    for (String id : first.articleIds()) {
      assertThat(wire.tables.state().keySet())
          .noneMatch(key -> key.endsWith("\u001f" + id) || key.contains(id + "\u001f"));
    }
  }

  @Property(tries = 100)
  void copiesAreInOneStory(@ForAll("samples") List<Sample> samples) {
    List<Kept> articles = articles(samples);
    Wire wire = new Wire(StoryPolicy.STANDARD);
    articles.forEach(wire::put);
    for (Kept a : articles) {
      for (Kept b : articles) {
        if (a.root().equals(b.root())) {
          assertThat(wire.stories.get(a.id())).isEqualTo(wire.stories.get(b.id()));
        }
      }
    }
  }

  private static List<Kept> articles(List<Sample> samples) {
    List<Kept> articles = new ArrayList<>();
    for (int i = 0; i < samples.size(); i++) {
      articles.add(samples.get(i).at(i));
    }
    return articles;
  }

  /** A subscriber: it knows of the stories only what the outcomes say. */
  private static final class Wire {
    final Tables tables = new Tables();
    final StoryIndex index;
    final Map<String, String> stories = new TreeMap<>();
    final Map<String, String> labels = new TreeMap<>();

    Wire(StoryPolicy policy) {
      index = new StoryIndex(tables.all, policy);
    }

    StoryOutcome put(Kept article) {
      return take(index.put(article.id(), article.published(), article.features(), article.root()));
    }

    void withdraw(Kept article) {
      take(index.withdraw(article.id()));
    }

    private StoryOutcome take(StoryOutcome outcome) {
      for (Move move : outcome.moves()) {
        assertThat(stories.get(move.articleId())).isEqualTo(move.fromStory());
        set(move.articleId(), move.toStory());
      }
      Set<String> live = new HashSet<>(stories.values());
      labels.keySet().retainAll(live);
      for (Story story : outcome.changed()) {
        labels.put(story.storyId(), story.label());
        List<String> members = new ArrayList<>();
        stories.forEach(
            (id, in) -> {
              if (in.equals(story.storyId())) {
                members.add(id);
              }
            });
        assertThat(story.articleIds()).containsExactlyInAnyOrderElementsOf(members);
      }
      assertThat(labels.keySet()).isEqualTo(live);
      for (Redirect redirect : outcome.redirects()) {
        assertThat(live).doesNotContain(redirect.fromStory()).contains(redirect.toStory());
      }
      return outcome;
    }

    private void set(String id, @Nullable String story) {
      if (story == null) {
        stories.remove(id);
      } else {
        stories.put(id, story);
      }
    }
  }

  private static final class Tables {
    private static final Pattern ENTRY_END = Pattern.compile("\u001e");
    private static final Pattern NAMES_OF_PAGES = Pattern.compile("\u001e[1-9]\u001e");

    final InMemoryTable<KeptArticle> articles = new InMemoryTable<>();
    final InMemoryTable<String> postings = new InMemoryTable<>();
    final InMemoryTable<String> children = new InMemoryTable<>();
    final InMemoryTable<String> copies = new InMemoryTable<>();
    final InMemoryTable<Member> members = new InMemoryTable<>();
    final InMemoryTable<Tree> trees = new InMemoryTable<>();
    final StoryTables all = new StoryTables(articles, postings, children, copies, members, trees);

    @Nullable String storyOf(String articleId) {
      KeptArticle kept = articles.get(articleId);
      Tree tree = kept == null ? null : trees.get(kept.treeId());
      return tree == null ? null : tree.storyId();
    }

    /** Everything kept, but for features, which nothing changes. */
    Map<String, String> state() {
      Map<String, String> state = new TreeMap<>();
      articles.scan(
          "",
          (key, a) -> state.put("article " + key, a.treeId() + " " + a.links() + " " + a.copyOf()));
      postings.scan("", (key, row) -> posted(key, row, state));
      children.scan("", (key, empty) -> state.put("child " + key, ""));
      copies.scan("", (key, id) -> state.put("copy " + key, id));
      members.scan("", (key, member) -> state.put("member " + key, member.toString()));
      trees.scan("", (key, tree) -> state.put("tree " + key, text(tree)));
      return state;
    }

    /** The entries, whichever page they lie on. */
    private static void posted(String key, String row, Map<String, String> state) {
      if (!row.startsWith("#") && !NAMES_OF_PAGES.matcher(key).find()) {
        String bucket = key.replaceFirst("\u001e.*", "");
        ENTRY_END
            .splitAsStream(row)
            .forEach(entry -> state.put("posting " + bucket + '\u001e' + entry, ""));
      }
    }

    private static String text(Tree tree) {
      return tree.root()
          + " "
          + tree.nodes()
          + " "
          + new TreeMap<>(tree.bonds())
          + " "
          + tree.joined()
          + " "
          + tree.storyId()
          + " "
          + tree.trees();
    }
  }
}
