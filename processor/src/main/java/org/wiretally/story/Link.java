package org.wiretally.story;

/**
 * An earlier article that an article is like.
 *
 * @param likeness 0 to 1
 */
public record Link(String articleId, double likeness) {}
