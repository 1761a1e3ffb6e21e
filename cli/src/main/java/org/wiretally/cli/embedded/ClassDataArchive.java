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

/**
 * The parsed classes of one child JVM, kept between runs: it more than halves a start.
 *
 * <p>The first run on a JDK and a class path writes the archive as it exits; later runs map it. Its
 * name contains a digest of the JDK and of every jar's path, size and time, so another JDK or a
 * rebuilt jar never meets a stale one; the JVM checks the same again and starts without an archive
 * that it does not like. An archive that cannot be written or kept costs speed only.
 */
final class ClassDataArchive {
  private static final List<String> QUIET =
      List.of("-Xshare:auto", "-Xlog:disable", "-Xlog:all=warning:stderr");

  private final Path archive;
  private final Path written;
  private final boolean present;

  private ClassDataArchive(Path archive) {
    this.archive = archive;
    this.written =
        archive.resolveSibling(archive.getFileName() + "." + ProcessHandle.current().pid());
    this.present = Files.isReadable(archive);
  }

  /** The archive for {@code classPath}, whose jars must exist. */
  static ClassDataArchive of(Path folder, String name, List<Path> classPath) throws IOException {
    return new ClassDataArchive(folder.resolve(name + "-" + digest(classPath) + ".jsa"));
  }

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

  /**
   * To be called when the JVM that had {@link #flags} has ended by itself: only then the archive is
   * whole.
   */
  void keep() {
    try {
      if (Files.exists(written)) {
        Files.move(written, archive, StandardCopyOption.ATOMIC_MOVE);
      }
    } catch (IOException e) {
      discard();
    }
  }

  /** To be called when that JVM was killed. */
  void discard() {
    try {
      Files.deleteIfExists(written);
    } catch (IOException e) {
      // The next run writes to another name and does not care.
    }
  }

  private static String digest(List<Path> classPath) throws IOException {
    StringBuilder key = new StringBuilder();
    key.append(System.getProperty("java.home")).append('\n');
    key.append(Runtime.version()).append('\n');
    for (Path jar : classPath) {
      key.append(jar).append(' ').append(Files.size(jar)).append(' ');
      key.append(Files.getLastModifiedTime(jar).toMillis()).append('\n');
    }
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(key.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  private static List<String> concat(List<String> flags, String flag) {
    return java.util.stream.Stream.concat(flags.stream(), java.util.stream.Stream.of(flag))
        .toList();
  }
}
