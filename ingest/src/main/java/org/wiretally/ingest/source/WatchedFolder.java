package org.wiretally.ingest.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A folder into which others put files: text files, one article each, and files with one JSON
 * object a line.
 *
 * <p>A file is read once it is complete: its size and time have not changed between two looks, or
 * longer than the settling time ago. Rename a file into the folder to have it read at the next
 * look. Names that begin with a dot or end like an unfinished download are left alone, as is {@code
 * sources.json}, which is read as in a replay. When its articles are safe, a file moves to {@code
 * done/}; one that cannot be read moves to {@code failed/}. What was wrong stands in a file beside
 * it, with {@code .cause} at the end of its name.
 */
public final class WatchedFolder implements Source {
  private static final List<String> UNFINISHED =
      List.of(".tmp", ".part", ".partial", ".crdownload", ".download", ".swp", ".filepart", "~");

  /** So many causes of one file are written down. */
  private static final int MOST_CAUSES = 100;

  private record Look(long size, Instant changed) {}

  private final Path folder;
  private final Path done;
  private final Path failed;
  private final Duration interval;
  private final Clock clock;
  private final Map<Path, Look> seen = new HashMap<>();
  private final Set<Path> stuck = new HashSet<>();

  /**
   * Watches a folder.
   *
   * @param interval between two looks, which is also the settling time
   * @throws SourceException where there is no such folder, or where it is not writable
   */
  public WatchedFolder(Path folder, Duration interval, Clock clock) {
    if (!Files.isDirectory(folder)) {
      throw new SourceException(
          "There is no folder at " + folder + " to watch; create it, or check the path.");
    }
    this.folder = folder;
    this.done = folder.resolve("done");
    this.failed = folder.resolve("failed");
    this.interval = interval;
    this.clock = clock;
    try {
      Files.createDirectories(done);
      Files.createDirectories(failed);
    } catch (IOException e) {
      throw new SourceException(
          "The watched folder "
              + folder
              + " must be writable, as files move to done/ and failed/ in it: "
              + TextFile.reason(e)
              + ".",
          e);
    }
  }

  @Override
  public String name() {
    return "folder " + folder;
  }

  @Override
  public void read(Sink sink) throws InterruptedException {
    while (true) {
      look(sink);
      clock.sleep(interval);
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
    }
  }

  /** Looks once, and reads what is complete. */
  void look(Sink sink) throws InterruptedException {
    Map<Path, Look> now = new HashMap<>();
    List<Path> complete = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        if (Files.isRegularFile(file) && !ignored(file)) {
          Look look = new Look(Files.size(file), Files.getLastModifiedTime(file).toInstant());
          now.put(file, look);
          if (look.equals(seen.get(file)) && !stuck.contains(file)) {
            complete.add(file);
          }
        }
      }
    } catch (IOException | java.nio.file.DirectoryIteratorException e) {
      throw new SourceException("The watched folder " + folder + " cannot be read: " + e + ".", e);
    }
    stuck.retainAll(now.keySet());
    seen.clear();
    seen.putAll(now);
    complete.sort(null);
    for (Path file : complete) {
      take(file, sink);
      seen.remove(file);
    }
  }

  private static boolean ignored(Path file) {
    String name = ("" + file.getFileName()).toLowerCase(Locale.ROOT);
    return name.startsWith(".")
        || name.equals(Sidecar.NAME)
        || UNFINISHED.stream().anyMatch(name::endsWith);
  }

  private void take(Path file, Sink sink) throws InterruptedException {
    Tally tally = new Tally(sink);
    String name = "" + file.getFileName();
    try {
      if (Sources.isJsonLines(file)) {
        JsonLines.of(file).read(tally);
      } else {
        tally.accept(TextFile.read(file, name, Sidecar.of(folder).about(name)));
      }
    } catch (SourceException e) {
      tally.cause(e.getMessage());
    }
    sink.flush();
    move(file, tally.articles > 0 || tally.causes.isEmpty() ? done : failed, tally);
  }

  private void move(Path file, Path to, Tally tally) {
    Path target = to.resolve("" + file.getFileName());
    for (int i = 2; Files.exists(target); i++) {
      target = to.resolve(file.getFileName() + "." + i);
    }
    try {
      try {
        Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
      } catch (AtomicMoveNotSupportedException e) {
        Files.move(file, target);
      }
      if (!tally.causes.isEmpty()) {
        Files.write(
            target.resolveSibling(target.getFileName() + ".cause"),
            tally.causes,
            StandardCharsets.UTF_8);
      }
    } catch (IOException e) {
      stuck.add(file); // or it would be delivered at every look
    }
  }

  /** Counts what a file held. */
  private static final class Tally implements Sink {
    private final Sink sink;
    private final List<String> causes = new ArrayList<>();
    private long articles;

    Tally(Sink sink) {
      this.sink = sink;
    }

    @Override
    public void accept(Item item) throws InterruptedException {
      if (item instanceof Item.Broken broken) {
        cause(broken.cause());
      } else {
        articles++;
      }
      sink.accept(item);
    }

    void cause(String cause) {
      if (causes.size() < MOST_CAUSES) {
        causes.add(cause);
      }
    }
  }
}
