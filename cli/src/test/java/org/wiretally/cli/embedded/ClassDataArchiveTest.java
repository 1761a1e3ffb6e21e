package org.wiretally.cli.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassDataArchiveTest {
  private static final String WRITE = "-XX:ArchiveClassesAtExit=";
  private static final String USE = "-XX:SharedArchiveFile=";

  private final Path jar;
  private Path cache;

  ClassDataArchiveTest(@TempDir Path folder) throws IOException {
    jar = Files.writeString(folder.resolve("a.jar"), "one");
    cache = folder.resolve("cache");
  }

  @Test
  void theFirstRunWritesAndTheNextUses() throws Exception {
    ClassDataArchive first = archive("broker");
    assertThat(first.isBeingWritten()).isTrue();
    Files.writeString(Path.of(flag(first, WRITE)), "classes");
    first.keep();

    ClassDataArchive second = archive("broker");
    assertThat(second.isBeingWritten()).isFalse();
    assertThat(Path.of(flag(second, USE))).hasContent("classes");
    assertThat(archive("registry").isBeingWritten()).isTrue();
  }

  @Test
  void aKilledRunLeavesNothing() throws Exception {
    ClassDataArchive first = archive("broker");
    Files.writeString(Path.of(flag(first, WRITE)), "half");
    first.discard();
    assertThat(cache).isEmptyDirectory();
  }

  @Test
  void aRebuiltJarGetsAnArchiveThatReplacesTheOldOne() throws Exception {
    ClassDataArchive first = archive("broker");
    Path draft = Path.of(flag(first, WRITE));
    Files.writeString(draft, "old");
    first.keep();
    String ofADeadProcess = draft.toString().replaceFirst("[0-9]+$", "999999999");
    Files.writeString(Path.of(ofADeadProcess), "half");
    Files.setLastModifiedTime(jar, FileTime.fromMillis(1_000));

    ClassDataArchive second = archive("broker");
    assertThat(second.isBeingWritten()).isTrue();
    Files.writeString(Path.of(flag(second, WRITE)), "new");
    second.keep();
    try (Stream<Path> kept = Files.list(cache)) {
      assertThat(kept).singleElement().satisfies(file -> assertThat(file).hasContent("new"));
    }
  }

  @Test
  void aCacheThatCannotBeWrittenCostsSpeedOnly() throws Exception {
    cache = jar.resolve("below");
    assertThat(archive("broker").flags()).noneMatch(flag -> flag.startsWith(WRITE));
  }

  private ClassDataArchive archive(String name) throws Exception {
    return ClassDataArchive.of(cache, name, List.of(jar));
  }

  private static String flag(ClassDataArchive archive, String prefix) {
    return archive.flags().stream()
        .filter(flag -> flag.startsWith(prefix))
        .map(flag -> flag.substring(prefix.length()))
        .findFirst()
        .orElseThrow();
  }
}
