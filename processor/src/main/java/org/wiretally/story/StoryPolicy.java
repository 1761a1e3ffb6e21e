package org.wiretally.story;

/**
 * What may be set.
 *
 * @param threshold least likeness of an article to the one it joins, above 0 and below 1
 * @param neighbours an article is compared with at most so many, before and after it in event time,
 *     of those that share one block with it: what bounds its cost, 1 or more
 */
public record StoryPolicy(double threshold, int neighbours) {
  /** Learned on the train parts of three collections: docs/stories.md. */
  public static final StoryPolicy STANDARD = new StoryPolicy(0.35, 8);

  public StoryPolicy {
    if (!(threshold > 0 && threshold < 1)) {
      throw new IllegalArgumentException("threshold " + threshold + " is not between 0 and 1");
    }
    if (neighbours < 1) {
      throw new IllegalArgumentException("neighbours " + neighbours + " is below 1");
    }
  }
}
