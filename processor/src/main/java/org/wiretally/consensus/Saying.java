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

  List<String> articles() {
    return statements.stream().map(Statement::article).distinct().toList();
  }

  List<String> publishers() {
    TreeSet<String> names = new TreeSet<>();
    for (Statement statement : statements) {
      String publisher = statement.evidence().publisher();
      if (publisher != null) {
        names.add(publisher);
      }
    }
    return List.copyOf(names);
  }
}
