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

  /** A story that proved to be one with another: nothing is left under its own id. */
  static org.wiretally.schemas.Story merged(
      String desk, String storyId, String into, Instant eventTime, Instant now) {
    return org.wiretally.schemas.Story.newBuilder()
        .setStoryId(storyId)
        .setDesk(desk)
        .setLabel("")
        .setPlace(null)
        .setType("")
        .setFirstEventTime(eventTime)
        .setLastEventTime(eventTime)
        .setArticles(List.of())
        .setStatus(StoryStatus.MERGED)
        .setMergedInto(into)
        .setProcessedAt(now)
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
