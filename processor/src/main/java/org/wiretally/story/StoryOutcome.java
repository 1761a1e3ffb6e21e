package org.wiretally.story;

import java.util.List;

/**
 * What one put or withdrawal changed.
 *
 * @param moves articles whose story is another one now, in canonical order of their ids
 * @param changed the stories that gained or lost an article or have a new version of one, as they
 *     are now; those without an article left are not listed
 * @param redirects stories that are no more and whose first article is in another one
 */
public record StoryOutcome(List<Move> moves, List<Story> changed, List<Redirect> redirects) {
  public StoryOutcome {
    moves = List.copyOf(moves);
    changed = List.copyOf(changed);
    redirects = List.copyOf(redirects);
  }
}
