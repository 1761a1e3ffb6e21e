package org.wiretally.story;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Puts articles into stories.
 *
 * <p>Each article links to the few earlier articles (by event time, then id) that it is likest to.
 * Those that are very like make trees; {@link Bonds} says which trees are one story, and the
 * article that begins the tree which the others joined names it. Copies of one text are one node.
 * Since a pair's likeness and whether it is looked at depend on the set of articles alone, the
 * forest, and with it every story, is a function of that set: order of arrival, batches and
 * partitions cannot change it. A late article may become the parent of later ones, whose trees then
 * move with them.
 *
 * <p>Used by one thread, like its tables.
 */
public final class StoryIndex {
  /** Parts composite keys; no article id may hold it. */
  static final char SEPARATOR = '\u001f';

  private final StoryTables tables;
  private final StoryPolicy policy;
  private final Postings postings;

  public StoryIndex(StoryTables tables, StoryPolicy policy) {
    this.tables = tables;
    this.policy = policy;
    this.postings = new Postings(tables.postings(), policy.neighbours());
  }

  /**
   * Takes in an article, or its new version in place of the earlier one.
   *
   * @param copyRoot the article that it copies, or its own id
   * @throws IllegalArgumentException if an id holds the control character U+001F
   */
  public StoryOutcome put(
      String articleId, Instant published, StoryFeatures features, String copyRoot) {
    requireNoSeparator(articleId);
    requireNoSeparator(copyRoot);
    Instant time = published.truncatedTo(ChronoUnit.MILLIS);
    Change change = new Change();
    remove(articleId, change);
    insert(KeptArticle.loose(articleId, time, features, copyRoot), change);
    return change.outcome(articleId);
  }

  /** Takes out an article; changes nothing where it is not known. */
  public StoryOutcome withdraw(String articleId) {
    Change change = new Change();
    remove(articleId, change);
    return change.outcome(null);
  }

  /**
   * Drops the articles of a story whose time is over. No other story changes, but nothing that
   * comes later is compared with them.
   */
  public void forget(Story story) {
    Set<String> trees = new TreeSet<>();
    for (String id : story.articleIds()) {
      KeptArticle article = tables.articles().get(id);
      if (article != null) {
        trees.add(article.treeId());
        tables.copies().delete(copyKey(article));
        if (article.copyOf() != null) {
          tables.children().delete(childKey(article.copyOf(), id));
        } else {
          postings.remove(article);
          unlink(article);
        }
        forget(article);
      }
    }
    Bonds bonds = new Bonds(tables, policy);
    trees.forEach(bonds::forget);
  }

  /** Takes the links from and to an article, whose story is over. */
  private void unlink(KeptArticle article) {
    String id = article.articleId();
    for (Link link : article.links()) {
      tables.children().delete(childKey(link.articleId(), id));
    }
    for (String child : children(id)) {
      KeptArticle later = kept(child);
      if (later.copyOf() == null) {
        tables.children().delete(childKey(id, child));
        List<Link> rest = new ArrayList<>(later.links());
        rest.removeIf(link -> link.articleId().equals(id));
        tables.articles().put(child, later.linked(rest));
      }
    }
  }

  private static void requireNoSeparator(String id) {
    if (id.indexOf(SEPARATOR) >= 0) {
      throw new IllegalArgumentException(
          "article id '" + id + "' holds the control character U+001F: give it another id");
    }
  }

  // ------------------------------------------------------------------ copies

  private void insert(KeptArticle article, Change change) {
    KeptArticle original = original(article.copyRoot());
    tables.copies().put(copyKey(article), article.articleId());
    if (original == null) {
      plant(article, change);
    } else if (original.before(article)) {
      attach(article, original, change);
    } else {
      List<String> copies = uproot(original, change);
      plant(article, change);
      KeptArticle planted = kept(article.articleId());
      attach(kept(original.articleId()), planted, change);
      for (String copy : copies) {
        attach(kept(copy), planted, change);
      }
    }
  }

