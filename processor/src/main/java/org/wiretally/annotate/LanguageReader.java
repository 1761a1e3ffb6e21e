package org.wiretally.annotate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import opennlp.tools.langdetect.LanguageDetector;
import opennlp.tools.langdetect.LanguageDetectorModel;
import opennlp.tools.langdetect.ThreadSafeLanguageDetectorME;
import org.wiretally.article.Article;
import org.wiretally.figures.Language;

/**
 * Chooses the language that an article is read in, among those with a lexicon: the one that the
 * source states, else the likeliest by the text's beginning (Apache OpenNLP's detector, which tells
 * 103 languages apart by sequences of one to three letters).
 *
 * <p>An article in a language without a lexicon is read in the first one, which finds next to
 * nothing there, so that a short text whose language is mistaken is not lost. Thread-safe.
 */
final class LanguageReader {
  private static final String MODEL = "/langdetect-183.bin";

  /** The detector's cost grows with the text: some 2,000 texts of this length a second. */
  private static final int CHARACTERS = 240;

  private final Language first;
  private final Map<String, Language> byCode = new HashMap<>();
  private final Map<String, Language> byDetectorCode = new HashMap<>();
  private final LanguageDetector detector;

  /**
   * @param languages those with a lexicon, one at least; the first is read where nothing tells
   */
  LanguageReader(List<Language> languages) {
    this.first = languages.get(0);
    for (Language language : languages) {
      byCode.put(language.code(), language);
      byDetectorCode.put(Locale.forLanguageTag(language.code()).getISO3Language(), language);
    }
    this.detector = new ThreadSafeLanguageDetectorME(model());
  }

  private static LanguageDetectorModel model() {
    try (InputStream in = LanguageReader.class.getResourceAsStream(MODEL)) {
      if (in == null) {
        throw new IllegalStateException(
            MODEL + " is not on the class path: add opennlp-models-langdetect");
      }
      return new LanguageDetectorModel(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Language languageOf(Article article) {
    String stated = article.language();
    return stated == null
        ? detected(article.text())
        : byCode.getOrDefault(Locale.forLanguageTag(stated).getLanguage(), first);
  }

  /** Capitals, as older wires send them, would look like no language at all. */
  private Language detected(String text) {
    int end = Math.min(text.length(), CHARACTERS);
    String beginning = text.substring(0, end).toLowerCase(Locale.ROOT);
    Language language = byDetectorCode.get(detector.predictLanguage(beginning).getLang());
    return language == null ? first : language;
  }
}
