package org.wiretally.figures;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.wiretally.article.Span;

/**
 * A sentence that holds findings, with what it says about all of them.
 *
 * @param order place in the article, the title being 0
 * @param asOf until when its counts are said to hold; null where it does not say
 */
record Sentence(
    Lexemes lexemes,
    int from,
    int to,
    int order,
    boolean inTitle,
    @Nullable String claimant,
    @Nullable Instant asOf) {
  Span span(int first, int last) {
    return lexemes.span(first, last);
  }

  Span whole() {
    return lexemes.span(from, to);
  }

  String text(Span span) {
    return lexemes.tokens().text().substring(span.start(), span.end());
  }
}
