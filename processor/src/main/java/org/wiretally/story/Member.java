package org.wiretally.story;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a story's record needs of one of its articles.
 *
 * @param published event time
 * @param headline of the article
 * @param country of its main place, null where it names none
 * @param region of its main place, null where unknown
 * @param city of its main place, null where unknown
 * @param type its first event type, null where it has none
 * @param copy whether it copies another article
 */
public record Member(
    Instant published,
    String headline,
    @Nullable String country,
    @Nullable String region,
    @Nullable String city,
    @Nullable String type,
    boolean copy) {}
