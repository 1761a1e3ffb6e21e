package org.wiretally.story;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
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
 * <p>An event that is told in two ways from the first hour grows two trees. An article with a
 * strong link into another tree than its own speaks for the two being one event, and so does the
 * first article of a tree, however weak its link. A tree joins the one larger tree that most
 * articles speak for, if they are enough, as {@link StoryPolicy} has it; a small tree without such
 * joins the tree that its first article is likest to. So one mistaken article moves a few others at
 * most, and no small tree between two large ones makes them one. Trees that joined each other,
 * directly or through others, are one story. As the links depend on the set of articles alone, so
 * does this.
 *
 * <p>Before anything changes about an article's tree or links, {@link #suspend} takes back what it
 * speaks for; {@link #close} counts it anew. Then only trees that joined another one than before
 * are put together anew, with the stories that they were in and come to. A change costs as many
 * look-ups as the trees it touches have bonds.
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
    keep(treeId, (tree == null ? Tree.of(node.articleId()) : tree).grown(1));
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

  /** The other trees that a node has a strong link into, or its first link. */
  private Set<String> spokenFor(KeptArticle node) {
    Set<String> others = new TreeSet<>();
    for (int i = 0; i < node.links().size(); i++) {
      if (i == 0 || node.links().get(i).likeness() >= policy.bond()) {
        others.add(treeOf(node.links().get(i)));
      }
    }
    others.remove(node.treeId());
    return others;
  }

  private String treeOf(Link link) {
    return Objects.requireNonNull(
            tables.articles().get(link.articleId()),
            "story tables lack an article that is linked to: restore the state store")
        .treeId();
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
    Set<String> unsettled = new TreeSet<>(rooted);
    Set<String> undecided = new TreeSet<>();
    before.forEach(
        (id, old) -> {
          Tree now = tree(id);
          undecided.add(id);
          if (now.nodes() == 0) {
            unsettled.add(id);
          }
          int nodes = old == null ? 0 : old.nodes();
          if (nodes != now.nodes()) {
            undecided.addAll(overtaken(id, nodes, now));
          }
        });
    for (String id : undecided) {
      Tree now = tree(id);
      if (now.nodes() == 0) {
        tables.trees().delete(id);
        continue;
      }
      String joined = chosen(id, now);
      if (!Objects.equals(joined, now.joined())) {
        keep(id, now.joining(joined));
        unsettled.add(id);
      }
    }
    return unsettled.isEmpty() ? List.of() : regroup(unsettled);
  }

  /** The trees bound to one that are smaller than it now and were not before, or the reverse. */
  private List<String> overtaken(String treeId, int nodesBefore, Tree now) {
    List<String> others = new ArrayList<>();
    for (String other : now.bonds().keySet()) {
      int nodes = tree(other).nodes();
      if (larger(treeId, nodesBefore, other, nodes) != larger(treeId, now.nodes(), other, nodes)) {
        others.add(other);
      }
    }
    return others;
  }

  /** Whether the first tree is larger than the second; of equals one is, by their ids. */
  private static boolean larger(String first, int nodes, String second, int secondNodes) {
    return nodes != secondNodes ? nodes > secondNodes : first.compareTo(second) < 0;
  }

  /** The tree that a tree joins; null where it joins none. */
  private @Nullable String chosen(String treeId, Tree tree) {
    String best = null;
    int most = 0;
    for (Map.Entry<String, Integer> bond : tree.bonds().entrySet()) {
      int witnesses = bond.getValue();
      String other = bond.getKey();
      boolean enough =
          witnesses >= policy.witnesses() && witnesses >= policy.share() * tree.nodes();
      boolean better =
          best == null || witnesses > most || (witnesses == most && other.compareTo(best) < 0);
      if (enough && better && larger(other, tree(other).nodes(), treeId, tree.nodes())) {
        best = other;
        most = witnesses;
      }
    }
    return best == null && tree.nodes() <= policy.small() ? likest(tree) : best;
  }

  private @Nullable String likest(Tree tree) {
    List<Link> links = root(tree).links();
    return links.isEmpty() ? null : treeOf(links.get(0));
  }

  private List<String> regroup(Set<String> unsettled) {
    Set<String> open = new TreeSet<>();
    for (String id : unsettled) {
      open.addAll(companions(id));
      Tree now = tables.trees().get(id);
      if (now != null && now.joined() != null) {
        open.addAll(companions(now.joined()));
      }
    }
    open.removeIf(id -> tables.trees().get(id) == null);
    List<String> moved = new ArrayList<>();
    for (List<String> group : groups(open)) {
      String story = joinedByAll(group);
      for (String id : group) {
        if (!story.equals(storyBefore(id))) {
          moved.add(id);
        }
        keep(id, tree(id).in(story, id.equals(story) ? group : List.of()));
      }
    }
    return moved;
  }

  /** The trees that were in one story with a tree before this change, and itself. */
  private List<String> companions(String treeId) {
    String story = storyBefore(treeId);
    if (story == null) {
      return List.of(treeId);
    }
    Tree first = before.containsKey(story) ? before.get(story) : tables.trees().get(story);
    return first == null ? List.of(treeId) : first.trees();
  }

  /** Puts trees together that joined each other, each group in the order of the ids. */
  private List<List<String>> groups(Set<String> trees) {
    Map<String, Set<String>> joined = new HashMap<>();
    for (String id : trees) {
      String other = tree(id).joined();
      if (other != null) {
        joined.computeIfAbsent(id, key -> new TreeSet<>()).add(other);
        joined.computeIfAbsent(other, key -> new TreeSet<>()).add(id);
      }
    }
    List<List<String>> groups = new ArrayList<>();
    Set<String> done = new HashSet<>();
    for (String first : trees) {
      if (done.add(first)) {
        Set<String> group = new TreeSet<>(Set.of(first));
        Deque<String> open = new ArrayDeque<>(group);
        while (!open.isEmpty()) {
          for (String other : joined.getOrDefault(open.remove(), Set.of())) {
            if (group.add(other)) {
              open.add(other);
            }
          }
        }
        done.addAll(group);
        groups.add(List.copyOf(group));
      }
    }
    return groups;
  }

  /**
   * The tree that names a story: the one that the others joined and that joined none, so that a
   * small tree of older articles that comes to it later does not take the name from it. Where trees
   * joined each other in a circle, the earliest of the group.
   */
  private String joinedByAll(List<String> group) {
    for (String id : group) {
      if (tree(id).joined() == null) {
        return id; // every other one joined a tree of the group, so there is no second
      }
    }
    String earliest = group.get(0);
    KeptArticle first = root(tree(earliest));
    for (String id : group) {
      KeptArticle other = root(tree(id));
      if (other.before(first)) {
        earliest = id;
        first = other;
      }
    }
    return earliest;
  }

  private KeptArticle root(Tree tree) {
    return Objects.requireNonNull(
        tables.articles().get(tree.root()),
        "story tables lack the first article of a tree: restore the state store");
  }
}
