package org.wiretally.story;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wiretally.place.Place;

/**
 * What a story's record needs of one of its articles.
 *
 * @param published event time
 * @param headline of the article
 * @param place its main place, null where it names none
 * @param types its event types by falling weight
 * @param copy whether it copies another article
 */
public record Member(
    Instant published, String headline, @Nullable Place place, List<String> types, boolean copy) {
  public Member {
    types = List.copyOf(types);
  }
}
