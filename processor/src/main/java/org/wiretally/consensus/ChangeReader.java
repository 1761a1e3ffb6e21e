package org.wiretally.consensus;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wiretally.consensus.Change.Unchanged;
import org.wiretally.consensus.Change.Update;
import org.wiretally.figures.Claim;

/**
 * Says what changed between two answers for one figure and group.
 *
 * <p>A reader sees the bounds, the best value, the confidence, the residual, and which independent
 * origins support and dissent. Another copy, another article of the same claimant or a report that
 * lags behind changes none of these, so it is no update; the newest {@link Consensus} carries it
 * all the same. Stateless and thread-safe.
 */
public final class ChangeReader {
  private static final int NAMED = 3;

  /**
   * The change from the last answer emitted, null if none, to the present one, null if none is
   * left.
   */
  public Change read(@Nullable Shown previous, @Nullable Consensus now, Cause cause) {
    if (now == null) {
      return previous == null ? new Unchanged() : gone(previous, cause);
    }
    if (previous == null) {
      return cause == Cause.MERGED
          ? new Update(ChangeKind.MERGED, "Two stories became one: " + says(now) + ".")
          : new Update(ChangeKind.NEW, "First count: " + says(now) + ".");
    }
    if (sameToAReader(previous, Shown.of(now))) {
      return new Unchanged();
    }
    if (cause == Cause.MERGED) {
      return new Update(
          ChangeKind.MERGED, "Two stories became one: " + fromTo(previous, now) + ".");
    }
    if (previous.unit() != now.unit()) {
      return new Update(
          ChangeKind.NARROWED,
          "A count of "
              + lower(now.unit().name())
              + " takes the place of one of "
              + lower(previous.unit().name())
              + ": "
              + says(now)
              + ".");
    }
    if (!Objects.equals(previous.best(), now.best())) {
      return bestChanged(previous, now, cause);
    }
    return standingChanged(previous, now, cause);
  }

  private static Update gone(Shown previous, Cause cause) {
    return switch (cause) {
      case MERGED ->
          new Update(
              ChangeKind.MERGED,
              "The story became part of another one, which now answers for "
                  + noun(previous)
                  + ".");
      case ARRIVED, REVISED ->
          new Update(
              ChangeKind.RETRACTED,
              "No article states a count of " + noun(previous) + " any more.");
      case WITHDRAWN ->
          new Update(
              ChangeKind.RETRACTED,
              "Every article that stated a count of " + noun(previous) + " was withdrawn.");
    };
  }

  private static Update bestChanged(Shown previous, Consensus now, Cause cause) {
    Long was = previous.best();
    Long is = now.best();
    String change = fromTo(previous, now);
    if (cause == Cause.WITHDRAWN) {
      return new Update(ChangeKind.CORRECTED, "A report was withdrawn: " + change + ".");
    }
    if (was == null) {
      return new Update(
          ChangeKind.NARROWED, "A number takes the place of vague words: " + says(now) + ".");
    }
    if (is == null) {
      return new Update(
          cause == Cause.REVISED ? ChangeKind.CORRECTED : ChangeKind.DISPUTED,
          Quantities.number(was) + " is no longer sure: " + says(now) + ".");
    }
    if (cause == Cause.REVISED) {
      return new Update(ChangeKind.CORRECTED, "An article was corrected: " + change + ".");
    }
    String who = supporters(now);
    if (is > was) {
      return new Update(ChangeKind.RAISED, upperFirst(change) + ", " + who + ".");
    }
    return corrected(previous, now)
        ? new Update(
            ChangeKind.CORRECTED,
            upperFirst(change) + ": a source corrected its count, " + who + ".")
        : new Update(ChangeKind.LOWERED, upperFirst(change) + ", " + who + ".");
  }

  /** Whether a source that stated the old total has itself replaced it by the new one. */
  private static boolean corrected(Shown previous, Consensus now) {
    return Course.of(now.figure()) == Course.GROWS
        && now.origins().stream()
            .anyMatch(
                o -> o.standing() == Standing.SUPPORTS && previous.supporting().contains(o.id()));
  }

  private static Update standingChanged(Shown previous, Consensus now, Cause cause) {
    List<Origin> rivals = added(previous, now, Standing.DISSENTS);
    String stands = shown(Shown.of(now)) + " stands";
    if (!rivals.isEmpty()) {
      Origin rival = rivals.get(0);
      return new Update(
          ChangeKind.DISPUTED,
          stands
              + ", against "
              + Quantities.words(rival.quantity())
              + " according to "
              + who(rival)
              + ".");
    }
    int interval = widening(previous, now);
    if (interval < 0) {
      return new Update(
          cause == Cause.WITHDRAWN ? ChangeKind.CORRECTED : ChangeKind.NARROWED,
          stands + ", and the range shrinks to " + range(Shown.of(now)) + ".");
    }
    List<Origin> supporters = added(previous, now, Standing.SUPPORTS);
    if (!supporters.isEmpty()) {
      return new Update(
          ChangeKind.CONFIRMED,
          stands
              + ", now also according to "
              + who(supporters.get(0))
              + ": "
              + count(now.independent(Standing.SUPPORTS), "independent origin")
              + ".");
    }
    if (cause == Cause.WITHDRAWN || cause == Cause.REVISED) {
      return new Update(
          ChangeKind.CORRECTED,
          stands
              + " after a "
              + (cause == Cause.WITHDRAWN ? "withdrawal" : "correction")
              + ", in a range of "
              + range(Shown.of(now))
              + ", by "
              + count(now.independent(Standing.SUPPORTS), "independent origin")
              + ".");
    }
    if (interval > 0) {
      return new Update(
          ChangeKind.DISPUTED,
          stands
              + ", and the range "
              + (shrinks(previous, now) ? "moves to " : "widens to ")
              + range(Shown.of(now))
              + ".");
    }
    boolean gains =
        now.confidence() > previous.confidence()
            || (now.confidence() == previous.confidence()
                && now.independent(Standing.DISSENTS) < previous.dissenting().size());
    return gains
        ? new Update(ChangeKind.CONFIRMED, stands + " with more confidence.")
        : new Update(ChangeKind.DISPUTED, stands + " with less confidence.");
  }

