package org.wiretally.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wiretally.ingest.normalize.NormalizedArticle;
import org.wiretally.ingest.normalize.PublishedFrom;

/** Files and folders, as a replay finds them. */
class SourcesTest {
  @TempDir private Path folder = Path.of("");

  private Path write(String name, String text, String time) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse(time)));
    return file;
  }

  private static Collected read(Path... paths) throws InterruptedException {
    Collected collected = new Collected();
    for (Source source : Sources.at(List.of(paths))) {
      source.read(collected);
    }
    return collected;
  }

  @Test
  void aFolderIsItsFilesByTheirTimesHiddenOnesAndTheSidecarAside() throws Exception {
    write("b.txt", "Nine were hurt.", "2022-01-02T00:00:00Z");
    write("a.txt", "Two died.", "2022-01-03T00:00:00Z");
    write("deep/c", "Four are missing.", "2022-01-01T00:00:00Z");
    write(".hidden", "One.", "2022-01-01T00:00:00Z");
    write(".git/d.txt", "One.", "2022-01-01T00:00:00Z");
    write("sources.json", "{}", "2022-01-01T00:00:00Z");
    Collected collected = read(folder);
    assertThat(collected.ids()).containsExactly("deep/c", "b.txt", "a.txt");
    assertThat(collected.articles())
        .allMatch(article -> article.publishedFrom() == PublishedFrom.FILE_TIME);
    assertThat(collected.causes()).isEmpty();
  }

  @Test
  void aFolderMayHoldJsonLinesToo() throws Exception {
    write("a.txt", "Two died.", "2022-01-03T00:00:00Z");
    write("b.jsonl", "{\"id\":\"x\",\"text\":\"Nine were hurt.\"}", "2022-01-03T00:00:00Z");
    assertThat(read(folder).ids()).containsExactlyInAnyOrder("a.txt", "x");
  }

  @Test
  void theSameFileIsTheSameArticleAndAnEditedOneAHigherVersion() throws Exception {
    Path file = write("a.txt", "Two died.", "2022-01-03T00:00:00Z");
    NormalizedArticle first = read(file).articles().get(0);
    NormalizedArticle again = read(folder).articles().get(0);
    assertThat(again.id()).isEqualTo(first.id()).isEqualTo("a.txt");
    assertThat(again.version()).isEqualTo(first.version());
    write("a.txt", "Three died.", "2022-01-03T00:00:01Z");
    NormalizedArticle edited = read(folder).articles().get(0);
    assertThat(edited.id()).isEqualTo("a.txt");
    assertThat(edited.version()).isGreaterThan(first.version());
  }

  @Test
  void rootsWithFilesOfOneNameStayApart() throws Exception {
    write("one/a.txt", "Two died.", "2022-01-03T00:00:00Z");
    write("two/a.txt", "Nine were hurt.", "2022-01-03T00:00:00Z");
    assertThat(read(folder.resolve("one"), folder.resolve("two")).ids())
        .containsExactly(folder + "/one/a.txt", folder + "/two/a.txt");
  }

  @Test
  void theSidecarSpeaksWhereTheTextIsSilent() throws Exception {
    write("a.txt", "Two died.", "2022-01-03T00:00:00Z");
    write("b.txt", "date 2022-01-02 Nine were hurt.", "2022-01-03T00:00:00Z");
    write(
        "sources.json",
        "{\"a.txt\":{\"published\":\"2022-01-01\",\"publisher\":\"Example\",\"title\":\"Crash\","
            + "\"url\":\"https://example.com\",\"language\":\"en\"},"
            + "\"b.txt\":{\"published\":\"2021-01-01\",\"publisher\":\"Other\"}}",
        "2022-01-03T00:00:00Z");
    List<NormalizedArticle> articles = read(folder).articles();
    NormalizedArticle a = articles.get(0);
    assertThat(a.published()).isEqualTo("2022-01-01T00:00:00Z");
    assertThat(a.publishedFrom()).isEqualTo(PublishedFrom.SIDECAR);
    assertThat(a.publisher()).isEqualTo("Example");
    assertThat(a.title()).isEqualTo("Crash");
    assertThat(a.url()).isEqualTo("https://example.com");
    assertThat(a.language()).isEqualTo("en");
    NormalizedArticle b = articles.get(1);
    assertThat(b.published()).isEqualTo("2022-01-02T00:00:00Z");
    assertThat(b.publishedFrom()).isEqualTo(PublishedFrom.TEXT);
    assertThat(b.publisher()).isEqualTo("Other");
  }

  @Test
  void aSidecarThatIsNotJsonIsOneSentence() throws Exception {
    write("a.txt", "Two died.", "2022-01-03T00:00:00Z");
    write("sources.json", "{\"a.txt\":", "2022-01-03T00:00:00Z");
    assertThatThrownBy(() -> read(folder))
        .isInstanceOf(SourceException.class)
        .hasMessageContaining("sources.json is not JSON")
        .hasMessageContaining("mend it or remove it.");
  }

  @Test
  void aSidecarWithAnOddTimeIsOneSentence() throws Exception {
    write("a.txt", "Two died.", "2022-01-03T00:00:00Z");
    write("sources.json", "{\"a.txt\":{\"published\":\"soon\"}}", "2022-01-03T00:00:00Z");
    assertThatThrownBy(() -> read(folder))
        .isInstanceOf(SourceException.class)
        .hasMessageContaining("\"published\" of a.txt is \"soon\"; write it as 2022-");
  }

  @Test
  void inACopiedFolderUndatedTextsTakeTheDateOfTheDatedOnes() throws Exception {
    write("a.txt", "Two died.", "2026-05-01T00:00:00Z");
    write("b.txt", "date 2022-01-08 Nine were hurt.", "2026-05-01T00:00:00Z");
    write("c.txt", "date 2022-01-09 Nine were hurt.", "2026-05-01T00:00:00Z");
    List<NormalizedArticle> articles = read(folder).articles();
    assertThat(articles)
        .extracting(NormalizedArticle::id)
        .containsExactly("b.txt", "a.txt", "c.txt");
    assertThat(articles.get(1).published()).isEqualTo("2022-01-09T00:00:00Z");
    assertThat(articles.get(1).publishedFrom()).isEqualTo(PublishedFrom.FOLDER);
  }

  @Test
  void whereFileTimesAgreeWithTheTextsTheyAreBelieved() throws Exception {
    write("a.txt", "Two died.", "2022-01-11T00:00:00Z");
    write("b.txt", "date 2022-01-08 Nine were hurt.", "2022-01-08T10:00:00Z");
    NormalizedArticle a = read(folder).articles().get(1);
    assertThat(a.published()).isEqualTo("2022-01-11T00:00:00Z");
    assertThat(a.publishedFrom()).isEqualTo(PublishedFrom.FILE_TIME);
  }

  @Test
  void badFilesAreDeadLettersAndGoodOnesAreRead() throws Exception {
    write("a-empty.txt", "", "2022-01-03T00:00:00Z");
    write("b-blank.txt", " \n\n ", "2022-01-03T00:00:00Z");
    Files.write(folder.resolve("c-binary.txt"), new byte[] {0, 1, 2, 3, 0, 0, 9, 8, 7, 6, 5, 4});
    write("d-chrome.txt", "Comments\n\nShare this story", "2022-01-03T00:00:00Z");
    write("e-good.txt", "Two died.", "2022-01-03T00:00:00Z");
    Collected collected = read(folder);
    assertThat(collected.ids()).containsExactly("e-good.txt");
    assertThat(collected.causes())
        .containsExactlyInAnyOrder(
            folder.resolve("a-empty.txt") + " cannot be read: it is empty.",
            folder.resolve("b-blank.txt") + " cannot be read: it holds no text.",
            folder.resolve("c-binary.txt") + " cannot be read: it is binary, not text.",
            folder.resolve("d-chrome.txt")
                + " cannot be read: it holds nothing but page furniture.");
  }

  @Test
  void aHundredMegabytesAreRefusedWithoutReadingThem() throws Exception {
    Path file = folder.resolve("big.txt");
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(new byte[] {'x'}), 100L * 1024 * 1024);
    }
    Collected collected = read(file);
    assertThat(collected.causes())
        .containsExactly(
            file
                + " cannot be read: it has 104857601 bytes, and an article may have 2097152 at"
                + " most.");
    assertThat(((Item.Broken) collected.items.get(0)).bytes()).hasSize(Limits.KEPT_BYTES);
  }

  @Test
  void aMissingPathIsOneSentence() {
    Path missing = folder.resolve("none");
    assertThatThrownBy(() -> Sources.at(List.of(missing)))
        .isInstanceOf(SourceException.class)
        .hasMessageStartingWith("There is no file or folder at " + missing)
        .hasMessageEndingWith("check the path.");
  }

  @Test
  void anEmptyFolderIsOneSentence() {
    assertThatThrownBy(() -> Sources.at(List.of(folder)))
        .isInstanceOf(SourceException.class)
        .hasMessageContaining("holds no files");
  }

  @Test
  void saysHowFarItIs() throws Exception {
    write("a.txt", "Two died.", "2022-01-03T00:00:00Z");
    write("b.txt", "Nine were hurt.", "2022-01-04T00:00:00Z");
    Source source = Sources.at(List.of(folder)).get(0);
    List<Long> positions = new ArrayList<>();
    source.read(item -> positions.add(source.position()));
    assertThat(source.size()).isEqualTo(24);
    assertThat(positions).containsExactly(0L, 9L);
    assertThat(source.position()).isEqualTo(24);
  }

  @Test
  void theSeedsAreDated() throws Exception {
    for (NormalizedArticle article : read(Path.of("..", "seeds")).articles()) {
      assertThat(article.published())
          .isBetween(Instant.parse("2022-01-08T00:00:00Z"), Instant.parse("2022-01-09T00:00:00Z"));
      assertThat(article.publishedFrom()).isIn(PublishedFrom.SIDECAR, PublishedFrom.TEXT);
    }
  }

  @Test
  void theTextsThatTheSeedsRestateAreDatedByTheOneThatSaysItsDate() throws Exception {
    Path texts = Path.of("..", "..", "shared", "seeds");
    Assumptions.assumeTrue(Files.isDirectory(texts), () -> texts + " is not here: not checked");
    Collected collected = read(texts);
    assertThat(collected.articles()).hasSize(5);
    assertThat(collected.articles())
        .allMatch(article -> article.published().equals(Instant.parse("2022-01-09T00:00:00Z")));
  }
}
