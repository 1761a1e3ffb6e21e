package org.wiretally.consensus;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Who the claimants of one story are, each seen beside the others: "the ministry" is the one
 * ministry that the article (else the story) names, and "the interior ministry" is the Kazakh one
 * where no other country's is quoted.
 */
final class ClaimantResolution {
  private static final String MINISTRY = "ministry";

  private final Map<String, Claimant> byClaim = new HashMap<>();

  private ClaimantResolution() {}

  static ClaimantResolution of(ClaimantLexicon lexicon, List<LiveClaim> claims) {
    ClaimantResolution resolution = new ClaimantResolution();
    Map<String, Claimant> read = new HashMap<>();
    Map<String, TreeSet<String>> ministriesOfArticle = new HashMap<>();
    TreeSet<String> ministries = new TreeSet<>();
    for (LiveClaim live : claims) {
      String words = live.claim().claimant();
      Claimant claimant = words == null ? null : lexicon.canonical(words);
      if (claimant != null) {
        read.put(live.claimId(), claimant);
        if (claimant.body().endsWith("-" + MINISTRY)) {
          ministries.add(claimant.body());
          ministriesOfArticle
              .computeIfAbsent(live.articleId(), a -> new TreeSet<>())
              .add(claimant.body());
        }
      }
    }
    Map<String, TreeSet<String>> owners = new HashMap<>();
    for (LiveClaim live : claims) {
      Claimant claimant = read.get(live.claimId());
      if (claimant != null && claimant.body().equals(MINISTRY)) {
        Set<String> near = ministriesOfArticle.getOrDefault(live.articleId(), new TreeSet<>());
        Set<String> candidates = near.isEmpty() ? ministries : near;
        if (candidates.size() == 1) {
          claimant = new Claimant(candidates.iterator().next(), null, Claimant.Kind.OFFICIAL);
        }
        read.put(live.claimId(), claimant);
      }
      if (claimant != null && claimant.of() != null) {
        owners.computeIfAbsent(claimant.body(), b -> new TreeSet<>()).add(claimant.of());
      }
    }
    read.forEach(
        (claimId, claimant) -> {
          Set<String> named = owners.getOrDefault(claimant.body(), new TreeSet<>());
          boolean alone = named.size() == 1;
          resolution.byClaim.put(
              claimId, alone ? new Claimant(claimant.body(), null, claimant.kind()) : claimant);
        });
    return resolution;
  }

  @Nullable Claimant claimant(LiveClaim live) {
    return byClaim.get(live.claimId());
  }
}