  /** The evidence may be newer, and carried by more articles. */
  private static boolean sameToAReader(Shown a, Shown b) {
    return Objects.equals(a.low(), b.low())
        && Objects.equals(a.best(), b.best())
        && Objects.equals(a.high(), b.high())
        && a.confidence() == b.confidence()
        && a.unit() == b.unit()
        && a.derived() == b.derived()
        && Objects.equals(a.residual(), b.residual())
        && a.supporting().equals(b.supporting())
        && a.dissenting().equals(b.dissenting());
  }

  private static List<Origin> added(Shown previous, Consensus now, Standing standing) {
    List<String> before =
        standing == Standing.SUPPORTS ? previous.supporting() : previous.dissenting();
    List<Origin> added = new ArrayList<>();
    for (Origin origin : now.origins()) {
      if (origin.standing() == standing && !before.contains(origin.id())) {
        added.add(origin);
      }
    }
    return added;
  }

  /** Below 0 where the interval shrank, above 0 where it grew at either end. */
  private static int widening(Shown previous, Consensus now) {
    if (belowBefore(previous, now) > 0 || aboveBefore(previous, now) > 0) {
      return 1;
    }
    return shrinks(previous, now) ? -1 : 0;
  }

  /** Whether the interval lost something at either end. */
  private static boolean shrinks(Shown previous, Consensus now) {
    return belowBefore(previous, now) < 0 || aboveBefore(previous, now) < 0;
  }

  /** Above 0 where the low end went down, below 0 where it came up. */
  private static int belowBefore(Shown previous, Consensus now) {
    return Long.compare(number(previous.low(), 0), number(now.low(), 0));
  }

  /** Above 0 where the high end went up, below 0 where it came down. */
  private static int aboveBefore(Shown previous, Consensus now) {
    return Long.compare(
        number(now.high(), Long.MAX_VALUE), number(previous.high(), Long.MAX_VALUE));
  }

  private static long number(@Nullable Long bound, long open) {
    return bound == null ? open : bound;
  }

  private static String fromTo(Shown previous, Consensus now) {
    return Objects.equals(previous.best(), now.best())
        ? shown(Shown.of(now)) + " " + noun(Shown.of(now)) + ", range " + range(Shown.of(now))
        : noun(Shown.of(now)) + " from " + shown(previous) + " to " + shown(Shown.of(now));
  }

  private static String says(Consensus now) {
    return shown(Shown.of(now)) + " " + noun(Shown.of(now)) + ", " + supporters(now);
  }

  private static String supporters(Consensus now) {
    List<Origin> supporting =
        now.origins().stream().filter(o -> o.standing() == Standing.SUPPORTS).toList();
    List<Origin> named = supporting.isEmpty() ? now.origins() : supporting;
    String names =
        named.stream()
            .map(ChangeReader::who)
            .distinct()
            .limit(NAMED)
            .collect(Collectors.joining(", "));
    return "according to " + names;
  }

  private static String who(Origin origin) {
    String claimant = origin.claimant();
    if (claimant != null) {
      return claimant;
    }
    return origin.publishers().isEmpty()
        ? "a report that names no source"
        : "a report of " + origin.publishers().get(0) + " without a named source";
  }

  private static String noun(Shown consensus) {
    String figure = lower(consensus.figure().name());
    return consensus.group().equals(Claim.ALL) ? figure : lower(consensus.group()) + " " + figure;
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** The best value as a reader writes it; the range where there is none. */
  private static String shown(Shown consensus) {
    Long best = consensus.best();
    return best == null ? range(consensus) : Quantities.number(best);
  }

  private static String range(Shown consensus) {
    Long low = consensus.low();
    Long high = consensus.high();
    if (high == null) {
      return low == null ? "an unknown number" : Quantities.number(low) + " or more";
    }
    if (low == null) {
      return "up to " + Quantities.number(high);
    }
    return low.equals(high)
        ? Quantities.number(low)
        : Quantities.number(low) + " to " + Quantities.number(high);
  }

  private static String count(long n, String noun) {
    return n + " " + noun + (n == 1 ? "" : "s");
  }

  private static String upperFirst(String sentence) {
    return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
  }
}
