package org.wiretally.figures;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wiretally.article.Span;

/**
 * One figure stated as fact by one article.
 *
 * @param figure what is counted
 * @param quantity how many
 * @param unit persons, or a unit kept as stated
 * @param role how it relates to the whole
 * @param group victims' group from the lexicon, {@link #ALL} for the whole
 * @param claimant who says so, as the text names them; null where the text names nobody
 * @param place where, as the text names it; null where the sentence names none
 * @param asOf the time the count is said to hold, resolved against publication; null if unsaid
 * @param inTitle true where the span lies in the article's separate title, not in its text
 * @param span the quantity expression
 * @param sentence the sentence (or headline) around it
 * @param parts spans of the quantities that a derived total adds up; empty for a stated one
 * @param rule name of the rule that read it
 */
public record Claim(
    Figure figure,
    Quantity quantity,
    Unit unit,
    Role role,
    String group,
    @Nullable String claimant,
    @Nullable String place,
    @Nullable Instant asOf,
    boolean inTitle,
    Span span,
    Span sentence,
    String quote,
    List<Span> parts,
    String rule) {
  /** The group of a claim on all victims. */
  public static final String ALL = "ALL";

  public Claim {
    parts = List.copyOf(parts);
    if (group.isEmpty() || rule.isEmpty()) {
      throw new IllegalArgumentException("a claim names its group and its rule");
    }
  }

  /** Whether the value was added up from {@link #parts} rather than stated. */
  public boolean derived() {
    return !parts.isEmpty();
  }

  /** The same claim with its spans moved to another coordinate. */
  public Claim withSpans(Span movedSpan, Span movedSentence, List<Span> movedParts) {
    return new Claim(
        figure,
        quantity,
        unit,
        role,
        group,
        claimant,
        place,
        asOf,
        inTitle,
        movedSpan,
        movedSentence,
        quote,
        movedParts,
        rule);
  }
}
