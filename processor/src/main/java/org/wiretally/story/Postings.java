package org.wiretally.story;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wiretally.state.Table;
import org.wiretally.story.Blocks.Block;

/**
 * The articles of each block in the order of event time. An article sees so many of its neighbours
 * in a block and no more, so what one costs does not grow with what is kept; and which those are
 * depends on the set of articles alone, not on the order in which they came.
 */
final class Postings {
  private static final char FRAGMENT = 'f';
  private static final char UNDATED = 'u';

  /** Makes every time positive and as long as any other, so that text order is time order. */
  private static final long EPOCH_OFFSET = 10_000_000_000_000_000L;

  private final Table<String> table;
  private final int reach;

  /**
   * Reads and writes a table.
   *
   * @param reach how many neighbours are seen on each side
   */
  Postings(Table<String> table, int reach) {
    this.table = table;
    this.reach = reach;
  }

  /**
   * An article in a block.
   *
   * @param near whether it is near enough in time to be compared
   */
  private record Neighbour(String articleId, boolean near, boolean fragment) {}

  /** Two articles that see each other in a block only while nothing lies between them. */
  record Parted(String earlier, String later) {}

  /**
   * What an article sees.
   *
   * @param earlier ids of the articles before it that it is compared with
   * @param later ids of those after it that are compared with it
   * @param parted what it keeps from seeing each other, in some block
   */
  record Sight(List<String> earlier, List<String> later, List<Parted> parted) {}

  void add(KeptArticle article) {
    String value =
        (Blocks.fragment(article.features()) ? String.valueOf(FRAGMENT) : "")
            + (article.features().dated() ? "" : UNDATED);
    for (Block block : Blocks.of(article.features())) {
      table.put(block.key() + sortKey(article), value);
    }
  }

  void remove(KeptArticle article) {
    for (Block block : Blocks.of(article.features())) {
      table.delete(block.key() + sortKey(article));
    }
  }

  /** What the article sees, itself posted or not. */
  Sight around(KeptArticle article) {
    boolean fragment = Blocks.fragment(article.features());
    boolean dated = article.features().dated();
    long time = article.published().toEpochMilli();
    Map<String, Integer> earlier = new LinkedHashMap<>();
    Map<String, Integer> later = new LinkedHashMap<>();
    List<Parted> parted = new ArrayList<>();
    for (Block block : Blocks.of(article.features())) {
      String at = block.key() + sortKey(article);
      List<Neighbour> before = new ArrayList<>();
      List<Neighbour> after = new ArrayList<>();
      int prefix = block.key().length();
      long most = block.reach() * 1000;
      table.scanBefore(
          block.key(),
          at,
          reach,
          (key, kind) -> before.add(read(key, prefix, kind, time, dated, most)));
      table.scanAfter(
          block.key(),
          at,
          reach,
          (key, kind) -> after.add(read(key, prefix, kind, time, dated, most)));
      count(before, block, fragment, earlier);
      count(after, block, fragment, later);
      for (int i = 0; i < before.size(); i++) {
        int j = reach - 1 - i;
        if (j < after.size()) {
          parted.add(new Parted(before.get(i).articleId(), after.get(j).articleId()));
        }
      }
    }
    return new Sight(compared(earlier), compared(later), parted);
  }

  /** Two keys of terms count as much as one of another kind. */
  private static void count(
      List<Neighbour> neighbours, Block block, boolean fragment, Map<String, Integer> counts) {
    for (Neighbour neighbour : neighbours) {
      if (neighbour.near()) {
        boolean enough = block.enough() || fragment || neighbour.fragment();
        counts.merge(neighbour.articleId(), enough ? ENOUGH : 1, Integer::sum);
      }
    }
  }

  private static final int ENOUGH = 2;

  private static List<String> compared(Map<String, Integer> counts) {
    List<String> ids = new ArrayList<>();
    counts.forEach(
        (id, count) -> {
          if (count >= ENOUGH) {
            ids.add(id);
          }
        });
    return ids;
  }

  private static Neighbour read(
      String key, int prefix, String kind, long time, boolean dated, long most) {
    boolean comparable = dated == kind.indexOf(UNDATED) < 0;
    int end = key.indexOf(StoryIndex.SEPARATOR, prefix);
    long other = Long.parseLong(key, prefix, end, 10) - EPOCH_OFFSET;
    return new Neighbour(
        key.substring(end + 1),
        !comparable || Math.abs(other - time) <= most,
        kind.indexOf(FRAGMENT) >= 0);
  }

  /** Event time and id, in the order of {@link KeptArticle#CANONICAL}. */
  static String sortKey(KeptArticle article) {
    return EPOCH_OFFSET
        + article.published().toEpochMilli()
        + String.valueOf(StoryIndex.SEPARATOR)
        + article.articleId();
  }
}
