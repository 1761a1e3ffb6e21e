package org.wiretally.story;

/**
 * A story proved to be part of another one, or found an earlier beginning.
 *
 * @param fromStory the id that is no more
 * @param toStory where the article that it was named after is now
 */
public record Redirect(String fromStory, String toStory) {}
