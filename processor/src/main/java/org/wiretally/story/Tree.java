package org.wiretally.story;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is kept of a tree of the forest: articles that joined one another, one story or part of one.
 *
 * @param root id of the article that begins it
 * @param nodes how many of its articles are no copies
 * @param bonds by tree id, how many articles of either tree are like one of the other; 1 or more
 * @param storyId the story it is in
 * @param trees the ids of the story's trees where this is the earliest of them, else empty
 */
public record Tree(
    String root, int nodes, Map<String, Integer> bonds, String storyId, List<String> trees) {
  public Tree {
    bonds = Map.copyOf(bonds);
    trees = List.copyOf(trees);
  }

  Tree grown(int by) {
    return new Tree(root, nodes + by, bonds, storyId, trees);
  }

  Tree bound(String tree, int by) {
    Map<String, Integer> changed = new TreeMap<>(bonds);
    int count = changed.merge(tree, by, Integer::sum);
    if (count == 0) {
      changed.remove(tree);
    }
    return new Tree(root, nodes, changed, storyId, trees);
  }

  Tree without(String tree) {
    Map<String, Integer> changed = new TreeMap<>(bonds);
    changed.remove(tree);
    return new Tree(root, nodes, changed, storyId, trees);
  }

  Tree in(String story, List<String> all) {
    return new Tree(root, nodes, bonds, story, all);
  }
}
