package org.wiretally.annotate;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.wiretally.article.Article;
import org.wiretally.article.OffsetMap;
import org.wiretally.dedup.SignatureMaker;
import org.wiretally.figures.Claim;
import org.wiretally.figures.Extraction;
import org.wiretally.place.PlaceReader;
import org.wiretally.place.PlaceReading;
import org.wiretally.place.Whereabouts;
import org.wiretally.story.StoryFeatureMaker;
import org.wiretally.text.ArticleReader;
import org.wiretally.text.ArticleWords;
import org.wiretally.text.Runs;

/** Reads an article once for all later decisions. Stateless and pure, so thread-safe. */
public final class Annotator {
  private static final ThreadLocal<ArticleReader> READERS =
      ThreadLocal.withInitial(ArticleReader::new);

  private final PolyglotReader figures = new PolyglotReader();
  private final PlaceReader places = PlaceReader.world();
  private final DeskCut cut;

  /** Reads articles from anywhere in the world, in every language that there is a lexicon for. */
  public Annotator(DeskCut cut) {
    this.cut = Objects.requireNonNull(cut);
  }

  /**
   * Reads the article.
   *
   * @param revised whether the article takes the place of an earlier version
   */
  public AnnotatedArticle annotate(Article article, boolean revised) {
    ArticleReader reader = READERS.get();
    @Nullable Runs title = article.title() == null ? null : reader.title(article.title());
    Runs text = reader.text(article.text());
    Extraction extraction = figures.claims(article, title, text);
    ArticleWords words = reader.words(title, text);
    PlaceReading reading = places.read(words);
    Whereabouts whereabouts = Whereabouts.of(reading);
    return new AnnotatedArticle(
        article.id(),
        article.version(),
        revised,
        article.title(),
        article.published(),
        article.publisher(),
        cut.deskOf(reading),
        SignatureMaker.of(title, text, whereabouts),
        StoryFeatureMaker.of(article, words, extraction, whereabouts),
        extraction.claims().stream().map(claim -> delivered(claim, article.offsets())).toList());
  }

  /** The claims of an article alone, without what copies and stories need. */
  public List<Claim> claims(Article article) {
    return figures.read(article).claims().stream()
        .map(claim -> delivered(claim, article.offsets()))
        .toList();
  }

  private static Claim delivered(Claim claim, OffsetMap offsets) {
    return claim.inTitle()
        ? claim
        : claim.withSpans(
            offsets.toDelivered(claim.span()),
            offsets.toDelivered(claim.sentence()),
            claim.parts().stream().map(offsets::toDelivered).toList());
  }
}
