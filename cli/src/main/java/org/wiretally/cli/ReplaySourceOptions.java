package org.wiretally.cli;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wiretally.ingest.source.Clock;
import org.wiretally.ingest.source.JsonLines;
import org.wiretally.ingest.source.Replay;
import org.wiretally.ingest.source.Sink;
import org.wiretally.ingest.source.Source;
import org.wiretally.ingest.source.Sources;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which files are replayed, and how. */
final class ReplaySourceOptions {
  private static final Path STDIN = Path.of("-");

  @Parameters(
      arity = "1..*",
      paramLabel = "PATH",
      description =
          "A folder of text files, a text file, or a JSONL file (plain or .gz); - is JSONL on"
              + " standard input.")
  private List<Path> paths = List.of();

  @Option(
      names = "--speed",
      defaultValue = "max",
      description =
          "max, real, or N for N times real time, by the articles' own times. Default:"
              + " ${DEFAULT-VALUE}")
  private String speed = "max";

  @Option(names = "--loop", description = "Starts anew at the end, until it is stopped.")
  private boolean loop;

  @Option(
      names = "--shuffle",
      paramLabel = "SEED",
      description = "Delivers the articles in a random order, the same for the same seed.")
  private @Nullable Long shuffle;

  /** The replay that the options describe; refuses at once what cannot be read. */
  Source open(Streams streams, Replay.Progress progress) {
    List<Source> sources =
        paths.equals(List.of(STDIN))
            ? List.of(JsonLines.of(streams.in(), "standard input", Clock.system().now()))
            : Sources.at(paths);
    return new Replay(sources, options(), Clock.system(), progress);
  }

  private Replay.Options options() {
    try {
      return new Replay.Options(Replay.Options.speed(speed), loop, shuffle);
    } catch (IllegalArgumentException e) {
      throw new UsageException("--speed: " + e.getMessage() + ".", e);
    }
  }

  /** Reads all of it into a sink, with a progress bar where somebody watches. */
  void read(Streams streams, Sink sink) throws InterruptedException {
    if (!streams.terminal()) {
      open(streams, Replay.Progress.NONE).read(sink);
      return;
    }
    try (TerminalBar bar = new TerminalBar("publishing", " kB", 1024)) {
      open(streams, (items, position, size) -> bar.at(position, size)).read(sink);
      bar.full();
    }
  }
}
