package org.wiretally.consensus;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Rows of a tab-separated resource beside this class; {@code #} starts a comment line. */
final class DataTable {
  private DataTable() {}

  /**
   * The rows of a resource.
   *
   * @throws IllegalStateException if the resource is missing or a row has not {@code columns} cells
   */
  static List<List<String>> read(String name, int columns) {
    try (InputStream in = DataTable.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("resource " + name + " is not on the class path");
      }
      List<List<String>> rows = new ArrayList<>();
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1)) {
        if (line.isBlank() || line.startsWith("#")) {
          continue;
        }
        List<String> cells = List.of(line.split("\t", -1));
        if (cells.size() != columns) {
          throw new IllegalStateException(
              name + ": \"" + line + "\" has " + cells.size() + " cells, not " + columns);
        }
        rows.add(cells);
      }
      return List.copyOf(rows);
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }
}
