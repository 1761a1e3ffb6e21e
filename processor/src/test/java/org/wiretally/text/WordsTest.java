package org.wiretally.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class WordsTest {
  @Test
  void wordsAreFoldedAndKnowTheirPlace() {
    Words words = Words.of("São Tomé’s mayor:\n\n12 O'Neills, Ɓá\u0323K", 100);

    assertThat(folded(words)).containsExactly("sao", "tome", "mayor", "12", "o'neills", "ɓak");
    assertThat(written(words, 1)).isEqualTo("Tomé");
    assertThat(IntStream.range(0, words.count()).map(words::line))
        .containsExactly(0, 0, 0, 2, 2, 2);
    assertThat(words.capitalised(0)).isTrue();
    assertThat(words.touchesNext(0)).isTrue();
    assertThat(words.opensSentence(3)).isTrue();
  }

  @Test
  void theTextIsCutAtTheLimit() {
    assertThat(folded(Words.of("three words here", 11))).containsExactly("three", "words");
  }

  @Property
  void anyTextIsRead(@ForAll("texts") String text) {
    Words words = Words.of(text, text.length());
    for (int i = 0; i < words.count(); i++) {
      String folded = Words.fold(written(words, i));
      assertThat(words.folded(i)).isEqualTo(folded);
      assertThat(words.length(i)).isEqualTo(folded.length());
      assertThat(words.is(i, folded)).isTrue();
      assertThat(words.is(i, folded + "x")).isFalse();
    }
  }

  @Property
  void wordsAreFoundInATable(@ForAll("texts") String text) {
    Words words = Words.of(text, text.length());
    WordTable table =
        new WordTable(
            folded(words).stream()
                .filter(word -> word.chars().allMatch(c -> Folding.fold((char) c) == c))
                .distinct()
                .limit(5)
                .toList());
    for (int i = 0; i < words.count(); i++) {
      int id = words.find(i, table);
      if (id == WordTable.UNKNOWN) {
        assertThat(IntStream.range(0, table.size()).mapToObj(table::word))
            .doesNotContain(words.folded(i));
      } else {
        assertThat(table.word(id)).isEqualTo(words.folded(i));
      }
    }
  }

  /** What is read into the memory of another article is what is read by itself. */
  @Property
  void aReaderReadsOneArticleAfterAnother(
      @ForAll("texts") String first,
      @ForAll("texts") String second,
      @ForAll("texts") String third) {
    ArticleReader reader = new ArticleReader();
    for (String text : List.of(first, second + third, third)) {
      Words words = reader.words(null, reader.text(text)).text();
      Words alone = Words.of(text, ArticleWords.READ);

      assertThat(folded(words)).isEqualTo(folded(alone));
      assertThat(IntStream.range(0, words.count()).map(words::length).toArray())
          .isEqualTo(IntStream.range(0, alone.count()).map(alone::length).toArray());
      assertThat(capitalised(words)).isEqualTo(capitalised(alone));
      assertThat(words.capitalised()).isEqualTo(capitalised(alone).size());
    }
  }

  private static List<Integer> capitalised(Words words) {
    List<Integer> capitalised = new ArrayList<>();
    for (int i = words.nextCapitalised(0); i < words.count(); i = words.nextCapitalised(i + 1)) {
      assertThat(Character.isUpperCase(words.text().charAt(words.start(i)))).isTrue();
      capitalised.add(i);
    }
    return capitalised;
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> letters =
        Arbitraries.strings().withChars("aZé’'s İßΣ\u0301\u200b한\n.-9\u2014").ofMaxLength(60);
    return Arbitraries.oneOf(letters, Arbitraries.strings().all().ofMaxLength(40));
  }

  private static List<String> folded(Words words) {
    return IntStream.range(0, words.count()).mapToObj(words::folded).toList();
  }

  private static String written(Words words, int i) {
    return words.text().substring(words.start(i), words.end(i));
  }
}