  private void remove(String articleId, Change change) {
    KeptArticle article = tables.articles().get(articleId);
    if (article == null) {
      return;
    }
    change.seen(article);
    tables.copies().delete(copyKey(article));
    if (article.copyOf() != null) {
      tables.children().delete(childKey(article.copyOf(), articleId));
      forget(article);
      return;
    }
    List<String> copies = uproot(article, change);
    forget(article);
    if (!copies.isEmpty()) {
      KeptArticle heir = kept(copies.get(0));
      for (String id : copies) {
        KeptArticle copy = kept(id);
        heir = copy.before(heir) ? copy : heir;
      }
      change.seen(heir);
      tables.members().delete(memberKey(heir));
      plant(heir.in(""), change);
      for (String id : copies) {
        if (!id.equals(heir.articleId())) {
          attach(kept(id), kept(heir.articleId()), change);
        }
      }
    }
  }

  private void forget(KeptArticle article) {
    tables.articles().delete(article.articleId());
    tables.members().delete(memberKey(article));
  }

  /** The earliest live article with the copy root. */
  private @Nullable KeptArticle original(String copyRoot) {
    List<String> first = new ArrayList<>(1);
    tables
        .copies()
        .scan(
            copyRoot + SEPARATOR,
            (key, id) -> {
              if (first.isEmpty()) {
                first.add(id);
              }
            });
    return first.isEmpty() ? null : kept(first.get(0));
  }

  private void attach(KeptArticle copy, KeptArticle original, Change change) {
    change.seen(copy);
    tables.children().put(childKey(original.articleId(), copy.articleId()), "");
    settle(copy.copying(original.articleId()), original.treeId(), change);
  }

  // ------------------------------------------------------------------ the forest

  /** Makes an article a node: finds its links, and the later nodes that link to it. */
  private void plant(KeptArticle article, Change change) {
    change.seen(article);
    Postings.Sight sight = postings.add(article);
    KeptArticle node = article.linked(likest(article, shortlist(sight)));
    change.bonds.suspend(node);
    for (Link link : node.links()) {
      tables.children().put(childKey(link.articleId(), node.articleId()), "");
    }
    settle(node, treeOf(node), change);
    Map<String, List<String>> parted = partedByLater(sight);
    Set<String> offered = new LinkedHashSet<>(sight.later());
    Set<String> affected = new LinkedHashSet<>(sight.later());
    affected.addAll(parted.keySet());
    for (String id : affected) {
      KeptArticle later = kept(id);
      Postings.Sight seen = postings.around(later);
      List<String> lost = parted.getOrDefault(id, List.of());
      boolean cut = seen.earlier().size() + lost.size() > policy.compared();
      if (lost.stream().anyMatch(later::isLinkedTo)
          || (cut && (!lost.isEmpty() || ousted(later, seen)))) {
        relink(later, likest(later, shortlist(seen)), change);
      } else if (offered.contains(id) && shortlist(seen).contains(node.articleId())) {
        offer(later, node, change);
      }
    }
  }

  /** Of the earlier articles that one sees, those that it is compared with. */
  private List<String> shortlist(Postings.Sight sight) {
    List<String> earlier = sight.earlier();
    return earlier.subList(0, Math.min(earlier.size(), policy.compared()));
  }

  /** Whether the one article more that it sees took the place of one that it links to. */
  private boolean ousted(KeptArticle article, Postings.Sight seen) {
    return article.isLinkedTo(seen.earlier().get(policy.compared()));
  }

  /** Links a later article to an earlier one where that is among its likest. */
  private void offer(KeptArticle later, KeptArticle earlier, Change change) {
    Candidate candidate = new Candidate(earlier, Likeness.of(earlier, later));
    if (candidate.likeness() >= least(earlier, later)) {
      List<Candidate> candidates = new ArrayList<>();
      later.links().forEach(link -> candidates.add(candidate(link)));
      candidates.add(candidate);
      relink(later, likest(candidates), change);
    }
  }

  private static Map<String, List<String>> partedByLater(Postings.Sight sight) {
    Map<String, List<String>> parted = new LinkedHashMap<>();
    for (Postings.Parted pair : sight.parted()) {
      parted.computeIfAbsent(pair.later(), id -> new ArrayList<>()).add(pair.earlier());
    }
    return parted;
  }

