package org.wiretally.story;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.wiretally.place.Place;

/**
 * What a story's record needs of one of its articles.
 *
 * @param published event time
 * @param headline of the article
 * @param place its main place, null where it names none
 * @param type its first event type, null where it has none
 * @param copy whether it copies another article
 */
public record Member(
    Instant published,
    String headline,
    @Nullable Place place,
    @Nullable String type,
    boolean copy) {}
