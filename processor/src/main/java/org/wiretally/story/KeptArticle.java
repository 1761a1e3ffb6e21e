package org.wiretally.story;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wiretally.state.Position;

/**
 * What the index keeps of an article.
 *
 * @param articleId whose
 * @param published event time
 * @param copyRoot the article that this one copies, else its own id
 * @param features what tells its event
 * @param copyOf the earliest live article with the same copy root; null for that one itself
 * @param links the earlier articles that it is likest to, likest first, at most {@link
 *     #MOST_LINKS}; none where it is a copy
 * @param treeId the tree it is in; empty where it is in none yet
 */
public record KeptArticle(
    String articleId,
    Instant published,
    String copyRoot,
    StoryFeatures features,
    @Nullable String copyOf,
    List<Link> links,
    String treeId) {
  static final int MOST_LINKS = 3;

  /** Canonical order: event time, then id. Every decision goes by it, none by arrival. */
  static final Comparator<KeptArticle> CANONICAL =
      Comparator.comparing(KeptArticle::published).thenComparing(KeptArticle::articleId);

  public KeptArticle {
    links = List.copyOf(links);
  }

  /** An article that is in no tree yet. */
  static KeptArticle loose(
      String articleId, Instant published, StoryFeatures features, String copyRoot) {
    return new KeptArticle(articleId, published, copyRoot, features, null, List.of(), "");
  }

  Position position() {
    return new Position(published, articleId);
  }

  boolean before(KeptArticle other) {
    return CANONICAL.compare(this, other) < 0;
  }

  /**
   * The earlier article whose tree this one is in; null where it begins a tree or is a copy.
   *
   * @param least likeness
   */
  @Nullable String parent(double least) {
    return links.isEmpty() || links.get(0).likeness() < least ? null : links.get(0).articleId();
  }

  boolean isLinkedTo(String other) {
    for (Link link : links) {
      if (link.articleId().equals(other)) {
        return true;
      }
    }
    return false;
  }

  KeptArticle linked(List<Link> newLinks) {
    return new KeptArticle(articleId, published, copyRoot, features, null, newLinks, treeId);
  }

  KeptArticle copying(String original) {
    return new KeptArticle(articleId, published, copyRoot, features, original, List.of(), treeId);
  }

  KeptArticle in(String tree) {
    return new KeptArticle(articleId, published, copyRoot, features, copyOf, links, tree);
  }
}
