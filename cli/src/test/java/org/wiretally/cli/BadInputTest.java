package org.wiretally.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a user is told when something is wrong: one sentence, the right exit code, no stack trace.
 */
@NullUnmarked // a null here fails the test, as it should
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class BadInputTest {
  @TempDir private Path folder;

  private static String sentence(CommandLineRun run) {
    return sentence(run, 1);
  }

  private static String sentence(CommandLineRun run, int exitCode) {
    assertThat(run.exitCode()).isEqualTo(exitCode);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).doesNotContain("\tat ").startsWith("wiretally: ");
    assertThat(run.err().strip().lines()).as("one sentence").hasSize(1);
    return run.err();
  }

  @Test
  void aPathThatDoesNotExist() {
    assertThat(sentence(CommandLineRun.of("replay", "no/such/path"))).contains("no/such/path");
  }

  @Test
  void anEmptyFolder() {
    assertThat(sentence(CommandLineRun.of("replay", folder.toString())))
        .contains(folder.toString());
  }

  @Test
  void aBrokerThatIsNotThere() throws IOException {
    Path article = Files.writeString(folder.resolve("a.txt"), "Two people died in a fire.");
    int port = freePort();
    assertThat(
            sentence(
                CommandLineRun.of(
                    "replay",
                    article.toString(),
                    "--bootstrap",
                    "localhost:" + port,
                    "--registry",
                    "http://localhost:" + port)))
        .contains("localhost:" + port);
  }

  @Test
  void aBrokerWithoutItsRegistry() throws IOException {
    Path article = Files.writeString(folder.resolve("a.txt"), "Two people died in a fire.");
    assertThat(
            sentence(
                CommandLineRun.of("replay", article.toString(), "--bootstrap", "localhost:9092"),
                2))
        .contains("--registry");
  }

  @Test
  void anOptionThatIsNoNumber() {
    CommandLineRun run = CommandLineRun.of("replay", "seeds", "--shuffle", "twice");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("--shuffle").doesNotContain("\tat ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--threads=0",
        "--instances=0",
        "--commit-interval=0",
        "--speed=slow",
        "--prefix=a/b",
        "--broker-port=70000"
      })
  void anOptionOutOfItsRange(String option) throws IOException {
    Path article = Files.writeString(folder.resolve("a.txt"), "Two people died in a fire.");
    assertThat(sentence(CommandLineRun.of("replay", article.toString(), option), 2))
        .contains(option.substring(option.indexOf('=') + 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"broker", "registry"})
  void aPortInUse(String service) throws IOException {
    Path article = Files.writeString(folder.resolve("a.txt"), "Two people died in a fire.");
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(taken.getLocalPort());
      assertThat(
              sentence(
                  CommandLineRun.of("replay", article.toString(), "--" + service + "-port", port)))
          .contains(service, port);
    }
  }

  @Test
  void aFileOfAHundredMegabytesIsNamedAndTheOthersRead() throws IOException {
    sparse(folder.resolve("huge.txt"));
    sparse(folder.resolve("huge.jsonl"));
    Files.writeString(folder.resolve("good.txt"), "Two people died in a fire, police said.");
    CommandLineRun run = CommandLineRun.of("extract", folder.toString());
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).contains("good.txt");
    assertThat(run.err().strip().lines())
        .hasSize(2)
        .anyMatch(line -> line.contains("huge.txt"))
        .anyMatch(line -> line.contains("huge.jsonl"))
        .allMatch(line -> line.contains("2097152"));
  }

  private static void sparse(Path file) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(new byte[] {'x'}), 100L * 1024 * 1024);
    }
  }

  @Test
  void aConfigurationFileThatIsNotThere() {
    CommandLineRun run =
        CommandLineRun.with("", Map.of("WIRETALLY_CONFIG", "no/such/file"), "topics", "describe");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("no/such/file");
  }

  @Test
  void brokenLinesAreNamedAndTheOthersRead() throws IOException {
    Path lines =
        Files.writeString(
            folder.resolve("a.jsonl"),
            """
            {"id": "1", "text": "Two people died in a fire, police said."}
            {"id": "2", "text": "Three people
            not json
            {"id": "4", "text": "Four people died in a flood, officials said."}
            """);
    CommandLineRun run = CommandLineRun.of("extract", lines.toString());
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).contains("\"article\":\"1\"").contains("\"article\":\"4\"");
    assertThat(run.err().strip().lines()).hasSize(2).allMatch(line -> line.contains("a.jsonl"));
  }

  @Test
  void emptyAndBinaryFilesAreNamed() throws IOException {
    Files.writeString(folder.resolve("empty.txt"), "");
    Files.write(folder.resolve("binary.txt"), new byte[] {0, 1, 2, 3, 0, 0, 7, (byte) 0xff});
    Files.writeString(folder.resolve("good.txt"), "Two people died in a fire, police said.");
    CommandLineRun run = CommandLineRun.of("extract", folder.toString());
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).contains("good.txt").contains("KILLED");
    assertThat(run.err()).contains("empty.txt").contains("binary.txt").doesNotContain("\tat ");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
