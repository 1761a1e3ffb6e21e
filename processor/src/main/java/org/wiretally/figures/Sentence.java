package org.wiretally.figures;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.wiretally.article.Span;

/** A sentence that holds findings, with what it says about all of them. */
final class Sentence {
  private final Lexemes lexemes;
  private final int from;
  private final int order;
  private final boolean inTitle;
  private final @Nullable String claimant;
  private final @Nullable Instant asOf;
  private final Span whole;
  private final String quote;

  /**
   * @param order place in the article, the title being 0
   * @param asOf until when its counts are said to hold; null where it does not say
   */
  Sentence(
      Lexemes lexemes,
      int from,
      int to,
      int order,
      boolean inTitle,
      @Nullable String claimant,
      @Nullable Instant asOf) {
    this.lexemes = lexemes;
    this.from = from;
    this.order = order;
    this.inTitle = inTitle;
    this.claimant = claimant;
    this.asOf = asOf;
    whole = lexemes.span(from, to);
    quote = text(whole);
  }

  Lexemes lexemes() {
    return lexemes;
  }

  int from() {
    return from;
  }

  int order() {
    return order;
  }

  boolean inTitle() {
    return inTitle;
  }

  @Nullable String claimant() {
    return claimant;
  }

  @Nullable Instant asOf() {
    return asOf;
  }

  Span whole() {
    return whole;
  }

  /** The text of {@link #whole()}, which all its claims share. */
  String quote() {
    return quote;
  }

  Span span(int first, int last) {
    return lexemes.span(first, last);
  }

  String text(Span span) {
    return lexemes.tokens().text().substring(span.start(), span.end());
  }
}
