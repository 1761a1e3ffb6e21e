package org.wiretally.cli.embedded;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * One child JVM. Holding its standard input open keeps it alive; it says on standard output when it
 * is ready; all else goes to its log file.
 */
final class ChildJvm {
  private static final String READY = "wiretally-child-ready";
  private static final List<String> FAST_START =
      List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Dfile.encoding=UTF-8");

  private final Spec spec;
  private final Process process;
  private final ClassDataArchive archive;
  private final CompletableFuture<Duration> ready = new CompletableFuture<>();

  /**
   * What to run.
   *
   * @param name as the user knows it: broker, registry
   * @param heap the greatest heap, as {@code -Xmx} has it
   * @param folder the working directory, so that no configuration file of the user's is picked up
   *     by chance
   * @param log where its standard error goes; overwritten
   */
  record Spec(
      String name,
      String heap,
      List<Path> classPath,
      String mainClass,
      List<String> arguments,
      Path folder,
      Path log) {}

  private ChildJvm(Spec spec, Process process, ClassDataArchive archive) {
    this.spec = spec;
    this.process = process;
    this.archive = archive;
  }

  static ChildJvm start(Spec spec, Path cacheFolder) throws IOException {
    ClassDataArchive archive = ClassDataArchive.of(cacheFolder, spec.name(), spec.classPath());
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx" + spec.heap());
    command.addAll(FAST_START);
    command.addAll(archive.flags());
    command.add("-cp");
    command.add(
        spec.classPath().stream()
            .map(Path::toString)
            .collect(Collectors.joining(File.pathSeparator)));
    command.add(spec.mainClass());
    command.addAll(spec.arguments());
    long begin = System.nanoTime();
    Process process =
        new ProcessBuilder(command)
            .directory(spec.folder().toFile())
            .redirectError(spec.log().toFile())
            .start();
    ChildJvm child = new ChildJvm(spec, process, archive);
    Thread reader = new Thread(() -> child.listen(begin), spec.name() + "-child");
    reader.setDaemon(true);
    reader.start();
    return child;
  }

  /**
   * Completes when the child serves clients, with the time that took, or with why it never will.
   */
  CompletableFuture<Duration> ready() {
    return ready;
  }

  /** Completes when the process has ended, whoever ended it, with what it left in its log. */
  CompletableFuture<EmbeddedException> ended() {
    return process.onExit().thenApply(ended -> failure("ended by itself"));
  }

  EmbeddedException failure(String whatHappened) {
    return new EmbeddedException(
        "The embedded %s %s: %s (its log is %s)"
            .formatted(spec.name(), whatHappened, LogTail.cause(spec.log()), spec.log()));
  }

  /** Asks the child to end; {@link #awaitEnd} waits for it. */
  void askToEnd() {
    try {
      process.getOutputStream().close();
    } catch (IOException e) {
      // The pipe is broken: the child has ended.
    }
  }

  /** Waits for a child that was asked to end, and kills it when its time is up. */
  void awaitEnd(Duration patience) {
    try {
      if (process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        if (wasReady()) {
          archive.keep();
        } else {
          archive.discard();
        }
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process.destroyForcibly();
    archive.discard();
  }

  private boolean wasReady() {
    return ready.isDone() && !ready.isCompletedExceptionally();
  }

  /** Writing the archive comes on top of the closing down. */
  boolean writesArchive() {
    return archive.isBeingWritten();
  }

  private void listen(long begin) {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.equals(READY)) {
          ready.complete(Duration.ofNanos(System.nanoTime() - begin));
        }
      }
    } catch (IOException e) {
      // As good as the end of the stream.
    }
    ready.completeExceptionally(failure("ended before it was ready"));
  }
}
