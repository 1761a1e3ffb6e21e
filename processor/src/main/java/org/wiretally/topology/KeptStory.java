package org.wiretally.topology;

import org.jspecify.annotations.Nullable;
import org.wiretally.story.Story;

/**
 * A story as it was last published.
 *
 * @param mergedInto the story that it proved to be one with, null while it stands
 */
record KeptStory(Story story, @Nullable String mergedInto) {}
