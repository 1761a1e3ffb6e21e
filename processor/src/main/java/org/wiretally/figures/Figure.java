package org.wiretally.figures;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is counted. The list is open and grows with the lexicon; these are the ones that code names.
 *
 * @param name upper-case letters and underscores
 */
public record Figure(String name) implements Comparable<Figure> {
  public static final Figure KILLED = new Figure("KILLED");
  public static final Figure INJURED = new Figure("INJURED");
  public static final Figure CASUALTIES = new Figure("CASUALTIES");
  public static final Figure MISSING = new Figure("MISSING");
  public static final Figure DETAINED = new Figure("DETAINED");
  public static final Figure KIDNAPPED = new Figure("KIDNAPPED");
  public static final Figure DISPLACED = new Figure("DISPLACED");
  public static final Figure EVACUATED = new Figure("EVACUATED");
  public static final Figure RESCUED = new Figure("RESCUED");
  public static final Figure HOMELESS = new Figure("HOMELESS");

  static final Figure CHARGED = new Figure("CHARGED");
  static final Figure RELOCATED = new Figure("RELOCATED");
  static final Figure SHELTERED = new Figure("SHELTERED");
  static final Figure TRAPPED = new Figure("TRAPPED");

  /** People hit by gunfire; the article decides whether they were killed or injured. */
  static final Figure SHOT = new Figure("SHOT");

  public Figure {
    if (name.isEmpty() || !name.chars().allMatch(c -> c == '_' || (c >= 'A' && c <= 'Z'))) {
      throw new IllegalArgumentException("figure name \"" + name + "\" is not upper-case letters");
    }
  }

  private static final List<Figure> IN_CODE =
      List.of(
          KILLED,
          INJURED,
          CASUALTIES,
          MISSING,
          DETAINED,
          KIDNAPPED,
          DISPLACED,
          EVACUATED,
          RESCUED,
          HOMELESS,
          CHARGED,
          RELOCATED,
          SHELTERED,
          TRAPPED,
          SHOT);

  /** The figure of a name; of one that code names, that constant. */
  static Figure named(String name) {
    for (Figure figure : IN_CODE) {
      if (figure.name.equals(name)) {
        return figure;
      }
    }
    return new Figure(name);
  }

  /** "HOUSES_DESTROYED": no persons. */
  boolean countsBuildings() {
    return name.startsWith("HOUSES_");
  }

  /** As a record's own, but without its detour through method handles: rules compare often. */
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other || (other instanceof Figure figure && name.equals(figure.name));
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  @Override
  public int compareTo(Figure other) {
    return name.compareTo(other.name);
  }

  @Override
  public String toString() {
    return name;
  }
}
