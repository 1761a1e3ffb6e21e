package org.wiretally.topology;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.wiretally.dedup.Verdict;
import org.wiretally.story.StoryFeatures;

/**
 * What a desk keeps of a live article, its claims apart.
 *
 * @param storyId null only between dedup and story of one delivery
 */
record DeskArticle(
    int version,
    boolean revised,
    Instant published,
    @Nullable String publisher,
    StoryFeatures features,
    Verdict verdict,
    @Nullable String storyId) {
  DeskArticle withStory(@Nullable String newStory) {
    return new DeskArticle(version, revised, published, publisher, features, verdict, newStory);
  }

  DeskArticle withVerdict(Verdict newVerdict) {
    return new DeskArticle(version, revised, published, publisher, features, newVerdict, storyId);
  }
}
