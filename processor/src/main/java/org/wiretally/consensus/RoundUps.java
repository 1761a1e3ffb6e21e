package org.wiretally.consensus;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wiretally.article.Span;
import org.wiretally.consensus.ArticleReading.Attributed;
import org.wiretally.figures.Claim;
import org.wiretally.figures.Role;

/**
 * Leaves out what a round-up counts elsewhere. "Bombings in Mosul and Basra killed 17", eleven in
 * the one and six in the other: to a story that all others place in Mosul this says eleven, neither
 * 17 nor six.
 *
 * <p>A round-up gives itself away: one of its wholes is the sum of two or three others that it
 * places in different towns. It is heard in full where the others speak of none of these places, or
 * of several, as of a storm, for then the story is about all of them. A function of the set of
 * tellings alone.
 */
final class RoundUps {
  /** So many placed counts of an article are tried as addends: what bounds the cost. */
  private static final int MOST_ADDENDS = 8;

  private RoundUps() {}

  /**
   * What of the tellings is heard.
   *
   * @param tellings in the order given, those without a claim left taken out
   */
  record Heard(List<List<Attributed>> tellings, List<Unheard> elsewhere) {}

  /**
   * A whole that an article makes up of counts in different towns.
   *
   * @param parts counts by town, its name in lower case
   */
  private record Breakdown(long total, Map<String, Long> parts) {}

  static Heard of(List<List<Attributed>> tellings) {
    IdentityHashMap<List<Attributed>, Breakdown> breakdowns = new IdentityHashMap<>();
    Set<String> towns = new HashSet<>();
    for (List<Attributed> telling : tellings) {
      Breakdown breakdown = breakdown(telling);
      if (breakdown != null) {
        breakdowns.put(telling, breakdown);
      } else {
        telling.stream()
            .map(Attributed::claim)
            .filter(claim -> claim.group().equals(Claim.ALL))
            .map(RoundUps::town)
            .filter(town -> !town.isEmpty())
            .forEach(towns::add);
      }
    }
    Map<String, String> elsewhere = new HashMap<>();
    for (List<Attributed> roundUp : tellings) {
      Breakdown breakdown = breakdowns.get(roundUp);
      if (breakdown == null) {
        continue;
      }
      Set<String> here = new TreeSet<>(breakdown.parts().keySet());
      here.retainAll(towns);
      if (here.size() == 1) {
        Set<String> there = new TreeSet<>(breakdown.parts().keySet());
        there.removeAll(here);
        for (List<Attributed> telling : tellings) {
          boolean alike = breakdown.equals(breakdowns.get(telling));
          leaveOut(telling, breakdown.total(), alike, there, elsewhere);
        }
      }
    }
    return elsewhere.isEmpty() ? new Heard(tellings, List.of()) : without(elsewhere, tellings);
  }

  private static Heard without(Map<String, String> elsewhere, List<List<Attributed>> tellings) {
    List<List<Attributed>> heard = new ArrayList<>();
    List<Unheard> unheard = new ArrayList<>();
    for (List<Attributed> telling : tellings) {
      List<Attributed> rest = new ArrayList<>();
      for (Attributed each : telling) {
        String reason = elsewhere.get(each.live().claimId());
        if (reason == null) {
          rest.add(each);
        } else {
          unheard.add(new Unheard(each.live(), reason));
        }
      }
      if (!rest.isEmpty()) {
        heard.add(rest);
      }
    }
    return new Heard(heard, unheard);
  }

  /**
   * @param roundUp whether the telling makes the total up of the same parts; else it counts several
   *     places where it names one of those elsewhere beside the total
   */
  private static void leaveOut(
      List<Attributed> telling,
      long total,
      boolean roundUp,
      Set<String> there,
      Map<String, String> elsewhere) {
    boolean ofAll =
        roundUp
            || telling.stream()
                .map(Attributed::claim)
                .anyMatch(claim -> counts(claim, total) && names(claim.quote(), there));
    Map<Span, String> sentences = new HashMap<>();
    for (Attributed each : telling) {
      Claim claim = each.claim();
      if (ofAll && counts(claim, total)) {
        elsewhere.putIfAbsent(each.live().claimId(), "counts several places together");
      } else if (claim.group().equals(Claim.ALL) && there.contains(town(claim))) {
        String reason = "counts in " + claim.place() + " alone";
        elsewhere.putIfAbsent(each.live().claimId(), reason);
        sentences.putIfAbsent(claim.sentence(), reason);
      }
    }
    for (Attributed each : telling) { // "killed six in Basra, among them three officers"
      String reason = sentences.get(each.claim().sentence());
      if (reason != null && !each.claim().group().equals(Claim.ALL)) {
        elsewhere.putIfAbsent(each.live().claimId(), reason);
      }
    }
  }

  private static boolean counts(Claim claim, long total) {
    Long best = claim.quantity().best();
    return claim.group().equals(Claim.ALL) && best != null && best == total;
  }

  private static boolean names(String quote, Set<String> towns) {
    String lower = quote.toLowerCase(Locale.ROOT);
    return towns.stream().anyMatch(lower::contains);
  }

  /** The name of the place that the claim gives, in lower case; empty where it gives none. */
  private static String town(Claim claim) {
    String place = claim.place();
    return place == null ? "" : place.toLowerCase(Locale.ROOT);
  }

  /** The largest whole that the counts of two or three towns add up to; null where none does. */
  private static @Nullable Breakdown breakdown(List<Attributed> telling) {
    Set<Long> wholes = new TreeSet<>();
    Map<String, Long> placed = new TreeMap<>();
    for (Attributed each : telling) {
      Claim claim = each.claim();
      Long best = claim.quantity().best();
      if (best == null
          || best < 1
          || (claim.role() != Role.TOTAL && claim.role() != Role.PART)
          || claim.derived()
          || !claim.group().equals(Claim.ALL)) {
        continue;
      }
      if (claim.role() == Role.TOTAL) {
        wholes.add(best);
      }
      if (!town(claim).isEmpty()) {
        placed.merge(town(claim), best, Math::max);
      }
    }
    if (placed.size() < 2) {
      return null;
    }
    List<String> towns = placed.keySet().stream().limit(MOST_ADDENDS).toList();
    Breakdown largest = null;
    for (int i = 0; i < towns.size(); i++) {
      for (int j = i + 1; j < towns.size(); j++) {
        for (int k = j + 1; k <= towns.size(); k++) {
          List<String> addends = new ArrayList<>(List.of(towns.get(i), towns.get(j)));
          if (k < towns.size()) {
            addends.add(towns.get(k));
          }
          long sum = addends.stream().mapToLong(placed::get).sum();
          if (wholes.contains(sum) && (largest == null || sum > largest.total())) {
            largest =
                new Breakdown(
                    sum, addends.stream().collect(Collectors.toMap(town -> town, placed::get)));
          }
        }
      }
    }
    return largest;
  }
}
