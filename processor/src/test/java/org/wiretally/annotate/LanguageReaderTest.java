package org.wiretally.annotate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wiretally.article.Article;
import org.wiretally.article.ArticleStatus;
import org.wiretally.article.OffsetMap;
import org.wiretally.figures.Language;

@NullUnmarked // an article states its language or does not
class LanguageReaderTest {
  private static final LanguageReader READER =
      new LanguageReader(List.of(Language.ENGLISH, Language.SPANISH));

  private static Article article(String text, String language) {
    return new Article(
        "a",
        1,
        ArticleStatus.USABLE,
        null,
        text,
        OffsetMap.identity(),
        Instant.EPOCH,
        null,
        null,
        language);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | Rescuers pulled four bodies from the river on Monday, and nine people are missing.",
        "en | FOUR SOLDIERS AND TWO PEASANTS WERE KILLED NEAR THE BORDER, THE ARMY REPORTED TODAY.",
        "en | Two died in a fire.",
        "es | Los equipos de rescate hallaron cuatro cuerpos en el río y hay nueve desaparecidos.",
        "es | CUATRO SOLDADOS Y DOS CAMPESINOS MURIERON CERCA DE LA FRONTERA, INFORMÓ EL EJÉRCITO.",
        "en | Les secours ont retrouvé quatre corps dans la rivière et neuf personnes ont disparu.",
      })
  void aTextIsReadInItsLanguageElseInTheFirst(String language, String text) {
    assertThat(READER.languageOf(article(text, null))).isEqualTo(new Language(language));
  }

  @ParameterizedTest
  @CsvSource({"es, es", "es-MX, es", "en, en", "fr, en"})
  void whatTheSourceStatesCounts(String stated, String read) {
    assertThat(READER.languageOf(article("Two people died in a fire in the harbour.", stated)))
        .isEqualTo(new Language(read));
  }

  @Test
  void textWithoutLettersIsReadInTheFirst() {
    assertThat(READER.languageOf(article("", null))).isEqualTo(Language.ENGLISH);
    assertThat(READER.languageOf(article("12 345 6789", null))).isEqualTo(Language.ENGLISH);
  }
}
