package org.wiretally.query;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.wiretally.consensus.LiveClaim;

/**
 * The claims that stood at a time, out of what was emitted of them, so that every profile can be
 * folded from the same evidence.
 */
public final class KnownClaims {
  private KnownClaims() {}

  /**
   * A claim as it was emitted; the last one of a claim id counts.
   *
   * @param live false where it was withdrawn
   * @param knownAt processing time
   */
  public record Stated(String storyId, boolean live, Instant knownAt, LiveClaim claim) {}

  /**
   * What dedup decided of an article; the last one counts.
   *
   * @param root the article at the root of its copy tree
   * @param knownAt processing time
   */
  public record Rooted(String articleId, String root, Instant knownAt) {}

  /**
   * The live claims by story.
   *
   * @param claims in the order of emission
   * @param roots in the order of emission; an article without one is its own root
   * @param at only articles of this event time or before count; null for all
   * @param knownAt only what had been emitted by this processing time counts; null for all
   */
  public static Map<String, List<LiveClaim>> byStory(
      Collection<Stated> claims,
      Collection<Rooted> roots,
      @Nullable Instant at,
      @Nullable Instant knownAt) {
    Map<String, String> rootOf = new HashMap<>();
    for (Rooted rooted : roots) {
      if (knownAt == null || !rooted.knownAt().isAfter(knownAt)) {
        rootOf.put(rooted.articleId(), rooted.root());
      }
    }
    Map<String, Stated> last = new LinkedHashMap<>();
    for (Stated stated : claims) {
      if (knownAt == null || !stated.knownAt().isAfter(knownAt)) {
        last.put(stated.claim().claimId(), stated);
      }
    }
    Map<String, List<LiveClaim>> byStory = new TreeMap<>();
    for (Stated stated : last.values()) {
      LiveClaim claim = stated.claim();
      if (stated.live() && (at == null || !claim.published().isAfter(at))) {
        byStory
            .computeIfAbsent(stated.storyId(), story -> new ArrayList<>())
            .add(claim.withRoot(rootOf.getOrDefault(claim.articleId(), claim.articleId())));
      }
    }
    return byStory;
  }
}
