package org.wiretally.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.wiretally.state.Buckets;
import org.wiretally.state.Position;
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

  private final Buckets buckets;
  private final int reach;

  /**
   * Reads and writes a table.
   *
   * @param reach how many neighbours are seen on each side
   */
  Postings(Table<String> table, int reach) {
    this.buckets = new Buckets(table, reach);
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
   * @param earlier ids of the articles before it that it may be compared with, those that it shares
   *     most with first
   * @param later ids of those after it that may be compared with it
   * @param parted what it keeps from seeing each other, in some block
   */
  record Sight(List<String> earlier, List<String> later, List<Parted> parted) {}

  /** Posts the article and says what it sees. */
  Sight add(KeptArticle article) {
    return sight(article, buckets::add);
  }

  /** Takes the article out and says what it saw. */
  Sight remove(KeptArticle article) {
    return sight(article, buckets::remove);
  }

  /** What the article sees, itself posted or not. */
  Sight around(KeptArticle article) {
    return sight(article, buckets::around);
  }

  private Sight sight(
      KeptArticle article, BiFunction<String, String, Buckets.Neighbours> neighbours) {
    Map<String, Integer> earlier = new LinkedHashMap<>();
    Map<String, Integer> later = new LinkedHashMap<>();
    List<Parted> parted = new ArrayList<>();
    String entry = entry(article);
    for (Block block : Blocks.of(article.features())) {
      Buckets.Neighbours around = neighbours.apply(block.key(), entry);
      List<Neighbour> before = read(around.before(), article, block);
      List<Neighbour> after = read(around.after(), article, block);
      boolean fragment = Blocks.fragment(article.features());
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
    // stable: of equals the one met first, which the set of articles decides
    ids.sort(Comparator.comparingInt((String id) -> -counts.getOrDefault(id, 0)));
    return ids;
  }

  private static List<Neighbour> read(List<String> entries, KeptArticle seenBy, Block block) {
    boolean dated = seenBy.features().dated();
    long time = seenBy.published().toEpochMilli();
    List<Neighbour> read = new ArrayList<>(entries.size());
    for (String entry : entries) {
      int marks = entry.lastIndexOf(StoryIndex.SEPARATOR);
      Position position = Position.of(entry.substring(0, marks));
      boolean comparable = dated == entry.indexOf(UNDATED, marks) < 0;
      long apart = Math.abs(position.published().toEpochMilli() - time);
      read.add(
          new Neighbour(
              position.articleId(),
              !comparable || apart <= block.reach() * 1000,
              entry.indexOf(FRAGMENT, marks) >= 0));
    }
    return read;
  }

  /** The position, which gives the order, and what tells fragments and undated articles. */
  private static String entry(KeptArticle article) {
    StringBuilder entry = new StringBuilder(article.position().sortKey());
    entry.append(StoryIndex.SEPARATOR);
    if (Blocks.fragment(article.features())) {
      entry.append(FRAGMENT);
    }
    if (!article.features().dated()) {
      entry.append(UNDATED);
    }
    return entry.toString();
  }
}