  /** Takes a node out of the forest; what linked to it finds other links. Returns its copies. */
  private List<String> uproot(KeptArticle article, Change change) {
    change.seen(article);
    Postings.Sight sight = postings.remove(article);
    relink(article, List.of(), article.treeId(), change);
    List<String> copies = new ArrayList<>();
    TreeSet<KeptArticle> orphans = new TreeSet<>(KeptArticle.CANONICAL);
    for (String id : children(article.articleId())) {
      KeptArticle child = kept(id);
      if (child.copyOf() != null) {
        tables.children().delete(childKey(article.articleId(), id));
        copies.add(id);
      } else {
        orphans.add(child);
      }
    }
    for (KeptArticle orphan : orphans) { // earliest first: a parent is settled before its children
      KeptArticle node = kept(orphan.articleId());
      relink(node, likest(node, shortlist(postings.around(node))), change);
    }
    Map<String, List<String>> regained = partedByLater(sight);
    Set<String> affected = new LinkedHashSet<>(sight.later());
    affected.addAll(regained.keySet());
    for (String id : affected) {
      KeptArticle later = kept(id);
      Postings.Sight seen = postings.around(later);
      boolean filled = seen.earlier().size() >= policy.compared();
      if (filled || regained.getOrDefault(id, List.of()).stream().anyMatch(e -> alike(e, later))) {
        relink(later, likest(later, shortlist(seen)), change);
      }
    }
    change.bonds.leave(article.treeId());
    tables.members().delete(memberKey(article));
    tables.articles().put(article.articleId(), article.linked(List.of()).in(""));
    return copies;
  }

  private boolean alike(String earlier, KeptArticle later) {
    KeptArticle other = kept(earlier);
    return Likeness.of(other, later) >= least(other, later);
  }

  /**
   * From which likeness on two articles are linked. Two reports that have room for what tells their
   * event, days apart and yet no more than somewhat alike, are of two events of one kind in one
   * town; of the next day, or of a sentence or two, no more can be asked.
   */
  private double least(KeptArticle one, KeptArticle other) {
    boolean weakly = Likeness.isBrief(one, other) || Likeness.days(one, other) <= policy.weakDays();
    return weakly ? policy.threshold() : policy.bond();
  }

  /** An earlier node that may be linked to. */
  private record Candidate(KeptArticle node, double likeness) {
    /** The likelier first, of equals the earlier one. */
    static final Comparator<Candidate> LIKEST =
        Comparator.comparingDouble((Candidate c) -> -c.likeness())
            .thenComparing(Candidate::node, KeptArticle.CANONICAL);
  }

  private Candidate candidate(Link link) {
    return new Candidate(kept(link.articleId()), link.likeness());
  }

  /** Links to the likest of the earlier nodes that are likely enough. */
  private List<Link> likest(KeptArticle article, List<String> earlier) {
    List<Candidate> candidates = new ArrayList<>();
    for (String id : earlier) {
      KeptArticle other = kept(id);
      double likeness = Likeness.of(article, other);
      if (likeness >= least(other, article)) {
        candidates.add(new Candidate(other, likeness));
      }
    }
    return likest(candidates);
  }

  private static List<Link> likest(List<Candidate> candidates) {
    candidates.sort(Candidate.LIKEST);
    List<Link> links = new ArrayList<>(KeptArticle.MOST_LINKS);
    for (Candidate each : candidates) {
      if (links.size() < KeptArticle.MOST_LINKS) {
        links.add(new Link(each.node().articleId(), each.likeness()));
      }
    }
    return links;
  }

  /** The tree of the article's first link; its own where that is too weak. */
  private String treeOf(KeptArticle article) {
    String parent = article.parent(policy.bond());
    return parent == null ? storyId(article) : kept(parent).treeId();
  }

  /** Gives a node other links, and moves its tree with it where the first is another one. */
  private void relink(KeptArticle node, List<Link> links, Change change) {
    if (!node.links().equals(links)) {
      relink(node, links, treeOf(node.linked(links)), change);
    }
  }

  private void relink(KeptArticle node, List<Link> links, String tree, Change change) {
    change.bonds.suspend(node);
    for (Link link : node.links()) {
      tables.children().delete(childKey(link.articleId(), node.articleId()));
    }
    for (Link link : links) {
      tables.children().put(childKey(link.articleId(), node.articleId()), "");
    }
    tables.articles().put(node.articleId(), node.linked(links));
    if (!node.treeId().equals(tree)) {
      moveTree(node.articleId(), tree, change);
    }
  }

  private void moveTree(String root, String tree, Change change) {
    Deque<String> open = new ArrayDeque<>();
    open.add(root);
    while (!open.isEmpty()) {
      KeptArticle article = kept(open.remove());
      String id = article.articleId();
      change.seen(article);
      settle(article, tree, change);
      for (String childId : children(id)) {
        KeptArticle child = kept(childId);
        if (id.equals(child.copyOf()) || id.equals(child.parent(policy.bond()))) {
          open.add(childId);
        }
      }
    }
  }

