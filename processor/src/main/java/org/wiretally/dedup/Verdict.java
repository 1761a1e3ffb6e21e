package org.wiretally.dedup;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is decided about one article, given all others that are kept.
 *
 * @param articleId the article
 * @param version its version that was judged
 * @param kind the decision
 * @param of the article that it copies; null unless the kind is a copy or a rewrite
 * @param similarity how alike the two are, 0 to 1; 0 without {@code of}
 * @param root the article at the root of its copy tree, itself where it copies none: one root is
 *     one origin
 * @param passages what it took from earlier articles, in the order of its paragraphs
 */
public record Verdict(
    String articleId,
    int version,
    VerdictKind kind,
    @Nullable String of,
    double similarity,
    String root,
    List<Passage> passages) {
  public Verdict {
    passages = List.copyOf(passages);
    boolean linked =
        kind == VerdictKind.EXACT_COPY
            || kind == VerdictKind.NEAR_COPY
            || kind == VerdictKind.REWRITE;
    if (linked != (of != null)) {
      throw new IllegalArgumentException(
          "article " + articleId + ": " + kind + (linked ? " needs" : " has no") + " original");
    }
  }

  /** The same verdict under another kind. */
  public Verdict withKind(VerdictKind other) {
    return new Verdict(articleId, version, other, of, similarity, root, passages);
  }
}
