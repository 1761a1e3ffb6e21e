package org.wiretally.cli.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * The parsed classes of one child JVM, kept between runs: it more than halves a start.
 *
 * <p>The first run on a JDK and a class path writes the archive as it exits; later runs map it. Its
 * name is {@code NAME-WHERE-WHAT.jsa}: where the jars are, and a digest of the JDK and of every
 * jar's size and time. So another JDK or a rebuilt jar never meets a stale archive, a new archive
 * replaces the one before it, and the JVM, which checks the same again, starts without an archive
 * that it does not like. An archive that cannot be written or kept costs speed only.
 */
final class ClassDataArchive {
  private static final List<String> QUIET = List.of("-Xshare:auto", "-Xlog:disable");

  private final Path archive;
  private final String prefix;
  private final Path written;
  private final boolean present;

  private ClassDataArchive(Path archive, String prefix) {
    this.archive = archive;
    this.prefix = prefix;
    this.written =
        archive.resolveSibling(archive.getFileName() + "." + ProcessHandle.current().pid());
    this.present = Files.isReadable(archive);
  }

  /** The archive for {@code classPath}, whose jars must exist. */
  static ClassDataArchive of(Path folder, String name, List<Path> classPath) throws IOException {
    StringBuilder where = new StringBuilder(System.getProperty("java.home")).append('\n');
    StringBuilder what = new StringBuilder(Runtime.version().toString()).append('\n');
    for (Path jar : classPath) {
      where.append(jar.getParent()).append('\n');
      what.append(jar.getFileName()).append(' ').append(Files.size(jar)).append(' ');
      what.append(Files.getLastModifiedTime(jar).toMillis()).append('\n');
    }
    String prefix = name + "-" + digest(where) + "-";
    return new ClassDataArchive(folder.resolve(prefix + digest(what) + ".jsa"), prefix);
  }

  /** {@code $XDG_CACHE_HOME/wiretally}, else {@code ~/.cache/wiretally}. */
  static Path defaultFolder() {
    String cache = System.getenv("XDG_CACHE_HOME");
    Path base =
        cache == null || cache.isBlank()
            ? Path.of(System.getProperty("user.home"), ".cache")
            : Path.of(cache);
    return base.resolve("wiretally");
  }

  /** Flags for a JVM that uses the archive, or that writes it when it ends. */
  List<String> flags() {
    if (present) {
      return concat(QUIET, "-XX:SharedArchiveFile=" + archive);
    }
    try {
      Files.createDirectories(archive.getParent());
    } catch (IOException e) {
      return QUIET;
    }
    return concat(QUIET, "-XX:ArchiveClassesAtExit=" + written);
  }

  boolean isBeingWritten() {
    return !present;
  }

  /** Call it when the JVM that had {@link #flags} did all it should and has ended by itself. */
  void keep() {
    if (!Files.exists(written)) {
      return;
    }
    try {
      for (Path old : predecessors()) {
        Files.deleteIfExists(old);
      }
      Files.move(written, archive, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      discard();
    }
  }

  /** Call it when that JVM failed, and so has not loaded all its classes, or was killed. */
  void discard() {
    try {
      Files.deleteIfExists(written);
    } catch (IOException e) {
      // The next run writes to another name and does not care.
    }
  }

  /**
   * Tells the launcher that the archive which this process itself writes when it ends, if it does,
   * holds what a whole run needs, and not only the classes of a usage error.
   */
  static void markOwnComplete() {
    String own = System.getProperty("wiretally.archive");
    if (own != null) {
      try {
        Files.writeString(Path.of(own + ".complete"), "");
      } catch (IOException e) {
        // The next run writes it again.
      }
    }
  }

  /** Archives of another state of the same jars, and what killed processes left half written. */
  private List<Path> predecessors() throws IOException {
    try (Stream<Path> files = Files.list(archive.getParent())) {
      return files.filter(this::isPredecessor).toList();
    }
  }

  private boolean isPredecessor(Path file) {
    String name = file.getFileName().toString();
    if (!name.startsWith(prefix)) {
      return false;
    }
    String writer = name.substring(name.lastIndexOf('.') + 1);
    return writer.equals("jsa")
        || (writer.chars().allMatch(Character::isDigit)
            && ProcessHandle.of(Long.parseLong(writer)).isEmpty());
  }

  private static String digest(CharSequence key) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(key.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  private static List<String> concat(List<String> flags, String flag) {
    return Stream.concat(flags.stream(), Stream.of(flag)).toList();
  }
}
