package org.wiretally.figures;

import org.jspecify.annotations.Nullable;
import org.wiretally.article.Span;

/** A mention that a rule gave a figure to, before the article as a whole decides on its role. */
final class Finding {
  final Figure figure;
  final Mention mention;
  final String rule;
  final Sentence sentence;

  /** The clause's own hints for the role; null where the article decides. */
  @Nullable Role role;

  /** What the article decided. */
  Role decided = Role.UNKNOWN;

  /** Findings with one number above 0 stand in one coordination: "12 soldiers and a driver". */
  int coordination;

  @Nullable Person person;

  /** Where the clause says that it happened. */
  @Nullable Span place;

  Finding(Figure figure, Mention mention, String rule, Sentence sentence) {
    this.figure = figure;
    this.mention = mention;
    this.rule = rule;
    this.sentence = sentence;
  }

  Span span() {
    return sentence.span(mention.quantityFrom, mention.quantityTo);
  }

  @Nullable Long best() {
    return mention.quantity == null ? null : mention.quantity.best();
  }
}
