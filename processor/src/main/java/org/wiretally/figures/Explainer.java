package org.wiretally.figures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.wiretally.article.Span;

/**
 * Shows how one article was read: its text with the spans marked, how each claim came about, and
 * why each other number was kept apart.
 *
 * <p>In the text {@code [[26|K1]]} marks claim 1, {@code {{81|age}}} a number kept apart.
 * Stateless, thread-safe.
 */
public final class Explainer {
  private Explainer() {}

  /**
   * Plain lines for a terminal.
   *
   * @param title as given to {@link FigureReader#read}
   * @param text as given to {@link FigureReader#read}
   */
  public static List<String> lines(@Nullable String title, String text, Extraction extraction) {
    List<String> lines = new ArrayList<>();
    if (title != null) {
      lines.addAll(marked(title, marks(extraction, true)));
      lines.add("");
    }
    lines.addAll(marked(text, marks(extraction, false)));
    lines.add("");
    lines.add("Claims");
    int number = 0;
    for (Claim claim : extraction.claims()) {
      lines.add("  K" + ++number + "  " + claim(claim, claim.inTitle() ? title : text));
    }
    if (number == 0) {
      lines.add("  none");
    }
    lines.add("Kept apart");
    for (Rejection rejection : extraction.rejections()) {
      String source = rejection.inTitle() ? title : text;
      lines.add("  " + quoted(source, rejection.span()) + "  " + rejection.reason());
    }
    if (extraction.rejections().isEmpty()) {
      lines.add("  none");
    }
    return lines;
  }

  private record Mark(Span span, String label, boolean claim) {}

  private static List<Mark> marks(Extraction extraction, boolean inTitle) {
    List<Mark> marks = new ArrayList<>();
    int number = 0;
    for (Claim claim : extraction.claims()) {
      number++;
      if (claim.inTitle() == inTitle && !claim.derived()) {
        marks.add(new Mark(claim.span(), "K" + number, true));
      }
    }
    for (Rejection rejection : extraction.rejections()) {
      if (rejection.inTitle() == inTitle) {
        marks.add(new Mark(rejection.span(), rejection.reason(), false));
      }
    }
    marks.sort(
        Comparator.comparing((Mark m) -> m.span().start())
            .thenComparing(m -> !m.claim())
            .thenComparing(m -> -m.span().end()));
    return marks;
  }

  private static List<String> marked(String text, List<Mark> marks) {
    StringBuilder out = new StringBuilder();
    int at = 0;
    for (Mark mark : marks) {
      if (mark.span().start() < at) {
        continue;
      }
      out.append(text, at, mark.span().start());
      out.append(mark.claim() ? "[[" : "{{");
      out.append(text, mark.span().start(), mark.span().end());
      out.append('|').append(mark.label()).append(mark.claim() ? "]]" : "}}");
      at = mark.span().end();
    }
    out.append(text, at, text.length());
    return out.toString().lines().toList();
  }

  private static String claim(Claim claim, @Nullable String source) {
    StringBuilder out = new StringBuilder();
    out.append(claim.figure()).append(' ').append(quantity(claim.quantity()));
    if (claim.unit() != Unit.PERSONS) {
      out.append(' ').append(claim.unit().name().toLowerCase(Locale.ROOT));
    }
    out.append("  ").append(claim.role().name().toLowerCase(Locale.ROOT));
    if (!claim.group().equals(Claim.ALL)) {
      out.append(" of ").append(claim.group().toLowerCase(Locale.ROOT));
    }
    out.append("  by rule ").append(claim.rule());
    if (claim.derived()) {
      out.append(" from");
      for (Span part : claim.parts()) {
        out.append(' ').append(quoted(source, part));
      }
    } else {
      out.append(" at ").append(quoted(source, claim.span()));
    }
    if (claim.place() != null) {
      out.append("  in ").append(claim.place());
    }
    if (claim.asOf() != null) {
      out.append("  as of ").append(claim.asOf());
    }
    if (claim.claimant() != null) {
      out.append("  according to ").append(claim.claimant());
    }
    return out.toString();
  }

  private static String quantity(Quantity quantity) {
    return quantity.qualifier().name().toLowerCase(Locale.ROOT)
        + " ("
        + bound(quantity.low())
        + ", "
        + bound(quantity.best())
        + ", "
        + bound(quantity.high())
        + ")";
  }

  private static String bound(@Nullable Long value) {
    return value == null ? "open" : Long.toString(value);
  }

  private static String quoted(@Nullable String source, Span span) {
    if (source == null || span.end() > source.length()) {
      return "[" + span.start() + ", " + span.end() + ")";
    }
    return "\"" + source.substring(span.start(), span.end()).replace('\n', ' ') + "\"";
  }
}
