package org.wiretally.story;

import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What the index keeps of an article.
 *
 * @param articleId whose
 * @param published event time
 * @param copyRoot the article that this one copies, else its own id
 * @param features what tells its event
 * @param copyOf the earliest live article with the same copy root; null for that one itself
 * @param parent the earlier article that this one joined; null where it begins a story or is a copy
 * @param likeness of the parent, 0 where there is none
 * @param storyId the story it is in
 */
public record KeptArticle(
    String articleId,
    Instant published,
    String copyRoot,
    StoryFeatures features,
    @Nullable String copyOf,
    @Nullable String parent,
    double likeness,
    String storyId) {
  /** Canonical order: event time, then id. Every decision goes by it, none by arrival. */
  static final Comparator<KeptArticle> CANONICAL =
      Comparator.comparing(KeptArticle::published).thenComparing(KeptArticle::articleId);

  boolean before(KeptArticle other) {
    return CANONICAL.compare(this, other) < 0;
  }

  KeptArticle joined(@Nullable String newParent, double newLikeness) {
    return new KeptArticle(
        articleId, published, copyRoot, features, null, newParent, newLikeness, storyId);
  }

  KeptArticle copying(String original) {
    return new KeptArticle(articleId, published, copyRoot, features, original, null, 0, storyId);
  }

  KeptArticle in(String story) {
    return new KeptArticle(
        articleId, published, copyRoot, features, copyOf, parent, likeness, story);
  }
}
