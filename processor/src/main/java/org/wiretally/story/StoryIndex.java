package org.wiretally.story;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
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
 * <p>Each article joins the one earlier article (by event time, then id) that it is likest to, if
 * that is likely enough; the trees of this forest are the stories, and the earliest article of a
 * tree names it. Copies of one text are one node. Since a pair's likeness and whether it is looked
 * at depend on the pair alone, the forest, and with it every story, is a function of the set of
 * live articles: order of arrival, batches and partitions cannot change it. A late article may
 * become the parent of later ones, whose trees then move with them.
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
    KeptArticle article = new KeptArticle(articleId, time, copyRoot, features, null, null, 0, "");
    insert(article, change);
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
    for (String id : story.articleIds()) {
      KeptArticle article = tables.articles().get(id);
      if (article != null) {
        tables.copies().delete(copyKey(article));
        String parent = article.copyOf() == null ? article.parent() : article.copyOf();
        if (parent != null) {
          tables.children().delete(childKey(parent, id));
        }
        if (article.copyOf() == null) {
          postings.remove(article);
        }
        forget(article);
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
      plant(heir, change);
      for (String id : copies) {
        if (!id.equals(heir.articleId())) {
          attach(kept(id), kept(heir.articleId()), change);
        }
      }
    }
  }

  private void forget(KeptArticle article) {
    tables.articles().delete(article.articleId());
    tables.members().delete(article.storyId() + SEPARATOR + article.articleId());
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
    settle(copy.copying(original.articleId()), original.storyId());
  }

  // ------------------------------------------------------------------ the forest

  /**
   * A node's parent.
   *
   * @param node null where it begins a story
   * @param likeness to it, 0 where there is none
   */
  private record Parent(@Nullable KeptArticle node, double likeness) {}

  /** Makes an article a node: finds its parent, and the later nodes whose parent it is. */
  private void plant(KeptArticle article, Change change) {
    change.seen(article);
    Postings.Sight sight = postings.around(article);
    Parent parent = parent(article, sight.earlier());
    String story = parent.node() == null ? storyId(article) : parent.node().storyId();
    if (parent.node() != null) {
      tables.children().put(childKey(parent.node().articleId(), article.articleId()), "");
    }
    postings.add(article);
    settle(
        article.joined(parent.node() == null ? null : parent.node().articleId(), parent.likeness()),
        story);
    for (String id : sight.later()) {
      KeptArticle later = kept(id);
      double likeness = Likeness.of(article, later);
      if (likeness >= policy.threshold()
          && better(likeness, article, later.likeness(), parentOf(later))) {
        part(later);
        join(later, article.articleId(), likeness, story, change);
      }
    }
    for (Postings.Parted pair : sight.parted()) {
      KeptArticle later = kept(pair.later());
      if (pair.earlier().equals(later.parent())) {
        part(later);
        joinAnew(later, change);
      }
    }
  }

  /** Takes a node out of the forest; its children find other parents. Returns its copies. */
  private List<String> uproot(KeptArticle article, Change change) {
    Postings.Sight sight = postings.around(article);
    postings.remove(article);
    part(article);
    List<String> copies = new ArrayList<>();
    TreeSet<KeptArticle> orphans = new TreeSet<>(KeptArticle.CANONICAL);
    for (String id : children(article.articleId())) {
      tables.children().delete(childKey(article.articleId(), id));
      KeptArticle child = kept(id);
      if (child.copyOf() != null) {
        copies.add(id);
      } else {
        orphans.add(child);
      }
    }
    for (KeptArticle orphan : orphans) { // earliest first: a parent is settled before its children
      joinAnew(orphan, change);
    }
    for (Postings.Parted pair : sight.parted()) {
      KeptArticle earlier = kept(pair.earlier());
      KeptArticle later = kept(pair.later());
      double likeness = Likeness.of(earlier, later);
      if (likeness >= policy.threshold()
          && better(likeness, earlier, later.likeness(), parentOf(later))) {
        part(later); // they may see each other now: its parents are compared anew
        joinAnew(later, change);
      }
    }
    return copies;
  }

  /** The likeliest of the earlier nodes, if it is likely enough. */
  private Parent parent(KeptArticle article, List<String> earlier) {
    KeptArticle parent = null;
    double most = policy.threshold();
    for (String id : earlier) {
      KeptArticle other = kept(id);
      double likeness = Likeness.of(article, other);
      if (better(likeness, other, most, parent)) {
        parent = other;
        most = likeness;
      }
    }
    return new Parent(parent, parent == null ? 0 : most);
  }

  /** Finds a node that has no parent its parent, and moves its tree with it. */
  private void joinAnew(KeptArticle node, Change change) {
    Parent parent = parent(node, postings.around(node).earlier());
    KeptArticle found = parent.node();
    if (found == null) {
      join(node, null, 0, storyId(node), change);
    } else {
      join(node, found.articleId(), parent.likeness(), found.storyId(), change);
    }
  }

  /** Takes a node from its parent's children. */
  private void part(KeptArticle node) {
    if (node.parent() != null) {
      tables.children().delete(childKey(node.parent(), node.articleId()));
    }
  }

  /** Whether (likeness, candidate) beats (most, parent): likelier, of equals the earlier one. */
  private static boolean better(
      double likeness, KeptArticle candidate, double most, @Nullable KeptArticle parent) {
    if (parent == null) {
      return likeness >= most;
    }
    return likeness > most || (likeness == most && candidate.before(parent));
  }

  private @Nullable KeptArticle parentOf(KeptArticle article) {
    return article.parent() == null ? null : kept(article.parent());
  }

  private void join(
      KeptArticle child, @Nullable String parent, double likeness, String story, Change change) {
    if (parent != null) {
      tables.children().put(childKey(parent, child.articleId()), "");
    }
    tables.articles().put(child.articleId(), child.joined(parent, likeness));
    if (!child.storyId().equals(story)) {
      moveTree(child.articleId(), story, change);
    }
  }

  private void moveTree(String root, String story, Change change) {
    Deque<String> open = new ArrayDeque<>();
    open.add(root);
    while (!open.isEmpty()) {
      KeptArticle article = kept(open.remove());
      change.seen(article);
      settle(article, story);
      open.addAll(children(article.articleId()));
    }
  }

  private void settle(KeptArticle article, String story) {
    String id = article.articleId();
    if (!article.storyId().isEmpty()) {
      tables.members().delete(article.storyId() + SEPARATOR + id);
    }
    KeptArticle settled = article.in(story);
    tables.articles().put(id, settled);
    StoryFeatures f = article.features();
    tables
        .members()
        .put(
            story + SEPARATOR + id,
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

  private static String copyKey(KeptArticle article) {
    return article.copyRoot() + SEPARATOR + Postings.sortKey(article);
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
    private final Map<String, String> before = new TreeMap<>();
    private final Map<String, String> namedAfter = new TreeMap<>();

    void seen(KeptArticle article) {
      before.putIfAbsent(article.articleId(), article.storyId());
      if (!article.storyId().isEmpty() && article.storyId().equals(storyId(article))) {
        namedAfter.putIfAbsent(article.storyId(), article.articleId());
      }
    }

    StoryOutcome outcome(@Nullable String renewed) {
      List<Move> moves = new ArrayList<>();
      Set<String> touched = new TreeSet<>();
      before.forEach(
          (id, from) -> {
            KeptArticle now = tables.articles().get(id);
            String to = now == null ? null : now.storyId();
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
        Story story = StorySummary.of(id, tables.members());
        if (story != null) {
          changed.add(story);
        } else {
          String first = namedAfter.get(id);
          KeptArticle now = first == null ? null : tables.articles().get(first);
          if (now != null) {
            redirects.add(new Redirect(id, now.storyId()));
          }
        }
      }
      return new StoryOutcome(moves, changed, redirects);
    }
  }
}
