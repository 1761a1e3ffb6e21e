package org.wiretally.dedup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.wiretally.place.PlaceReader;

/** corpus/duplicates: each statement of each case. */
class CopyCorpusTest {
  private static final Path CORPUS = Path.of("src/test/resources/corpus/duplicates");

  private static final Pattern WORD_BREAK = Pattern.compile(" ");

  @TestFactory
  Stream<DynamicContainer> corpus() throws IOException {
    try (Stream<Path> files = Files.list(CORPUS)) {
      return files
          .filter(file -> file.toString().endsWith(".txt"))
          .sorted()
          .map(CopyCorpusTest::parse)
          .map(each -> dynamicContainer(each.name, each.tests()))
          .toList()
          .stream();
    }
  }

  private static Case parse(Path file) {
    Case parsed = new Case(file.getFileName().toString());
    StringBuilder text = new StringBuilder();
    String header = null;
    try {
      for (String line : Files.readAllLines(file)) {
        boolean statement =
            line.startsWith("-> ") || line.startsWith("=> ") || line.startsWith("~> ");
        if (line.startsWith("#")) {
          continue;
        }
        if (line.startsWith("== ") || statement) {
          if (header != null) {
            parsed.articles.add(article(header, text.toString().strip()));
          }
          header = line.startsWith("== ") ? line.substring(3) : null;
          text.setLength(0);
          if (statement) {
            parsed.statements.add(line);
          }
        } else {
          text.append(line).append('\n');
        }
      }
    } catch (IOException e) {
      throw new IllegalStateException("the corpus file " + file + " cannot be read", e);
    }
    assertThat(parsed.statements).as(parsed.name).isNotEmpty();
    return parsed;
  }

  /** The header is {@code ID TIME} or {@code ID TIME | TITLE}. */
  private static CopyMember article(String header, String text) {
    int bar = header.indexOf(" | ");
    List<String> idAndTime = words(bar < 0 ? header : header.substring(0, bar));
    String title = bar < 0 ? null : header.substring(bar + 3);
    return new CopyMember(
        idAndTime.get(0),
        1,
        Instant.parse(idAndTime.get(1)),
        SignatureMaker.of(title, text, PlaceReader.world().read(title, text)));
  }

  private static List<String> words(String line) {
    return List.of(WORD_BREAK.split(line.strip(), -1));
  }

  private static final class Case {
    private final String name;
    private final List<CopyMember> articles = new ArrayList<>();
    private final List<String> statements = new ArrayList<>();

    Case(String name) {
      this.name = name;
    }

    Stream<DynamicTest> tests() {
      List<CopyMember> reversed = new ArrayList<>(articles);
      Collections.reverse(reversed);
      Map<String, Verdict> inOrder = verdicts(articles);
      Map<String, Verdict> inReverse = verdicts(reversed);
      return statements.stream()
          .flatMap(
              statement ->
                  Stream.of(
                      dynamicTest(statement, () -> check(statement, inOrder)),
                      dynamicTest(statement + " (reversed)", () -> check(statement, inReverse))));
    }

    private static Map<String, Verdict> verdicts(List<CopyMember> articles) {
      CopyIndex index = new CopyIndex(CopyTables.inMemory(), CopyPolicy.DEFAULT);
      Map<String, Verdict> verdicts = new HashMap<>();
      for (CopyMember article : articles) {
        for (Verdict verdict : index.put(article).changed()) {
          verdicts.put(verdict.articleId(), verdict);
        }
      }
      return verdicts;
    }

    private static void check(String statement, Map<String, Verdict> verdicts) {
      List<String> words = words(statement.substring(3));
      Verdict verdict = verdicts.get(words.get(0));
      assertThat(verdict).as("article " + words.get(0)).isNotNull();
      switch (statement.substring(0, 2)) {
        case "->" -> {
          assertThat(verdict.kind())
              .as(verdict.toString())
              .isEqualTo(VerdictKind.valueOf(words.get(1)));
          if (words.size() > 2) {
            assertThat(verdict.of()).isEqualTo(words.get(2));
          }
        }
        case "=>" -> assertThat(verdict.root()).as(verdict.toString()).isEqualTo(words.get(1));
        case "~>" -> {
          if (words.get(1).equals("none")) {
            assertThat(verdict.passages()).isEmpty();
          } else {
            String range = words.get(1);
            int dash = range.indexOf('-');
            assertThat(verdict.passages())
                .anySatisfy(
                    passage -> {
                      assertThat(passage.of()).isEqualTo(words.get(2));
                      assertThat(passage.first())
                          .isEqualTo(Integer.parseInt(range.substring(0, dash)));
                      assertThat(passage.last())
                          .isEqualTo(Integer.parseInt(range.substring(dash + 1)));
                    });
          }
        }
        default -> throw new IllegalStateException("not a statement: " + statement);
      }
    }
  }
}
