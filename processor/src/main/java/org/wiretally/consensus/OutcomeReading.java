package org.wiretally.consensus;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.wiretally.consensus.Standings.Judged;
import org.wiretally.sources.Outcome;
import org.wiretally.sources.Outcomes;
import org.wiretally.sources.Source;

/**
 * Reads off one figure's judged statements how its sources stood.
 *
 * <p>A case counts only where another independent origin states the best value: a lone voice agrees
 * with itself. A claimant stands as what it says now does. A publisher stands as the best of what
 * its latest telling says, for who prints two rival counts side by side is at fault with neither.
 * An article that only copies is the claim of its tree's first article, as everywhere: it is
 * neither for nor against the one who printed it.
 */
final class OutcomeReading {
  private OutcomeReading() {}

  /**
   * The outcomes; null where nothing is said of anyone.
   *
   * @param newest event time of the newest evidence
   */
  static @Nullable Outcomes of(List<Judged> judged, Instant newest) {
    List<Judged> supporters =
        judged.stream().filter(j -> j.standing() == Standing.SUPPORTS).toList();
    if (supporters.isEmpty() || judged.size() == 1) {
      return null;
    }
    Map<Source, Outcome> outcomes = new TreeMap<>();
    addClaimants(judged, supporters, outcomes);
    addPublishers(judged, supporters, outcomes);
    return outcomes.isEmpty()
        ? null
        : new Outcomes(
            YearMonth.from(newest.atZone(ZoneOffset.UTC)),
            outcomes.entrySet().stream()
                .map(entry -> new Outcomes.Case(entry.getKey(), entry.getValue()))
                .toList());
  }

  private static void addClaimants(
      List<Judged> judged, List<Judged> supporters, Map<Source, Outcome> into) {
    for (Judged judgement : judged) {
      Outcome outcome = outcome(judgement);
      Source source = claimant(judgement.voice());
      if (source != null
          && outcome != null
          && saysNow(judgement)
          && supporters.stream().anyMatch(s -> !source.equals(claimant(s.voice())))) {
        into.merge(source, outcome, OutcomeReading::better);
      }
    }
  }

  private static boolean saysNow(Judged judgement) {
    Saying present = judgement.voice().present();
    return present != null && present.quantity().equals(judgement.saying().quantity());
  }

  /** A body of the lexicon; there is no end to the persons and offices that texts name besides. */
  private static @Nullable Source claimant(Voice voice) {
    Claimant claimant = voice.claimant();
    return claimant == null || claimant.kind() == Claimant.Kind.OTHER
        ? null
        : new Source(Source.Kind.CLAIMANT, Claimant.label(claimant.body()));
  }

  /** What a publisher told last, and through which voices it speaks. */
  private static final class Told {
    final Carrier carrier;
    final Set<String> voices = new HashSet<>();
    Outcome outcome;

    Told(Carrier carrier, Outcome outcome) {
      this.carrier = carrier;
      this.outcome = outcome;
    }
  }

  private static void addPublishers(
      List<Judged> judged, List<Judged> supporters, Map<Source, Outcome> into) {
    Map<String, Told> latest = new HashMap<>();
    for (Judged judgement : judged) {
      Outcome outcome = outcome(judgement);
      if (outcome == null) {
        continue;
      }
      for (Statement statement : judgement.saying().statements()) {
        Carrier carrier = statement.telling().first();
        String publisher = carrier.publisher();
        if (publisher == null || publisher.isBlank()) {
          continue;
        }
        Told told = latest.get(publisher);
        if (told == null || Carrier.ORDER.compare(carrier, told.carrier) > 0) {
          told = new Told(carrier, outcome);
          latest.put(publisher, told);
        }
        if (carrier.equals(told.carrier)) {
          told.voices.add(judgement.voice().id());
          told.outcome = better(told.outcome, outcome);
        }
      }
    }
    latest.forEach(
        (publisher, told) -> {
          if (supporters.stream().anyMatch(s -> independentOf(publisher, told, s))) {
            into.put(new Source(Source.Kind.PUBLISHER, publisher), told.outcome);
          }
        });
  }

  /** Whether it does not speak through the telling, and is heard from somebody else. */
  private static boolean independentOf(String publisher, Told told, Judged supporter) {
    return !told.voices.contains(supporter.voice().id())
        && supporter.saying().trees().stream()
            .anyMatch(tree -> !publisher.equals(tree.telling().first().publisher()));
  }

  /** Null for what says nothing of the whole: an increment, one person of several. */
  private static @Nullable Outcome outcome(Judged judgement) {
    Statement.Kind kind = judgement.saying().kind();
    return switch (judgement.standing()) {
      case SUPPORTS -> Outcome.AGREED;
      case COMPATIBLE ->
          kind == Statement.Kind.INCREMENT || kind == Statement.Kind.INDIVIDUAL
              ? null
              : Outcome.AGREED;
      case LAGGING -> Outcome.OVERTAKEN;
      case DISSENTS -> Outcome.DEVIATED;
      case REJECTED -> null;
    };
  }

  private static Outcome better(Outcome one, Outcome other) {
    return one.compareTo(other) <= 0 ? one : other;
  }
}
