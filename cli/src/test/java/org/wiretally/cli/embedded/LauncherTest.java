package org.wiretally.cli.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launcher at the root, in a tree of its own with a Maven and a Java that only say what they
 * were asked.
 */
class LauncherTest {
  private final Path root;
  private final Path java;

  LauncherTest(@TempDir Path folder) throws IOException {
    assumeTrue(File.separatorChar == '/', "the launcher is a script for a POSIX shell");
    root = Files.createDirectories(folder.resolve("a tree"));
    Files.copy(Path.of("..", "wiretally"), root.resolve("wiretally"));
    write("pom.xml", "");
    write("cli/pom.xml", "");
    write("cli/src/main/java/Main.java", "");
    script(
        "mvnw",
        """
        echo "maven $*" >&2
        mkdir -p cli/target/dist/lib
        : >cli/target/dist/lib/wiretally-cli-1.jar
        exit ${MAVEN_EXIT:-0}
        """);
    java = root.resolve("jdk");
    jdk(java, "17.0.15");
  }

  @Test
  void buildsOnceAndThenIsQuiet() throws Exception {
    Run first = run(Map.of(), "replay", "seeds/");
    assertThat(first.err()).contains("building for the first time", "maven -q -B", "built in");
    assertThat(first.out()).contains("wiretally-cli-1.jar", "replay", "seeds/");
    Run second = run(Map.of(), "replay", "seeds/");
    assertThat(second.err()).isEmpty();
    assertThat(second.out()).contains("replay");
  }

  @Test
  void buildsAgainWhenASourceIsNewer() throws Exception {
    run(Map.of(), "--help");
    Files.setLastModifiedTime(
        root.resolve("cli/src/main/java/Main.java"), FileTime.from(Instant.now().plusSeconds(5)));
    assertThat(run(Map.of(), "--help").err()).contains("newer than the build", "maven");
  }

  @Test
  void aFailedBuildStartsNothingAndIsTriedAgain() throws Exception {
    Run failed = run(Map.of("MAVEN_EXIT", "1"), "--help");
    assertThat(failed.exit()).isEqualTo(1);
    assertThat(failed.out()).isEmpty();
    assertThat(failed.err()).contains("wiretally: the build failed");
    assertThat(run(Map.of(), "--help").err()).contains("built in");
  }

  @Test
  void exitCodesAndArgumentsPassThrough() throws Exception {
    Run run = run(Map.of("JAVA_EXIT", "42"), "extract", "two words", "--x=*");
    assertThat(run.exit()).isEqualTo(42);
    assertThat(run.out().lines()).endsWith("extract", "two words", "--x=*");
  }

  @Test
  void signalsReachTheProcess() throws Exception {
    run(Map.of(), "--help");
    Process process = start(Map.of("JAVA_SLEEP", "60"), List.of("process"));
    assertThat(process.inputReader().readLine()).isNotNull();
    process.destroy();
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(128 + 15);
  }

  @Test
  void onlyWhatIsOverInSecondsDoesWithoutTheOptimizingCompiler() throws Exception {
    assertThat(run(Map.of(), "--json", "extract").out()).contains("TieredStopAtLevel=1");
    assertThat(run(Map.of(), "process").out()).doesNotContain("TieredStopAtLevel");
  }

  @Test
  void furtherOptionsReachTheVirtualMachine() throws Exception {
    assertThat(run(Map.of("WIRETALLY_OPTS", "-Xmx2g -Da=b"), "process").out().lines())
        .containsSubsequence("-Xmx2g", "-Da=b", "-jar");
  }

  @Test
  void theFullArchiveCountsOnlyOnceARunHasCompleted() throws Exception {
    assertThat(run(Map.of(), "replay").out()).contains("-XX:ArchiveClassesAtExit=", "full-17");
    Path archive = root.resolve("cli/target/dist/archive/full-17.0.15.jsa");
    Files.writeString(archive, "");
    assertThat(run(Map.of(), "replay").out()).contains("-XX:ArchiveClassesAtExit=" + archive);
    Files.writeString(Path.of(archive + ".complete"), "");
    assertThat(run(Map.of(), "replay").out()).contains("-XX:SharedArchiveFile=" + archive);
    assertThat(run(Map.of(), "process").out()).contains("-XX:SharedArchiveFile=" + archive);
  }

  @Test
  void anotherArchiveForAnotherJava() throws Exception {
    run(Map.of(), "--help");
    jdk(java, "25.0.1");
    assertThat(run(Map.of(), "--help").out()).contains("core-25.0.1.jsa");
  }

  @Test
  void anOldJavaIsRefusedInOneSentence() throws Exception {
    jdk(java, "11.0.2");
    Run run = run(Map.of(), "--help");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err())
        .isEqualTo(
            "wiretally: %s/bin/java is version 11.0.2: set JAVA_HOME to a JDK 17 or newer%n"
                .formatted(java));
  }

  @Test
  void aWrongJavaHomeIsRefusedInOneSentence() throws Exception {
    Run run = run(Map.of("JAVA_HOME", "/no/such/jdk"), "--help");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).startsWith("wiretally: JAVA_HOME is /no/such/jdk").hasLineCount(1);
  }

  @Test
  void aLinkToTheLauncherIsTheLauncher() throws Exception {
    Path link = root.resolveSibling("link");
    Files.createSymbolicLink(link, root.resolve("wiretally"));
    Run run = run(link, Map.of(), "--help");
    assertThat(run.out()).contains(root.toRealPath() + "/cli/target/dist/lib/wiretally-cli-1.jar");
  }

  private record Run(int exit, String out, String err) {}

  private Run run(Map<String, String> environment, String... arguments) throws Exception {
    return run(root.resolve("wiretally"), environment, arguments);
  }

  private Run run(Path launcher, Map<String, String> environment, String... arguments)
      throws Exception {
    Path out = root.resolveSibling("out");
    Path err = root.resolveSibling("err");
    Process process =
        builder(launcher, environment, List.of(arguments))
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    return new Run(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  private Process start(Map<String, String> environment, List<String> arguments)
      throws IOException {
    return builder(root.resolve("wiretally"), environment, arguments).start();
  }

  private ProcessBuilder builder(
      Path launcher, Map<String, String> environment, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add("sh");
    command.add(launcher.toString());
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("JAVA_HOME", java.toString());
    builder.environment().remove("WIRETALLY_OPTS");
    builder.environment().putAll(environment);
    return builder;
  }

  private void jdk(Path home, String version) throws IOException {
    write(root.relativize(home) + "/release", "JAVA_VERSION=\"" + version + "\"\n");
    script(
        root.relativize(home) + "/bin/java",
        """
        for argument in "$@"; do echo "$argument"; done
        if [ -n "${JAVA_SLEEP:-}" ]; then exec sleep "$JAVA_SLEEP"; fi
        exit ${JAVA_EXIT:-0}
        """);
  }

  private void script(String path, String body) throws IOException {
    Path file = write(path, "#!/bin/sh\n" + body);
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private Path write(String path, String content) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.write(file, content.getBytes(StandardCharsets.UTF_8));
  }
}
