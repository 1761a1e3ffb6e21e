package org.wiretally.cli.embedded;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/** What the end of a JVM's log says about why it stopped. */
final class LogTail {
  private static final int BYTES = 64 * 1024;
  private static final String CAUSED_BY = "Caused by: ";

  private LogTail() {}

  /** The root cause if there is one, else the last error, else the last line. */
  static String cause(Path log) {
    return cause(tail(log));
  }

  static String cause(List<String> lines) {
    String cause = last(lines, line -> line.startsWith(CAUSED_BY));
    if (!cause.isEmpty()) {
      return cause.substring(CAUSED_BY.length());
    }
    String error =
        last(
            lines,
            line ->
                !line.startsWith("\t")
                    && (line.contains("Exception")
                        || line.contains("ERROR")
                        || line.contains("Error")));
    if (!error.isEmpty()) {
      return error;
    }
    String line = last(lines, any -> true);
    return line.isEmpty() ? "it said nothing" : line;
  }

  private static String last(List<String> lines, Predicate<String> wanted) {
    return lines.stream()
        .filter(line -> !line.isBlank())
        .filter(wanted)
        .reduce("", (first, second) -> second)
        .strip();
  }

  private static List<String> tail(Path log) {
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
      long from = Math.max(0, file.length() - BYTES);
      byte[] bytes = new byte[(int) (file.length() - from)];
      file.seek(from);
      file.readFully(bytes);
      return new String(bytes, StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      return List.of();
    }
  }
}
