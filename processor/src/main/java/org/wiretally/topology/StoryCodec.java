package org.wiretally.topology;

import java.time.Instant;
import java.util.List;
import org.wiretally.schemas.StoryStatus;
import org.wiretally.story.Story;

/** Stories onto their topic. */
final class StoryCodec {
  private StoryCodec() {}

  static org.wiretally.schemas.Story open(String desk, Story story, Instant now) {
    return present(desk, story, StoryStatus.OPEN, now);
  }

  static org.wiretally.schemas.Story closed(String desk, Story story, Instant now) {
    return present(desk, story, StoryStatus.CLOSED, now);
  }

  /** A story that proved to be one with another: no article is left under its own id. */
  static org.wiretally.schemas.Story merged(String desk, Story story, String into, Instant now) {
    return org.wiretally.schemas.Story.newBuilder(present(desk, story, StoryStatus.MERGED, now))
        .setArticles(List.of())
        .setMergedInto(into)
        .build();
  }

  private static org.wiretally.schemas.Story present(
      String desk, Story story, StoryStatus status, Instant now) {
    return org.wiretally.schemas.Story.newBuilder()
        .setStoryId(story.storyId())
        .setDesk(desk)
        .setLabel(story.label())
        .setPlace(story.place() == null ? null : story.place().id())
        .setType(story.type())
        .setFirstEventTime(story.firstEventTime())
        .setLastEventTime(story.lastEventTime())
        .setArticles(story.articleIds())
        .setStatus(status)
        .setMergedInto(null)
        .setProcessedAt(now)
        .build();
  }
}
