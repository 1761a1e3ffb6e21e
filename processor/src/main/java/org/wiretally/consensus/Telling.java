package org.wiretally.consensus;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.wiretally.article.Span;
import org.wiretally.figures.Claim;
import org.wiretally.figures.Figure;

/**
 * What one copy tree tells of one figure in the same words, however many articles carry it: the
 * grain of the evidence that a fold reads. A copy that says the same makes no telling of its own, a
 * near copy with another count does.
 *
 * @param carriers the first articles that carry it, in order of publication, at most {@link
 *     #CARRIERS}; the first one's claims stand for all
 * @param count how many articles carry it
 * @param claims the first carrier's claims on the figure, in canonical order
 * @param contrasts what the sentences of these claims count besides
 */
public record Telling(
    List<Carrier> carriers, int count, List<LiveClaim> claims, List<Contrast> contrasts) {
  /** How many articles a telling names; the others are counted. */
  static final int CARRIERS = 16;

  static final Comparator<Telling> ORDER = Comparator.comparing(Telling::first, Carrier.ORDER);

  /** Another figure that is counted in a sentence of the article: "two died, five were hurt". */
  record Contrast(Span sentence, boolean inTitle, Figure figure) {}

  public Telling {
    carriers = List.copyOf(carriers);
    claims = List.copyOf(claims);
    contrasts = List.copyOf(contrasts);
    if (carriers.isEmpty() || claims.isEmpty() || count < carriers.size()) {
      throw new IllegalArgumentException("a telling has a carrier and a claim");
    }
  }

  Carrier first() {
    return carriers.get(0);
  }

  /** The sentences that also count something else. */
  Set<Span> contrasted() {
    Set<Span> sentences = new LinkedHashSet<>();
    contrasts.forEach(contrast -> sentences.add(contrast.sentence()));
    return sentences;
  }

  /** Whether a claim and the other figure share a sentence. */
  boolean besides(Figure other) {
    return contrasts.stream()
        .filter(contrast -> contrast.figure().equals(other))
        .anyMatch(
            contrast ->
                claims.stream()
                    .map(LiveClaim::claim)
                    .anyMatch(
                        claim ->
                            claim.inTitle() == contrast.inTitle()
                                && claim.sentence().equals(contrast.sentence())));
  }

  /**
   * What one article tells of one figure, before it is joined with its copies.
   *
   * @param words equal for articles of one tree that tell the same
   */
  record Draft(Figure figure, String words, List<LiveClaim> claims, List<Contrast> contrasts) {
    LiveClaim any() {
      return claims.get(0);
    }

    Telling carriedBy(List<Carrier> carriers, int count) {
      return new Telling(carriers, count, claims, contrasts);
    }
  }

  /** What the article tells, one draft for each figure. */
  static List<Draft> drafts(List<LiveClaim> ofOneArticle) {
    Map<Figure, List<LiveClaim>> byFigure = new TreeMap<>();
    for (LiveClaim live : ofOneArticle.stream().sorted(LiveClaim.CANONICAL).toList()) {
      byFigure.computeIfAbsent(live.claim().figure(), f -> new ArrayList<>()).add(live);
    }
    List<Draft> drafts = new ArrayList<>();
    byFigure.forEach(
        (figure, claims) -> {
          Set<Contrast> contrasts = new LinkedHashSet<>();
          byFigure.forEach(
              (other, others) -> {
                if (!other.equals(figure)) {
                  others.forEach(live -> addContrast(live.claim(), claims, contrasts));
                }
              });
          drafts.add(new Draft(figure, words(claims, contrasts), claims, List.copyOf(contrasts)));
        });
    return drafts;
  }

  private static void addContrast(Claim other, List<LiveClaim> claims, Set<Contrast> into) {
    if (claims.stream().anyMatch(c -> c.claim().sentence().equals(other.sentence()))) {
      into.add(new Contrast(other.sentence(), other.inTitle(), other.figure()));
    }
  }

  /** All of the claims that a reading depends on, but not where in the article they stand. */
  private static String words(List<LiveClaim> claims, Set<Contrast> contrasts) {
    StringBuilder words = new StringBuilder();
    for (LiveClaim live : claims) {
      Claim claim = live.claim();
      words
          .append(claim.quantity())
          .append(claim.unit())
          .append(claim.role())
          .append(claim.group())
          .append(claim.claimant())
          .append(claim.asOf())
          .append(claim.inTitle())
          .append(claim.parts().size())
          .append(claim.quote());
      for (Contrast contrast : contrasts) {
        if (contrast.sentence().equals(claim.sentence())) {
          words.append(contrast.inTitle()).append(contrast.figure());
        }
      }
    }
    return UUID.nameUUIDFromBytes(words.toString().getBytes(StandardCharsets.UTF_8)).toString();
  }
}
