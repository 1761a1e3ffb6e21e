package org.wiretally.figures;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of a text that count for no figure, each with its reason. One for each text; what it
 * collects goes to the list that it was given.
 */
final class KeptApart {
  private final Lexemes lexemes;
  private final boolean inTitle;
  private final @Nullable List<Rejection> rejections;

  /**
   * @param rejections null where nobody asks for them
   */
  KeptApart(Lexemes lexemes, boolean inTitle, @Nullable List<Rejection> rejections) {
    this.lexemes = lexemes;
    this.inTitle = inTitle;
    this.rejections = rejections;
  }

  /** Whether somebody asks for them. */
  boolean noted() {
    return rejections != null;
  }

  void add(int from, int to, String reason) {
    if (rejections != null) {
      rejections.add(new Rejection(lexemes.span(from, to), inTitle, reason));
    }
  }

  /** All numbers among the lexemes {@code [from, to)}. */
  void numbers(int from, int to, String reason) {
    for (int i = from; i < to && rejections != null; i++) {
      if (Window.isDigits(lexemes.kind(i)) || lexemes.term(i).numberKind != null) {
        add(i, i + 1, reason);
      }
    }
  }

  /** The quantities of a sentence that no rule took. */
  void untaken(Items items) {
    for (int n = 0; n < items.looked(); n++) {
      Mention mention = items.get(items.looked(n)).mention;
      if (mention != null) {
        untaken(mention);
      }
    }
  }

  /** A quantity, if no rule took it. */
  void untaken(Mention m) {
    if (m.counted() && !m.taken) {
      String reason = m.head == Mention.Head.THING ? m.noun.thing : null;
      add(m.quantityFrom, m.quantityTo, reason == null ? "no-figure" : reason);
    }
  }
}
