package org.wiretally.story;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a tree of the forest: articles that are so like one another that they are one
 * story, or part of one.
 *
 * @param root id of the article that begins it
 * @param nodes how many of its articles are no copies
 * @param bonds by tree id, how many articles of either tree speak for the other; 1 or more
 * @param joined the tree with which it is one story; null where it joined none
 * @param storyId the story it is in
 * @param trees the ids of the story's trees where this is the one that names it, else empty
 */
public record Tree(
    String root,
    int nodes,
    Map<String, Integer> bonds,
    @Nullable String joined,
    String storyId,
    List<String> trees) {
  public Tree {
    bonds = Map.copyOf(bonds);
    trees = List.copyOf(trees);
  }

  static Tree of(String root) {
    return new Tree(root, 0, Map.of(), null, "", List.of());
  }

  Tree grown(int by) {
    return new Tree(root, nodes + by, bonds, joined, storyId, trees);
  }

  Tree bound(String tree, int by) {
    Map<String, Integer> changed = new HashMap<>(bonds);
    if (changed.merge(tree, by, Integer::sum) == 0) {
      changed.remove(tree);
    }
    return new Tree(root, nodes, changed, joined, storyId, trees);
  }

  Tree without(String tree) {
    Map<String, Integer> changed = new HashMap<>(bonds);
    changed.remove(tree);
    return new Tree(root, nodes, changed, joined, storyId, trees);
  }

  Tree joining(@Nullable String tree) {
    return new Tree(root, nodes, bonds, tree, storyId, trees);
  }

  Tree in(String story, List<String> all) {
    return new Tree(root, nodes, bonds, joined, story, all);
  }
}
