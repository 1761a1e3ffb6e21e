package org.wiretally.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchedFolderTest {
  private static final String GOOD = "{\"id\":\"%s\",\"text\":\"Nine were hurt.\"}\n";

  @TempDir private Path folder = Path.of("");
  private final Collected collected = new Collected();
  private @Nullable WatchedFolder made;

  private WatchedFolder watched() {
    if (made == null) {
      made = new WatchedFolder(folder, Duration.ofMillis(500), new FakeClock(10));
    }
    return made;
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private void look(int times) throws InterruptedException {
    for (int i = 0; i < times; i++) {
      watched().look(collected);
    }
  }

  private List<String> names(String in) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve(in))) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> "" + file.getFileName())
          .sorted()
          .toList();
    }
  }

  @Test
  void aCompleteFileIsReadOnceAndMovesToDone() throws Exception {
    write("a.txt", "Two died.");
    look(1);
    assertThat(collected.items).isEmpty();
    look(3);
    assertThat(collected.ids()).containsExactly("a.txt");
    assertThat(collected.flushes).isEqualTo(1);
    assertThat(names("done")).containsExactly("a.txt");
    assertThat(names("")).isEmpty();
  }

  @Test
  void aFileThatStillGrowsIsLeftAlone() throws Exception {
    for (int i = 1; i <= 4; i++) {
      write("a.txt", "Two died. ".repeat(i));
      look(1);
    }
    assertThat(collected.items).isEmpty();
    look(1);
    assertThat(collected.articles().get(0).text()).isEqualTo("Two died. ".repeat(4).strip());
  }

  @Test
  void unfinishedAndHiddenNamesAreLeftAlone() throws Exception {
    for (String name : List.of(".a.txt", "a.txt.tmp", "a.part", "a.txt~", "sources.json")) {
      write(name, "{}");
    }
    look(4);
    assertThat(collected.items).isEmpty();
    assertThat(names("")).hasSize(5);
  }

  @Test
  void whatCannotBeReadMovesToFailedWithItsCause() throws Exception {
    write("a.txt", "");
    Files.write(folder.resolve("b.txt"), new byte[] {0, 1, 2, 3, 4, 5, 6, 7});
    write("c.txt", "Two died.");
    look(2);
    assertThat(collected.ids()).containsExactly("c.txt");
    assertThat(collected.causes()).hasSize(2);
    assertThat(names("failed")).containsExactly("a.txt", "a.txt.cause", "b.txt", "b.txt.cause");
    assertThat(Files.readString(folder.resolve("failed/a.txt.cause")))
        .isEqualToIgnoringNewLines(folder.resolve("a.txt") + " cannot be read: it is empty.");
    assertThat(names("done")).containsExactly("c.txt");
  }

  @Test
  void ofAFileWithBrokenLinesTheGoodOnesAreRead() throws Exception {
    write("a.jsonl", String.format(GOOD, "x") + "nonsense\n" + String.format(GOOD, "y"));
    write("b.jsonl", "nonsense\n");
    look(2);
    assertThat(collected.ids()).containsExactly("x", "y");
    assertThat(collected.causes()).hasSize(2);
    assertThat(names("done")).containsExactly("a.jsonl", "a.jsonl.cause");
    assertThat(names("failed")).containsExactly("b.jsonl", "b.jsonl.cause");
  }

  @Test
  void aFileOfTheSameNameIsAnotherVersionAndKeepsTheFirstOne() throws Exception {
    write("a.txt", "Two died.");
    look(2);
    write("a.txt", "Three died.");
    look(2);
    assertThat(collected.ids()).containsExactly("a.txt", "a.txt");
    assertThat(collected.articles().get(1).version())
        .isGreaterThanOrEqualTo(collected.articles().get(0).version());
    assertThat(names("done")).containsExactly("a.txt", "a.txt.2");
  }

  @Test
  void theSidecarIsReadAnew() throws Exception {
    write("sources.json", "{\"a.txt\":{\"publisher\":\"Example\"}}");
    write("a.txt", "Two died.");
    look(2);
    assertThat(collected.articles().get(0).publisher()).isEqualTo("Example");
    write("sources.json", "{\"b.txt\":{\"publisher\":\"Other\"}}");
    write("b.txt", "Two died.");
    look(2);
    assertThat(collected.articles().get(1).publisher()).isEqualTo("Other");
  }

  @Test
  void aBrokenSidecarFailsTheFileAndSaysSo() throws Exception {
    write("sources.json", "{");
    write("a.txt", "Two died.");
    look(2);
    assertThat(names("failed")).containsExactly("a.txt", "a.txt.cause");
    assertThat(Files.readString(folder.resolve("failed/a.txt.cause"))).contains("is not JSON");
  }

  @Test
  void filesArriveInTheOrderOfTheirNames() throws Exception {
    write("b.txt", "Two died.");
    write("a.txt", "Two died.");
    look(2);
    assertThat(collected.ids()).containsExactly("a.txt", "b.txt");
  }

  @Test
  void looksUntilItIsInterrupted() throws Exception {
    write("a.txt", "Two died.");
    assertThatThrownBy(() -> watched().read(collected)).isInstanceOf(InterruptedException.class);
    assertThat(collected.ids()).containsExactly("a.txt");
  }

  @Test
  void aMissingFolderIsOneSentence() {
    assertThatThrownBy(
            () -> new WatchedFolder(folder.resolve("none"), Duration.ZERO, new FakeClock(0)))
        .isInstanceOf(SourceException.class)
        .hasMessage(
            "There is no folder at "
                + folder.resolve("none")
                + " to watch; create it, or check the path.");
  }

  @Test
  void aFolderThatGoesAwayIsOneSentence() throws Exception {
    look(1);
    Files.delete(folder.resolve("done"));
    Files.delete(folder.resolve("failed"));
    Files.delete(folder);
    assertThatThrownBy(() -> watched().look(collected))
        .isInstanceOf(SourceException.class)
        .hasMessageStartingWith("The watched folder " + folder + " cannot be read");
    Files.createDirectories(folder);
  }
}
