package org.wiretally.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The five articles that the project's first answer is checked on, where they are at hand. */
class SeedsTest {
  private static final Path SEEDS = Path.of("../../shared/seeds");

  @ParameterizedTest
  @CsvSource({
    "000_7c77f52cf1e400b5.txt, KILLED VAGUE 100 null 999",
    "001_7626aed1f9ddb9fc.txt, DETAINED MORE_THAN 4401 4400 null",
    "002_8d11cf271361b106.txt, DETAINED MORE_THAN 4401 4400 null|KILLED EXACT 44 44 44",
    "003_ebc95dc6023fb8bf.txt, DETAINED MORE_THAN 4001 4000 null|KILLED EXACT 44 44 44",
    "004_57d8fd56beb8b51b.txt,"
        + " DETAINED MORE_THAN 4401 4400 null|DETAINED VAGUE 1000 null 9999|KILLED VAGUE 10 null 99"
  })
  void totalsAreRight(String file, String expected) throws Exception {
    assumeTrue(Files.isDirectory(SEEDS), "no seeds at " + SEEDS.toAbsolutePath().normalize());
    String text = Files.readString(SEEDS.resolve(file));
    Extraction extraction =
        FigureReader.english().read(null, text, Instant.parse("2022-01-09T00:00:00Z"));
    List<String> totals =
        extraction.claims().stream()
            .filter(c -> c.role() == Role.TOTAL)
            .filter(c -> c.quantity().best() == null || c.quantity().best() != 1)
            .map(SeedsTest::line)
            .sorted()
            .distinct()
            .toList();
    assertThat(totals).containsExactly(expected.split("\\|", -1));
    assertThat(extraction.claims())
        .extracting(c -> c.quantity().best())
        .doesNotContain(2_000_000L, 81L, 30L, 3L, 60_000_000L, 7L, 8L, 10L);
  }

  private static String line(Claim claim) {
    Quantity q = claim.quantity();
    return claim.figure() + " " + q.qualifier() + " " + q.low() + " " + q.best() + " " + q.high();
  }
}
