package org.wiretally.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wiretally.ingest.normalize.NormalizedArticle;
import org.wiretally.ingest.normalize.PublishedFrom;

class JsonLinesTest {
  private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");
  private static final String GOOD = "{\"id\":\"%s\",\"text\":\"Nine were hurt.\"}\n";

  private static Collected read(byte[] bytes) throws InterruptedException {
    return Collected.from(JsonLines.of(new ByteArrayInputStream(bytes), "stdin", NOW));
  }

  private static Collected read(String lines) throws InterruptedException {
    return read(lines.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }

  @Test
  void readsAllKeys() throws Exception {
    NormalizedArticle article =
        read("{\"id\":\"a1\",\"title\":\" Crash &amp; fire \",\"text\":\"Nine  were hurt.\","
                + "\"published\":\"2022-01-09T12:30:00+01:00\",\"publisher\":\"Example\","
                + "\"url\":\"https://example.com/a1\",\"language\":\"en\",\"version\":3,"
                + "\"status\":\"USABLE\",\"else\":{\"deep\":[1,2]}}")
            .articles()
            .get(0);
    assertThat(article.id()).isEqualTo("a1");
    assertThat(article.title()).isEqualTo("Crash &amp; fire");
    assertThat(article.text()).isEqualTo("Nine were hurt.");
    assertThat(article.published()).isEqualTo("2022-01-09T11:30:00Z");
    assertThat(article.publishedFrom()).isEqualTo(PublishedFrom.SOURCE);
    assertThat(article.publisher()).isEqualTo("Example");
    assertThat(article.url()).isEqualTo("https://example.com/a1");
    assertThat(article.language()).isEqualTo("en");
    assertThat(article.version()).isEqualTo(3);
    assertThat(article.withdrawn()).isFalse();
    assertThat(article.source()).isEqualTo("stdin, line 1");
  }

  @Test
  void onlyIdAndTextAreRequired() throws Exception {
    NormalizedArticle article =
        read("{\"id\":7,\"text\":\"Nine were hurt.\",\"title\":null,\"published\":null}")
            .articles()
            .get(0);
    assertThat(article.id()).isEqualTo("7");
    assertThat(article.version()).isEqualTo(1);
    assertThat(article.published()).isEqualTo(NOW);
    assertThat(article.publishedFrom()).isEqualTo(PublishedFrom.INGEST_TIME);
  }

  @Test
  void aWithdrawalNeedsNoText() throws Exception {
    NormalizedArticle article =
        read("{\"id\":\"a\",\"version\":2,\"status\":\"withdrawn\"}").articles().get(0);
    assertThat(article.withdrawn()).isTrue();
    assertThat(article.text()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "nonsense | it is not JSON",
        "{\"id\":\"a\",\"text\":\"cut | it is not JSON",
        "[1,2] | it is no JSON object",
        "\"text\" | it is no JSON object",
        "{\"id\":\"a\"} | it has no text",
        "{\"text\":\"Nine were hurt.\"} | it has no id",
        "{\"id\":\" \",\"text\":\"Nine were hurt.\"} | it has no id",
        "{\"id\":{},\"text\":\"Nine were hurt.\"} | it has no id",
        "{\"id\":\"a\",\"text\":\" \"} | it holds no text",
        "{\"id\":\"a\",\"text\":7} | its text is no string",
        "{\"id\":\"a\",\"text\":\"x\",\"version\":0} | its version is 0",
        "{\"id\":\"a\",\"text\":\"x\",\"version\":1.5} | its version is 1.5",
        "{\"id\":\"a\",\"text\":\"x\",\"version\":99999999999} | its version is 99999999999",
        "{\"id\":\"a\",\"text\":\"x\",\"status\":\"lost\"} | its status is \"lost\"",
        "{\"id\":\"a\",\"text\":\"x\",\"published\":\"yesterday\"} | \"yesterday\"",
        "{\"id\":\"a\",\"text\":\"x\"} {\"id\":\"b\"} | it is not JSON",
      })
  void aBrokenLineIsADeadLetterAndTheOthersAreRead(String line, String cause) throws Exception {
    Collected collected =
        read(String.format(GOOD, "before") + line + "\n" + String.format(GOOD, "after"));
    assertThat(collected.ids()).containsExactly("before", "after");
    assertThat(collected.causes()).hasSize(1);
    assertThat(collected.causes().get(0))
        .startsWith("stdin, line 2 cannot be read: ")
        .contains(cause);
    Item.Broken broken = (Item.Broken) collected.items.get(1);
    assertThat(broken.source()).isEqualTo("stdin, line 2");
    if (!cause.equals("it holds no text")) { // there the text is what is kept
      assertThat(new String(broken.bytes(), StandardCharsets.UTF_8)).isEqualTo(line);
    }
  }

  @Test
  void aLineThatIsNotUtf8IsADeadLetterWithItsBytes() throws Exception {
    byte[] good = String.format(GOOD, "a").getBytes(StandardCharsets.UTF_8);
    byte[] bad = "{\"id\":\"b\",\"text\":\"Jos\u00e9\"}\n".getBytes(StandardCharsets.ISO_8859_1);
    byte[] all = Arrays.copyOf(good, good.length + bad.length);
    System.arraycopy(bad, 0, all, good.length, bad.length);
    Collected collected = read(all);
    assertThat(collected.ids()).containsExactly("a");
    assertThat(collected.causes())
        .containsExactly("stdin, line 2 cannot be read: it is not UTF-8.");
    assertThat(((Item.Broken) collected.items.get(1)).bytes())
        .isEqualTo(Arrays.copyOf(bad, bad.length - 1));
  }

  @Test
  void blankLinesAndAMarkAreNothing() throws Exception {
    Collected collected =
        read("\ufeff" + String.format(GOOD, "a") + "\n  \r\n" + String.format(GOOD, "b").strip());
    assertThat(collected.ids()).containsExactly("a", "b");
    assertThat(collected.causes()).isEmpty();
  }

  @Test
  void aLineThatIsTooLongDoesNotExhaustTheMemory() throws Exception {
    String text = "a".repeat(3 * Limits.ARTICLE_BYTES);
    Collected collected =
        read("{\"id\":\"big\",\"text\":\"" + text + "\"}\n" + String.format(GOOD, "after"));
    assertThat(collected.ids()).containsExactly("after");
    assertThat(collected.causes())
        .containsExactly("stdin, line 1 cannot be read: it is longer than 2097152 bytes.");
    assertThat(((Item.Broken) collected.items.get(0)).bytes()).hasSize(Limits.KEPT_BYTES);
  }

  @Test
  void deepNestingIsADeadLetter() throws Exception {
    String deep = "{\"id\":\"a\",\"text\":\"x\",\"more\":" + "[".repeat(100_000) + "\n";
    assertThat(read(deep + String.format(GOOD, "b")).ids()).containsExactly("b");
  }

  @Test
  void gzipIsRecognisedByItsBytes(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("articles.jsonl");
    Files.write(
        file,
        gzip(
            (String.format(GOOD, "a") + String.format(GOOD, "b"))
                .getBytes(StandardCharsets.UTF_8)));
    JsonLines source = JsonLines.of(file);
    assertThat(Collected.from(source).ids()).containsExactly("a", "b");
    assertThat(source.position()).isEqualTo(source.size()).isEqualTo(Files.size(file));
  }

  @Test
  void whatStandsBeforeTheDamageInACompressedFileIsRead(@TempDir Path folder) throws Exception {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 20_000; i++) {
      lines.append(
          String.format("{\"id\":\"%d\",\"text\":\"Nine were hurt in %x.\"}%n", i, i * 31L));
    }
    byte[] whole = gzip(lines.toString().getBytes(StandardCharsets.UTF_8));
    Path file = folder.resolve("articles.jsonl.gz");
    Files.write(file, Arrays.copyOf(whole, whole.length / 2));
    Collected collected = Collected.from(JsonLines.of(file));
    assertThat(collected.ids()).hasSizeBetween(5_000, 15_000).startsWith("0", "1", "2");
    assertThat(collected.causes()).hasSize(1);
    assertThat(collected.causes().get(0)).contains("articles.jsonl.gz, line ", "cut off");
  }

