package org.wiretally.consensus;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.wiretally.figures.Quantity;

/**
 * One quantity that one origin stated, and all the articles that carry it. Copies are listed and
 * count for nothing: each copy tree speaks once, when its first article spoke.
 *
 * @param statements in canonical order, not empty
 * @param trees the first statement of each copy tree, in canonical order
 */
record Saying(
    Quantity quantity, Statement.Kind kind, List<Statement> statements, List<Statement> trees) {
  /** How many articles and publishers are named. */
  private static final int NAMED = 32;

  /** The saying of statements with one quantity. */
  static Saying of(Quantity quantity, List<Statement> statements) {
    List<Statement> sorted = statements.stream().sorted(Statement.CANONICAL).toList();
    Map<String, Statement> trees = new LinkedHashMap<>();
    for (Statement statement : sorted) {
      trees.putIfAbsent(statement.root(), statement);
    }
    Statement.Kind kind =
        trees.values().stream().map(Statement::kind).min(Comparator.naturalOrder()).orElseThrow();
    return new Saying(quantity, kind, sorted, List.copyOf(trees.values()));
  }

  @Nullable Long value() {
    return quantity.best();
  }

  boolean vague() {
    return evidence().vague();
  }

  Statement evidence() {
    return trees.get(0);
  }

  Instant first() {
    return trees.get(0).time();
  }

  Instant last() {
    return trees.get(trees.size() - 1).time();
  }

  /** When a text first said that an earlier count had grown into it; null where none does. */
  @Nullable Instant grew() {
    for (Statement tree : trees) {
      if (tree.turn() == Statement.Turn.GREW) {
        return tree.time();
      }
    }
    return null;
  }

  /** The articles that carry it, in order of publication; of many, the latest. */
  List<String> articles() {
    TreeSet<Carrier> carriers = new TreeSet<>(Carrier.ORDER);
    statements.forEach(statement -> carriers.addAll(statement.telling().carriers()));
    return carriers.stream()
        .skip(Math.max(0, carriers.size() - NAMED))
        .map(Carrier::articleId)
        .toList();
  }

  /** Who printed it, sorted; of many, the first. */
  List<String> publishers() {
    TreeSet<String> names = new TreeSet<>();
    for (Statement statement : statements) {
      for (Carrier carrier : statement.telling().carriers()) {
        String publisher = carrier.publisher();
        if (publisher != null) {
          names.add(publisher);
        }
      }
    }
    return names.stream().limit(NAMED).toList();
  }
}
