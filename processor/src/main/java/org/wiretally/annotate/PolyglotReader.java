package org.wiretally.annotate;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wiretally.article.Article;
import org.wiretally.figures.Extraction;
import org.wiretally.figures.FigureReader;
import org.wiretally.figures.Language;
import org.wiretally.text.Runs;

/**
 * Reads the figures of an article in the article's language, English where that has no lexicon.
 * Thread-safe.
 */
public final class PolyglotReader {
  private static final List<Language> LANGUAGES = List.of(Language.ENGLISH, Language.SPANISH);

  private final LanguageReader languages = new LanguageReader(LANGUAGES);
  private final Map<Language, FigureReader> readers =
      LANGUAGES.stream().collect(Collectors.toUnmodifiableMap(l -> l, FigureReader::of));

  /** What the article says, with offsets into its normalised text. */
  public Extraction read(Article article) {
    return reader(article).read(article.title(), article.text(), article.statedPublication());
  }

  /** The claims alone, of an article whose runs of letters were read. */
  Extraction claims(Article article, @Nullable Runs title, Runs text) {
    return reader(article).claims(title, text, article.statedPublication());
  }

  private FigureReader reader(Article article) {
    return Objects.requireNonNull(readers.get(languages.languageOf(article)));
  }
}
