package org.wiretally.story;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wiretally.place.Place;

/**
 * The articles about one event.
 *
 * @param storyId derived from the id of the article that begins the largest tree of it
 * @param label what a person recognises it by
 * @param place where most of its articles play, null where they name no place
 * @param type event type of most of its articles, "other" where none has one
 * @param firstEventTime of its earliest article
 * @param lastEventTime of its latest article
 * @param articleIds in order of event time, then id
 */
public record Story(
    String storyId,
    String label,
    @Nullable Place place,
    String type,
    Instant firstEventTime,
    Instant lastEventTime,
    List<String> articleIds) {
  public Story {
    articleIds = List.copyOf(articleIds);
    if (articleIds.isEmpty()) {
      throw new IllegalArgumentException("story " + storyId + " has no article");
    }
  }
}
