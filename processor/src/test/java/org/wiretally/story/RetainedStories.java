package org.wiretally.story;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.wiretally.place.Place;
import org.wiretally.place.Whereabouts;
import org.wiretally.state.RetainedCost;

/**
 * What putting an article into its story costs with so many retained; run by hand, docs/stories.md
 * says how and what it gave.
 *
 * <p>Articles come 33,000 a day. Their terms, names and towns are drawn by Zipf's law, six in ten
 * from an event of the last hours that they share half their terms and names with. What is only
 * retained is filled in without being compared.
 */
public final class RetainedStories implements RetainedCost.Filled {
  private static final int TERMS = 200_000;
  private static final int NAMES = 300_000;
  private static final int TOWNS = 5_000;
  private static final int EVENTS = 400;
  private static final Instant START = Instant.parse("2024-03-01T00:00:00Z");

  private final Random random = new Random(1);
  private final Zipf terms = new Zipf(TERMS, 50);
  private final Zipf names = new Zipf(NAMES, 20);
  private final Zipf towns = new Zipf(TOWNS, 2);
  private final List<StoryFeatures> events = new ArrayList<>();
  private final StoryTables tables;
  private final Postings postings;
  private final StoryIndex index;
  private int number;

  public RetainedStories(StoryTables tables) {
    this.tables = tables;
    this.postings = new Postings(tables.postings(), StoryPolicy.STANDARD.neighbours());
    this.index = new StoryIndex(tables, StoryPolicy.STANDARD);
  }

  /**
   * Measures.
   *
   * @param args the largest size; none for all sizes
   */
  public static void main(String[] args) {
    RetainedCost.print(args, () -> new RetainedStories(StoryTables.inMemory()));
  }

  @Override
  public int retained() {
    return number;
  }

  @Override
  public Runnable next() {
    KeptArticle article = made();
    return () ->
        index.put(article.articleId(), article.published(), article.features(), article.copyRoot());
  }

  @Override
  public void retain() {
    KeptArticle article = made();
    String story = StoryIndex.storyId(article);
    tables.articles().put(article.articleId(), article.in(story));
    tables
        .trees()
        .put(story, new Tree(article.articleId(), 1, Map.of(), null, story, List.of(story)));
    tables.copies().put(article.copyRoot() + "\u001f" + article.position().sortKey(), "");
    tables
        .members()
        .put(
            story + "\u001f" + article.articleId(),
            new Member(article.published(), "headline", null, List.of(), false));
    postings.add(article);
  }

  private KeptArticle made() {
    String id = "article-" + number;
    Instant published = START.plusMillis(2_600L * number++);
    return KeptArticle.loose(id, published, features(), id);
  }

  private StoryFeatures features() {
    boolean known = random.nextInt(10) < 6 && !events.isEmpty();
    StoryFeatures event = known ? events.get(random.nextInt(events.size())) : null;
    TreeMap<Integer, Integer> weighted = new TreeMap<>();
    TreeSet<Integer> named = new TreeSet<>();
    if (event != null) {
      for (int i = 0; i < event.terms().length; i += 2) {
        weighted.put(event.terms()[i], event.weights()[i]);
      }
      for (int i = 0; i < event.names().length; i += 2) {
        named.add(event.names()[i]);
      }
    }
    while (weighted.size() < 48) {
      int rank = terms.draw(random);
      weighted.put(Terms.hash("t" + rank), 60 + (int) (15 * Math.log(1 + rank)));
    }
    while (named.size() < 20) {
      named.add((Terms.hash("n" + names.draw(random)) & ~1) | (random.nextInt(3) == 0 ? 1 : 0));
    }
    int town = towns.draw(random);
    Place place = event == null ? new Place("US", "r" + town % 50, "t" + town) : event.place();
    StoryFeatures made =
        new StoryFeatures(
            true,
            "headline",
            new Whereabouts(place, new int[] {town}, new int[0]),
            new String[] {"fire"},
            array(weighted.keySet()),
            array(weighted.values()),
            array(named),
            Arrays.copyOf(array(named), 8),
            Arrays.copyOf(array(weighted.keySet()), 12),
            new int[] {random.nextInt(100)},
            new int[] {19_000},
            new int[0]);
    if (event == null) {
      if (events.size() < EVENTS) {
        events.add(made);
      } else {
        events.set(random.nextInt(EVENTS), made);
      }
    }
    return made;
  }

  private static int[] array(Collection<Integer> values) {
    return values.stream().mapToInt(Integer::intValue).toArray();
  }

  /** Ranks from 0, the probability of each one over its distance from a head of equals. */
  private static final class Zipf {
    private final double[] cumulative;

    Zipf(int count, int head) {
      cumulative = new double[count];
      double sum = 0;
      for (int i = 0; i < count; i++) {
        sum += 1.0 / (i + head);
        cumulative[i] = sum;
      }
    }

    int draw(Random random) {
      double at = random.nextDouble() * cumulative[cumulative.length - 1];
      int found = Arrays.binarySearch(cumulative, at);
      return Math.min(cumulative.length - 1, found < 0 ? -found - 1 : found);
    }
  }
}
