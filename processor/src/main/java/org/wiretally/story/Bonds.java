package org.wiretally.story;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which trees are one story, kept up to date while one change is made to the forest.
 *
 * <p>An article joins one other, so an event that was reported in two ways from the first hour
 * grows two trees. An article with a strong link into another tree than its own is a witness that
 * the two are one event. Trees with enough witnesses, as {@link StoryPolicy} has it, are one story;
 * one mistaken article, or a few in a large tree, join nothing. As the links depend on the set of
 * articles alone, so do the bonds.
 *
 * <p>Before anything changes about an article's tree or links, {@link #suspend} takes back what it
 * bears witness to; {@link #close} counts it anew. Then only trees whose bonds came or went are put
 * together anew, with the stories that they were in and come to.
 */
final class Bonds {
  private final StoryTables tables;
  private final StoryPolicy policy;
  private final Set<String> suspended = new TreeSet<>();

  /** Trees whose root came, perhaps with another event time. */
  private final Set<String> rooted = new TreeSet<>();

  /** The trees that changed, as they were before; null for one that is new. */
  private final Map<String, @Nullable Tree> before = new TreeMap<>();

  Bonds(StoryTables tables, StoryPolicy policy) {
    this.tables = tables;
    this.policy = policy;
  }

  /** The story of a tree before this change; null where the tree is new. */
  @Nullable String storyBefore(String treeId) {
    Tree tree = before.containsKey(treeId) ? before.get(treeId) : tables.trees().get(treeId);
    return tree == null ? null : tree.storyId();
  }

  /** The root of a tree before this change; null where the tree was none. */
  @Nullable String rootBefore(String treeId) {
    Tree tree = before.get(treeId);
    return tree == null ? null : tree.root();
  }

  /** Takes back what a node bears witness to, until the change is closed. */
  void suspend(KeptArticle node) {
    if (node.copyOf() == null && suspended.add(node.articleId()) && !node.treeId().isEmpty()) {
      count(node, -1);
    }
  }

  /** A node comes into a tree, which it begins where there is none. */
  void enter(String treeId, KeptArticle node) {
    Tree tree = tables.trees().get(treeId);
    if (tree == null || tree.root().equals(node.articleId())) {
      rooted.add(treeId);
    }
    keep(
        treeId,
        tree == null ? new Tree(node.articleId(), 1, Map.of(), "", List.of()) : tree.grown(1));
  }

  void leave(String treeId) {
    Tree tree = tree(treeId).grown(-1);
    keep(treeId, tree);
  }

  /** Forgets a tree, whose articles nothing bears witness for any longer. */
  void forget(String treeId) {
    for (String other : tree(treeId).bonds().keySet()) {
      Tree bound = tables.trees().get(other);
      if (bound != null) {
        tables.trees().put(other, bound.without(treeId));
      }
    }
    tables.trees().delete(treeId);
  }

  private void count(KeptArticle node, int by) {
    for (String other : spokenFor(node)) {
      keep(node.treeId(), tree(node.treeId()).bound(other, by));
      keep(other, tree(other).bound(node.treeId(), by));
    }
  }

  /** The other trees that a node has a strong link into. */
  private Set<String> spokenFor(KeptArticle node) {
    Set<String> others = new TreeSet<>();
    for (Link link : node.links()) {
      if (link.likeness() >= policy.bond()) {
        String other =
            Objects.requireNonNull(tables.articles().get(link.articleId()), "a link leads nowhere")
                .treeId();
        if (!other.equals(node.treeId())) {
          others.add(other);
        }
      }
    }
    return others;
  }

  private void keep(String treeId, Tree tree) {
    if (!before.containsKey(treeId)) {
      before.put(treeId, tables.trees().get(treeId));
    }
    tables.trees().put(treeId, tree);
  }

  private Tree tree(String treeId) {
    return Objects.requireNonNull(
        tables.trees().get(treeId), "story tables lack a tree: restore the state store");
  }

  /** Ends the change. Returns the trees that are in another story now. */
  List<String> close() {
    for (String id : suspended) {
      KeptArticle node = tables.articles().get(id);
      if (node != null && node.copyOf() == null) {
        count(node, 1);
      }
    }
    Set<String> unsettled = new TreeSet<>();
    before.forEach(
        (id, old) -> {
          Tree now = tree(id);
          if (now.nodes() == 0) {
            tables.trees().delete(id);
          }
          if (old == null
              || now.nodes() == 0
              || rooted.contains(id)
              || !partnersBefore(old).equals(partners(now))) {
            unsettled.add(id);
          }
        });
    return unsettled.isEmpty() ? List.of() : regroup(unsettled);
  }

  private List<String> regroup(Set<String> unsettled) {
    Set<String> open = new TreeSet<>();
    for (String id : unsettled) {
      String story = storyBefore(id);
      open.addAll(story == null ? List.of(id) : treesBefore(story));
      Tree now = tables.trees().get(id);
      for (String partner : now == null ? Set.<String>of() : partners(now)) {
        String other = storyBefore(partner);
        open.addAll(other == null ? List.of(partner) : treesBefore(other));
      }
    }
    open.removeIf(id -> tables.trees().get(id) == null);
    List<String> moved = new ArrayList<>();
    while (!open.isEmpty()) {
      List<String> group = group(open.iterator().next());
      open.removeAll(group);
      String story = earliest(group);
      for (String id : group) {
        if (!story.equals(storyBefore(id))) {
          moved.add(id);
        }
        keep(id, tree(id).in(story, id.equals(story) ? group : List.of()));
      }
    }
    return moved;
  }

  private List<String> treesBefore(String story) {
    Tree first = before.containsKey(story) ? before.get(story) : tables.trees().get(story);
    return first == null ? List.of() : first.trees();
  }

  /** A tree and all that are bound to it, directly or through others; in order of their ids. */
  private List<String> group(String treeId) {
    Set<String> found = new TreeSet<>(Set.of(treeId));
    Deque<String> open = new ArrayDeque<>(found);
    while (!open.isEmpty()) {
      for (String partner : partners(tree(open.remove()))) {
        if (found.add(partner)) {
          open.add(partner);
        }
      }
    }
    return List.copyOf(found);
  }

  private String earliest(List<String> group) {
    String earliest = group.get(0);
    KeptArticle root = root(earliest);
    for (String id : group) {
      KeptArticle other = root(id);
      if (other.before(root)) {
        earliest = id;
        root = other;
      }
    }
    return earliest;
  }

  private KeptArticle root(String treeId) {
    return Objects.requireNonNull(
        tables.articles().get(tree(treeId).root()), "a tree's root is not kept");
  }

  /** The trees that a tree is one story with, by what holds now. */
  private Set<String> partners(Tree tree) {
    Set<String> partners = new TreeSet<>();
    tree.bonds()
        .forEach(
            (other, witnesses) -> {
              if (holds(witnesses, tree.nodes(), tree(other).nodes())) {
                partners.add(other);
              }
            });
    return partners;
  }

  private Set<String> partnersBefore(Tree tree) {
    Set<String> partners = new TreeSet<>();
    tree.bonds()
        .forEach(
            (other, witnesses) -> {
              Tree old = before.containsKey(other) ? before.get(other) : tables.trees().get(other);
              if (old != null && holds(witnesses, tree.nodes(), old.nodes())) {
                partners.add(other);
              }
            });
    return partners;
  }

  private boolean holds(int witnesses, int nodes, int otherNodes) {
    return witnesses >= policy.witnesses()
        && witnesses >= policy.share() * Math.min(nodes, otherNodes);
  }
}
