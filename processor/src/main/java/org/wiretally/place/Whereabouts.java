package org.wiretally.place;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of an article's places to tell whether another one plays elsewhere.
 *
 * @param main where it plays; null where it names no place
 * @param named hashes of the folded names of the places that weigh most, rising; at most {@link
 *     #MOST}
 */
public record Whereabouts(
    @Nullable Place main, @SuppressWarnings("ArrayRecordComponent") int[] named) {
  static final int MOST = 10;

  /** Of an article that names no place. */
  public static final Whereabouts UNKNOWN = new Whereabouts(null, new int[0]);

  /** Of an article whose places were read. */
  public static Whereabouts of(PlaceReading places) {
    if (places.main() == null) {
      return UNKNOWN;
    }
    return new Whereabouts(
        places.main(),
        places.places().stream()
            .limit(MOST)
            .mapToInt(ranked -> hash(ranked.place()))
            .sorted()
            .distinct()
            .toArray());
  }

  /**
   * Whether the two play in different places: neither main place lies within the other, and neither
   * article so much as names the other's.
   */
  public boolean elsewhere(Whereabouts other) {
    return main != null
        && other.main != null
        && !main.contains(other.main)
        && !other.main.contains(main)
        && !names(other.main)
        && !other.names(main);
  }

  private boolean names(Place place) {
    return Arrays.binarySearch(named, hash(place)) >= 0;
  }

  /** String.hashCode is specified, so it is the same in every release. */
  private static int hash(Place place) {
    return Tokens.fold(place.name()).hashCode();
  }

  @Override
  public boolean equals(Object object) {
    return object instanceof Whereabouts other
        && (main == null ? other.main == null : main.equals(other.main))
        && Arrays.equals(named, other.named);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(named);
  }

  @Override
  public String toString() {
    return "Whereabouts[" + (main == null ? "unknown" : main.id()) + ", " + named.length + "]";
  }
}
