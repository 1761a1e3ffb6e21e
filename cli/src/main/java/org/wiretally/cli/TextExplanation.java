package org.wiretally.cli;

import java.io.PrintWriter;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import org.wiretally.article.Article;
import org.wiretally.article.Span;
import org.wiretally.figures.Claim;
import org.wiretally.figures.Extraction;
import org.wiretally.figures.Quantity;
import org.wiretally.figures.Rejection;

/** How a text was read: the text with its spans numbered, each claim, each rejected number. */
final class TextExplanation {
  private TextExplanation() {}

  static void print(PrintWriter out, Article article, Extraction extraction) {
    Map<Span, String> marks =
        new TreeMap<>(Comparator.comparingInt(Span::start).thenComparingInt(Span::end));
    int number = 0;
    for (Claim claim : extraction.claims()) {
      number++;
      if (!claim.inTitle() && !claim.derived()) {
        marks.merge(claim.span(), "#" + number, (one, two) -> one + " " + two);
      }
    }
    for (Rejection rejection : extraction.rejections()) {
      if (!rejection.inTitle()) {
        marks.merge(rejection.span(), rejection.reason(), (one, two) -> one);
      }
    }
    if (article.title() != null) {
      out.println(article.title());
      out.println();
    }
    out.println(marked(article.text(), marks));
    out.println();
    number = 0;
    for (Claim claim : extraction.claims()) {
      number++;
      out.printf(
          "#%d %s %s, %s, group %s%s%s: rule %s%n    “%s”%n",
          number,
          claim.figure(),
          words(claim.quantity()),
          claim.role(),
          claim.group(),
          claim.claimant() == null ? "" : ", says " + claim.claimant(),
          claim.derived() ? ", added up from " + claim.parts().size() + " counts" : "",
          claim.rule(),
          claim.quote());
    }
    for (Rejection rejection : extraction.rejections()) {
      if (!rejection.inTitle()) {
        out.printf(
            "no claim: “%s”, %s%n",
            article.text().substring(rejection.span().start(), rejection.span().end()),
            rejection.reason());
      }
    }
  }

  private static String marked(String text, Map<Span, String> marks) {
    StringBuilder marked = new StringBuilder();
    int at = 0;
    for (var mark : marks.entrySet()) {
      Span span = mark.getKey();
      if (span.start() >= at) {
        marked.append(text, at, span.start()).append('[');
        marked.append(text, span.start(), span.end());
        marked.append(" | ").append(mark.getValue()).append(']');
        at = span.end();
      }
    }
    return marked.append(text, at, text.length()).toString();
  }

  private static String words(Quantity quantity) {
    return quantity.qualifier()
        + " "
        + (quantity.low() == null ? "" : quantity.low())
        + ".."
        + (quantity.high() == null ? "" : quantity.high())
        + (quantity.best() == null ? "" : " best " + quantity.best());
  }
}