  @Test
  void theFileIsTheLastWordOnTime(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("articles.jsonl");
    Files.writeString(file, String.format(GOOD, "a"));
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2021-05-05T05:05:05Z")));
    NormalizedArticle article = Collected.from(JsonLines.of(file)).articles().get(0);
    assertThat(article.published()).isEqualTo("2021-05-05T05:05:05Z");
    assertThat(article.publishedFrom()).isEqualTo(PublishedFrom.FILE_TIME);
  }

  @Test
  void anEmptyFileIsADeadLetter(@TempDir Path folder) throws Exception {
    Path file = Files.createFile(folder.resolve("articles.jsonl"));
    assertThat(Collected.from(JsonLines.of(file)).causes())
        .containsExactly(file + " cannot be read: it is empty.");
  }

  @Test
  void aMissingFileIsOneSentence(@TempDir Path folder) {
    assertThatThrownBy(() -> JsonLines.of(folder.resolve("none.jsonl")))
        .isInstanceOf(SourceException.class)
        .hasMessageContaining("none.jsonl cannot be read: no such file.");
  }

  @Test
  void canBeReadAgain(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("articles.jsonl");
    Files.writeString(file, String.format(GOOD, "a"));
    JsonLines source = JsonLines.of(file);
    assertThat(Collected.from(source).ids()).isEqualTo(Collected.from(source).ids()).hasSize(1);
  }

  @Provide
  Arbitrary<List<String>> lines() {
    return Arbitraries.of(
            "{\"id\":\"a\",\"text\":\"Nine were hurt.\"}",
            "{\"id\":\"b\",\"text\":\"Two died.\"}\r",
            "nonsense",
            "{\"id\":\"c\"}",
            "",
            "{",
            "null",
            "\u0000\u0001")
        .list()
        .ofMaxSize(30);
  }

  @Property(tries = 150)
  void noGoodLineIsEverLost(@ForAll("lines") List<String> lines) throws InterruptedException {
    Collected collected = read(String.join("\n", lines));
    assertThat(collected.ids())
        .hasSize((int) lines.stream().filter(line -> line.contains("text")).count());
    assertThat(collected.causes())
        .hasSize((int) lines.stream().filter(l -> !l.contains("text") && !l.isEmpty()).count());
  }

  @Property(tries = 150)
  void neverThrows(@ForAll byte[] bytes) throws InterruptedException {
    assertThat(read(bytes).items).isNotNull();
  }
}