  private void settle(KeptArticle article, String tree, Change change) {
    String id = article.articleId();
    if (article.copyOf() == null) {
      change.bonds.suspend(article);
      for (String child : children(id)) {
        change.bonds.suspend(kept(child));
      }
      if (!article.treeId().isEmpty()) {
        change.bonds.leave(article.treeId());
      }
      change.bonds.enter(tree, article);
    }
    tables.members().delete(memberKey(article));
    KeptArticle settled = article.in(tree);
    tables.articles().put(id, settled);
    StoryFeatures f = article.features();
    tables
        .members()
        .put(
            memberKey(settled),
            new Member(
                article.published(),
                f.headline(),
                f.place(),
                List.of(f.types()),
                article.copyOf() != null));
  }

  private List<String> children(String articleId) {
    String prefix = articleId + SEPARATOR;
    List<String> ids = new ArrayList<>();
    tables.children().scan(prefix, (key, empty) -> ids.add(key.substring(prefix.length())));
    return ids;
  }

  private KeptArticle kept(String articleId) {
    KeptArticle article = tables.articles().get(articleId);
    if (article == null) {
      throw new IllegalStateException(
          "story tables name article "
              + articleId
              + ", which is not kept: restore the state store");
    }
    return article;
  }

  private static String childKey(String parent, String child) {
    return parent + SEPARATOR + child;
  }

  private static String memberKey(KeptArticle article) {
    return article.treeId() + SEPARATOR + article.articleId();
  }

  private static String copyKey(KeptArticle article) {
    return article.copyRoot() + SEPARATOR + article.position().sortKey();
  }

  static String storyId(KeptArticle earliest) {
    long h = 0xcbf29ce484222325L;
    String id = earliest.articleId();
    for (int i = 0; i < id.length(); i++) {
      h ^= id.charAt(i);
      h *= 0x100000001b3L;
    }
    h ^= h >>> 32;
    h *= 0xd6e8feb86659fd93L;
    h ^= h >>> 32;
    return String.format(Locale.ROOT, "s%016x", h);
  }

  // ------------------------------------------------------------------ what changed

  /** Remembers where articles were before, to say afterwards what changed. */
  private final class Change {
    final Bonds bonds = new Bonds(tables, policy);
    private final Map<String, String> before = new TreeMap<>();

    /** To be called before an article's tree changes. */
    void seen(KeptArticle article) {
      String story = article.treeId().isEmpty() ? "" : bonds.storyBefore(article.treeId());
      before.putIfAbsent(article.articleId(), story == null ? "" : story);
    }

    StoryOutcome outcome(@Nullable String renewed) {
      for (String tree : bonds.close()) {
        String from = bonds.storyBefore(tree);
        if (from != null) {
          tables
              .members()
              .scan(
                  tree + SEPARATOR,
                  (key, member) -> before.putIfAbsent(key.substring(tree.length() + 1), from));
        }
      }
      List<Move> moves = new ArrayList<>();
      Set<String> touched = new TreeSet<>();
      before.forEach(
          (id, from) -> {
            KeptArticle now = tables.articles().get(id);
            String to = now == null ? null : story(now);
            if (!from.equals(to)) {
              moves.add(new Move(id, from.isEmpty() ? null : from, to));
              touched.add(from);
              if (to != null) {
                touched.add(to);
              }
            } else if (id.equals(renewed)) {
              touched.add(from);
            }
          });
      touched.remove("");
      List<Story> changed = new ArrayList<>();
      List<Redirect> redirects = new ArrayList<>();
      for (String id : touched) {
        Tree tree = tables.trees().get(id);
        if (tree != null && tree.storyId().equals(id)) {
          changed.add(StorySummary.of(id, tree.trees(), tables.members()));
        } else {
          String first = bonds.rootBefore(id);
          KeptArticle now = first == null ? null : tables.articles().get(first);
          if (now != null) {
            redirects.add(new Redirect(id, story(now)));
          }
        }
      }
      return new StoryOutcome(moves, changed, redirects);
    }

    private String story(KeptArticle article) {
      Tree tree = tables.trees().get(article.treeId());
      if (tree == null) {
        throw new IllegalStateException(
            "story tables lack tree " + article.treeId() + ": restore the state store");
      }
      return tree.storyId();
    }
  }
}
