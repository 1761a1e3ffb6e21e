package org.wiretally.story;

/**
 * What may be set.
 *
 * @param threshold least likeness of an article to the one it joins, above 0 and below 1
 * @param neighbours an article is compared with at most so many, before and after it in event time,
 *     of those that share one block with it: what bounds its cost, 1 or more
 * @param compared of the earlier articles that it shares blocks with, it is compared with so many
 *     at most, those that it shares most with: what bounds the cost where blocks are full, 1 or
 *     more
 * @param bond least likeness at which an article is in the tree of the one it joins, and at which
 *     it speaks for another tree
 * @param weakDays two articles so many days apart at most are linked from {@code threshold} on;
 *     those further apart, unless one is brief, from {@code bond} on; 0 or more
 * @param witnesses fewest articles that must speak for two trees being one story, 1 or more
 * @param share of the smaller tree's articles that must speak for it, 0 to 1
 * @param small a tree of so many articles at most joins the one that its first article is likest
 *     to, without witnesses
 */
public record StoryPolicy(
    double threshold,
    int neighbours,
    int compared,
    double bond,
    double weakDays,
    int witnesses,
    double share,
    int small) {
  /** Learned on the train parts of three collections: docs/stories.md. */
  public static final StoryPolicy STANDARD = new StoryPolicy(0.35, 8, 24, 0.8, 1.5, 3, 0.1, 10);

  public StoryPolicy {
    if (!(threshold > 0 && threshold < 1)) {
      throw new IllegalArgumentException("threshold " + threshold + " is not between 0 and 1");
    }
    if (neighbours < 1) {
      throw new IllegalArgumentException("neighbours " + neighbours + " is below 1");
    }
    if (compared < 1) {
      throw new IllegalArgumentException("compared " + compared + " is below 1");
    }
    if (!(bond >= threshold && bond < 1)) {
      throw new IllegalArgumentException(
          "bond " + bond + " is not between the threshold " + threshold + " and 1");
    }
    if (!(weakDays >= 0)) {
      throw new IllegalArgumentException("weakDays " + weakDays + " is below 0");
    }
    if (witnesses < 1) {
      throw new IllegalArgumentException("witnesses " + witnesses + " is below 1");
    }
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("share " + share + " is not between 0 and 1");
    }
  }
}
