package org.wiretally.consensus;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * On which axis a victims' group lies ({@code group-axes.tsv}). Groups of one axis share no member,
 * so they add up; groups of different axes (children, civilians) overlap.
 */
final class GroupLexicon {
  private final Map<String, String> axes = new HashMap<>();

  private GroupLexicon(List<List<String>> rows) {
    for (List<String> row : rows) {
      axes.put(row.get(0), row.get(1));
    }
  }

  static GroupLexicon load() {
    return new GroupLexicon(DataTable.read("group-axes.tsv", 2));
  }

  /** The axis; a group that the table does not know is an axis of its own. */
  String axis(String group) {
    return axes.getOrDefault(group, group);
  }
}
