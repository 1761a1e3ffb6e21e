package org.wiretally.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.wiretally.place.Whereabouts;

/** Which trees are one story, and which of them names it. */
class BondsTest {
  private static final Instant START = Instant.parse("2024-03-01T08:00:00Z");
  private static final double WEAK = 0.4;
  private static final double STRONG = 0.9;
  private static final StoryFeatures NOTHING =
      new StoryFeatures(
          true,
          "headline",
          new Whereabouts(null, new int[0], new int[0]),
          new String[0],
          new int[0],
          new int[0],
          new int[0],
          new int[0],
          new int[0],
          new int[0],
          new int[0],
          new int[0]);

  private final StoryTables tables = StoryTables.inMemory();

  @Test
  void aSmallTreeJoinsTheLargerOneThatThreeArticlesSpeakForAndTakesItsNameThoughItIsOlder() {
    StoryPolicy policy = new StoryPolicy(0.35, 8, 24, 0.8, 1.5, 3, 0.1, 0);
    put(policy, "old", "o1", 1);
    for (int i = 1; i <= 5; i++) {
      put(policy, "large", "l" + i, 10 + i);
    }
    put(policy, "old", "o2", 20, new Link("o1", STRONG), new Link("l1", STRONG));
    put(policy, "old", "o3", 21, new Link("o1", STRONG), new Link("l2", STRONG));
    assertThat(stories()).containsExactly("large", "old");

    put(policy, "old", "o4", 22, new Link("o1", STRONG), new Link("l3", STRONG));

    assertThat(stories()).containsExactly("large", "large");
    assertThat(tree("large").trees()).containsExactly("large", "old");
  }

  @Test
  void weakLinksOfLaterArticlesSpeakForNothing() {
    StoryPolicy policy = new StoryPolicy(0.35, 8, 24, 0.8, 1.5, 1, 0, 0);
    put(policy, "large", "l1", 1);
    put(policy, "large", "l2", 2);
    put(policy, "other", "o1", 3);
    put(policy, "other", "o2", 4, new Link("o1", STRONG), new Link("l1", WEAK));

    assertThat(stories()).containsExactly("large", "other");
  }

  @Test
  void treesThatJoinedEachOtherAreNamedByTheEarlier() {
    StoryPolicy policy = new StoryPolicy(0.35, 8, 24, 0.8, 1.5, 3, 0.1, 10);
    put(policy, "first", "f1", 1);
    put(policy, "second", "s1", 2, new Link("f1", WEAK));
    for (int i = 2; i <= 6; i++) {
      put(policy, "second", "s" + i, 10 + i, new Link("s1", STRONG));
    }
    for (int i = 2; i <= 4; i++) {
      put(policy, "first", "f" + i, 20 + i, new Link("f1", STRONG), new Link("s" + i, STRONG));
    }

    assertThat(tree("first").joined()).isEqualTo("second");
    assertThat(tree("second").joined()).isEqualTo("first");
    assertThat(stories()).containsExactly("first", "first");
  }

  private void put(StoryPolicy policy, String treeId, String id, int hour, Link... links) {
    KeptArticle node =
        KeptArticle.loose(id, START.plusSeconds(3_600L * hour), NOTHING, id)
            .linked(List.of(links))
            .in(treeId);
    Bonds bonds = new Bonds(tables, policy);
    bonds.suspend(node.in(""));
    bonds.enter(treeId, node);
    tables.articles().put(id, node);
    bonds.close();
  }

  /** Of the trees, in the order of their ids. */
  private List<String> stories() {
    return Stream.of("first", "large", "old", "other", "second")
        .filter(id -> tables.trees().get(id) != null)
        .map(id -> tree(id).storyId())
        .toList();
  }

  private Tree tree(String id) {
    Tree tree = tables.trees().get(id);
    assertThat(tree).isNotNull();
    return tree;
  }
}
