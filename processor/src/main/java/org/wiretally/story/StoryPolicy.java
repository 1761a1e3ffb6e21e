package org.wiretally.story;

/**
 * What may be set.
 *
 * @param threshold least likeness of an article to the one it joins, above 0 and below 1
 */
public record StoryPolicy(double threshold) {
  /** Learned on the train parts of three collections: docs/stories.md. */
  public static final StoryPolicy STANDARD = new StoryPolicy(0.35);

  public StoryPolicy {
    if (!(threshold > 0 && threshold < 1)) {
      throw new IllegalArgumentException("threshold " + threshold + " is not between 0 and 1");
    }
  }
}
