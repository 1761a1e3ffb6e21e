package org.wiretally.ingest.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Makes sources of paths. */
public final class Sources {
  private static final List<String> JSON_LINES =
      List.of(".jsonl", ".jsonl.gz", ".ndjson", ".ndjson.gz", ".json", ".json.gz");

  private Sources() {}

  /**
   * What lies at the paths: a text file is an article; a file named {@code .jsonl}, {@code .ndjson}
   * or {@code .json}, with or without {@code .gz}, holds one a line; a folder is all files in and
   * below it but hidden ones and {@code sources.json}. An article in a text file has its file's
   * path within the folder as its id.
   *
   * @throws SourceException where nothing lies at a path, or nothing in a folder
   */
  public static List<Source> at(List<Path> paths) {
    List<List<TextFiles.Entry>> texts = new ArrayList<>();
    List<Source> sources = new ArrayList<>();
    for (Path path : paths) {
      List<TextFiles.Entry> entries = new ArrayList<>();
      for (Path file : files(path)) {
        if (isJsonLines(file)) {
          sources.add(JsonLines.of(file));
        } else {
          entries.add(entry(path, file));
        }
      }
      texts.add(entries);
    }
    boolean clash = clash(texts);
    for (int i = 0; i < texts.size(); i++) {
      Path root = paths.get(i);
      List<TextFiles.Entry> entries = texts.get(i);
      if (!entries.isEmpty()) {
        sources.add(
            new TextFiles(
                root.toString(), clash ? qualified(entries, root) : List.copyOf(entries)));
      }
    }
    return sources;
  }

  /** Whether the name is that of a file with one JSON object a line. */
  static boolean isJsonLines(Path path) {
    String name = ("" + path.getFileName()).toLowerCase(Locale.ROOT);
    return JSON_LINES.stream().anyMatch(name::endsWith);
  }

  private static List<Path> files(Path path) {
    if (Files.isRegularFile(path)) {
      return List.of(path);
    }
    if (!Files.isDirectory(path)) {
      throw new SourceException(
          "There is no file or folder at "
              + path
              + " (looked in "
              + Path.of("").toAbsolutePath()
              + "); check the path.");
    }
    try (Stream<Path> walk = Files.walk(path, FileVisitOption.FOLLOW_LINKS)) {
      List<Path> files =
          walk.filter(Files::isRegularFile)
              .filter(file -> !hidden(path.relativize(file)))
              .filter(file -> !("" + file.getFileName()).equals(Sidecar.NAME))
              .sorted()
              .toList();
      if (files.isEmpty()) {
        throw new SourceException(
            "The folder " + path + " holds no files; put text or .jsonl files into it.");
      }
      return files;
    } catch (IOException e) {
      throw new SourceException(path + " cannot be read: " + TextFile.reason(e) + ".", e);
    } catch (UncheckedIOException e) {
      throw new SourceException(
          path + " cannot be read: " + TextFile.reason(new IOException(e)) + ".", e);
    }
  }

  private static boolean hidden(Path path) {
    for (Path part : path) {
      if (part.toString().startsWith(".")) {
        return true;
      }
    }
    return false;
  }

  private static TextFiles.Entry entry(Path root, Path file) {
    Path name = root.equals(file) ? file.getFileName() : root.relativize(file);
    try {
      return new TextFiles.Entry(file, ("" + name).replace('\\', '/'), Files.size(file));
    } catch (IOException e) {
      throw new SourceException(file + " cannot be read: " + TextFile.reason(e) + ".", e);
    }
  }

  private static boolean clash(List<List<TextFiles.Entry>> texts) {
    Set<String> ids = new HashSet<>();
    for (List<TextFiles.Entry> entries : texts) {
      for (TextFiles.Entry entry : entries) {
        if (!ids.add(entry.id())) {
          return true;
        }
      }
    }
    return false;
  }

  /** Where two roots have files of one name, ids begin with the root. */
  private static List<TextFiles.Entry> qualified(List<TextFiles.Entry> entries, Path root) {
    String prefix = root.normalize().toString().replace('\\', '/') + "/";
    return entries.stream()
        .map(entry -> new TextFiles.Entry(entry.path(), prefix + entry.id(), entry.bytes()))
        .toList();
  }
}
