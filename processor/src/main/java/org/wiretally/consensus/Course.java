package org.wiretally.consensus;

import java.util.HashMap;
import java.util.Map;
import org.wiretally.figures.Figure;

/** How a figure runs while its event lasts ({@code courses.tsv}). */
enum Course {
  /** A total of what has happened, which only a correction lowers. */
  GROWS,
  /** A present state: the missing are found, the evacuated go home. */
  MOVES;

  private static final Map<String, Course> BY_FIGURE = load();

  private static Map<String, Course> load() {
    Map<String, Course> courses = new HashMap<>();
    DataTable.read("courses.tsv", 2)
        .forEach(row -> courses.put(row.get(0), Course.valueOf(row.get(1))));
    return courses;
  }

  static Course of(Figure figure) {
    return BY_FIGURE.getOrDefault(figure.name(), GROWS);
  }
}
