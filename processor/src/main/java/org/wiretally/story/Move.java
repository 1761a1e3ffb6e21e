package org.wiretally.story;

import org.jspecify.annotations.Nullable;

/**
 * An article came, went or changed its story.
 *
 * @param fromStory null for an article that is new
 * @param toStory null for an article that was withdrawn
 */
public record Move(String articleId, @Nullable String fromStory, @Nullable String toStory) {}
