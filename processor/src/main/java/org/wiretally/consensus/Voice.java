package org.wiretally.consensus;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wiretally.figures.Quantity;

/**
 * One origin and all that it has said on one figure and group, in the order of event time.
 *
 * @param id as in {@link Origin#id()}
 * @param present what it says now; null where it only ever stated increments without a baseline
 * @param overtaken what it said before, latest last
 * @param unresolved increments without a baseline
 */
record Voice(
    String id,
    @Nullable Claimant claimant,
    @Nullable Saying present,
    List<Saying> overtaken,
    List<Saying> unresolved) {

  /** A later, lower count without a word of correction needs as many trees to be believed. */
  private static final int TREES_THAT_LOWER = 2;

  /** The voice behind the statements, which are all of one origin. */
  static Voice of(
      Course course, String id, @Nullable Claimant claimant, List<Statement> statements) {
    boolean counts = statements.stream().anyMatch(s -> s.kind().counts());
    List<Statement> heard = new ArrayList<>();
    List<Statement> increments = new ArrayList<>();
    for (Statement statement : statements) {
      if (statement.kind() == Statement.Kind.INCREMENT) {
        increments.add(statement);
      } else if (!counts || statement.kind().counts()) {
        heard.add(statement);
      }
    }
    List<Statement> resolved = resolve(heard, increments);
    heard.addAll(resolved);
    List<Saying> sayings = sayings(heard);
    Saying present = present(course, sayings);
    Set<LiveClaim> used = new HashSet<>();
    resolved.forEach(s -> used.add(s.evidence()));
    return new Voice(
        id,
        claimant,
        present,
        sayings.stream()
            .filter(s -> present == null || !s.quantity().equals(present.quantity()))
            .sorted(Comparator.comparing(Saying::evidence, Statement.CANONICAL))
            .toList(),
        sayings(increments.stream().filter(s -> !used.contains(s.evidence())).toList()));
  }

  /** All that it ever said. */
  Stream<Saying> sayings() {
    return Stream.of(
            present == null ? Stream.<Saying>empty() : Stream.of(present),
            overtaken.stream(),
            unresolved.stream())
        .flatMap(s -> s);
  }

  private static List<Saying> sayings(List<Statement> statements) {
    Map<Quantity, List<Statement>> byQuantity = new LinkedHashMap<>();
    for (Statement statement : statements.stream().sorted(Statement.CANONICAL).toList()) {
      byQuantity.computeIfAbsent(statement.quantity(), q -> new ArrayList<>()).add(statement);
    }
    List<Saying> sayings = new ArrayList<>();
    byQuantity.forEach((quantity, said) -> sayings.add(Saying.of(quantity, said)));
    return sayings;
  }

  /**
   * Increments on top of the latest count before them. The same increment told again before the
   * next count is the same increment, and a copy is what its tree's first article is.
   */
  private static List<Statement> resolve(List<Statement> counts, List<Statement> increments) {
    Collection<Statement> bases = firstOfTrees(counts).values();
    Map<Statement, Map<Quantity, Quantity>> told = new HashMap<>();
    Map<Statement, Quantity> sums = new HashMap<>();
    Map<List<Object>, Quantity> sumOfTree = new HashMap<>();
    firstOfTrees(increments)
        .forEach(
            (tree, increment) -> {
              Statement base = latestBefore(bases, increment.time());
              if (base != null) {
                Quantity added = increment.quantity();
                sumOfTree.put(
                    tree,
                    told.computeIfAbsent(base, b -> new HashMap<>())
                        .computeIfAbsent(
                            added,
                            q ->
                                sums.merge(
                                    base,
                                    Quantities.plus(base.quantity(), q),
                                    (was, first) -> Quantities.plus(was, q))));
              }
            });
    List<Statement> resolved = new ArrayList<>();
    for (Statement increment : increments) {
      Quantity sum = sumOfTree.get(treeOf(increment));
      if (sum != null) {
        resolved.add(
            new Statement(
                increment.claimant(),
                sum,
                Statement.Kind.SUM,
                increment.time(),
                increment.turn(),
                increment.evidence(),
                increment.telling()));
      }
    }
    return resolved;
  }

  /** What each copy tree said first of each quantity, in canonical order. */
  private static Map<List<Object>, Statement> firstOfTrees(List<Statement> statements) {
    Map<List<Object>, Statement> first = new LinkedHashMap<>();
    for (Statement statement : statements.stream().sorted(Statement.CANONICAL).toList()) {
      first.putIfAbsent(treeOf(statement), statement);
    }
    return first;
  }

  private static List<Object> treeOf(Statement statement) {
    return List.of(statement.root(), statement.quantity());
  }

  private static @Nullable Statement latestBefore(Collection<Statement> counts, Instant time) {
    Statement latest = null;
    for (Statement count : counts) {
      if (count.value() != null
          && count.time().isBefore(time)
          && (latest == null || Statement.CANONICAL.compare(latest, count) < 0)) {
        latest = count;
      }
    }
    return latest;
  }

  private record Utterance(Statement statement, Saying saying) {}

  /**
   * What stands after all was said. Of a present state that is the latest count; of a total, a
   * higher count replaces a lower one; a lower one replaces a higher one if its words correct, or
   * if enough trees say so and none has repeated the higher one since.
   */
  private static @Nullable Saying present(Course course, List<Saying> sayings) {
    List<Utterance> utterances = new ArrayList<>();
    for (Saying saying : sayings) {
      for (Statement tree : saying.trees()) {
        utterances.add(new Utterance(tree, saying));
      }
    }
    utterances.sort(Comparator.comparing(Utterance::statement, Statement.CANONICAL));
    Saying current = null;
    Map<Quantity, Integer> lowerSince = new HashMap<>();
    for (Utterance utterance : utterances) {
      Saying saying = utterance.saying();
      if (current == null || replaces(course, saying, current)) {
        current = saying;
        lowerSince.clear();
      } else if (saying.quantity().equals(current.quantity())) {
        lowerSince.clear();
      } else if (saying.value() != null
          && (utterance.statement().turn() == Statement.Turn.CORRECTS
              || lowerSince.merge(saying.quantity(), 1, Integer::sum) >= TREES_THAT_LOWER)) {
        current = saying;
        lowerSince.clear();
      }
    }
    return current;
  }

  private static boolean replaces(Course course, Saying later, Saying current) {
    Long now = later.value();
    Long was = current.value();
    if (now == null || was == null) {
      return was == null;
    }
    if (course == Course.MOVES) {
      return !later.quantity().equals(current.quantity());
    }
    return now > was || (now.equals(was) && !later.quantity().equals(current.quantity()));
  }
}
