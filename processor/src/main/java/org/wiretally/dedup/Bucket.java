package org.wiretally.dedup;

import java.util.List;

/**
 * The articles that share one index key.
 *
 * @param count how many they are
 * @param positions in rising order; empty where they are too many for one record
 */
public record Bucket(int count, List<Position> positions) {
  static final Bucket EMPTY = new Bucket(0, List.of());

  public Bucket {
    positions = List.copyOf(positions);
    if (!positions.isEmpty() && positions.size() != count) {
      throw new IllegalArgumentException(
          count + " articles counted, but " + positions.size() + " listed");
    }
  }
}
