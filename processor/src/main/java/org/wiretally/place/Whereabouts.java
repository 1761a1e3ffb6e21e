package org.wiretally.place;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wiretally.text.Words;

/**
 * What is kept of an article's places to tell whether another one plays elsewhere. Names are kept
 * as hashes, rising: of places listed in the gazetteer, and of the unlisted ones that an article
 * opens with.
 *
 * @param main where it plays; null where it names no place
 * @param named names of the places that weigh most, at most {@link #MOST}
 * @param unlisted of {@link PlaceReading#unlisted}, at most {@link #MOST_UNLISTED}
 */
public record Whereabouts(
    @Nullable Place main,
    @SuppressWarnings("ArrayRecordComponent") int[] named,
    @SuppressWarnings("ArrayRecordComponent") int[] unlisted) {
  static final int MOST = 10;
  static final int MOST_UNLISTED = 4;

  /** Of an article whose places were read. */
  public static Whereabouts of(PlaceReading places) {
    List<RankedPlace> ranked = places.places();
    int[] named = new int[Math.min(MOST, ranked.size())];
    for (int i = 0; i < named.length; i++) {
      named[i] = foldedHash(ranked.get(i).place().name());
    }
    int[] unlisted = new int[Math.min(MOST_UNLISTED, places.unlisted().size())];
    for (int i = 0; i < unlisted.length; i++) {
      unlisted[i] = hash(places.unlisted().get(i));
    }
    return new Whereabouts(places.main(), rising(named), rising(unlisted));
  }

  /** Sorts, and leaves doubles out. */
  private static int[] rising(int[] hashes) {
    Arrays.sort(hashes);
    int distinct = 0;
    for (int i = 0; i < hashes.length; i++) {
      if (i == 0 || hashes[i] != hashes[i - 1]) {
        hashes[distinct++] = hashes[i];
      }
    }
    return distinct == hashes.length ? hashes : Arrays.copyOf(hashes, distinct);
  }

  /** Whether both play in towns of one name. */
  public boolean sameTown(Whereabouts other) {
    return main != null
        && other.main != null
        && main.city() != null
        && main.city().equals(other.main.city());
  }

  /**
   * Whether they play in two towns, or in a town and a region elsewhere, and neither names the
   * other's.
   */
  public boolean otherTown(Whereabouts other) {
    return main != null
        && other.main != null
        && apart(main, other.main)
        && !other.names(main)
        && !names(other.main);
  }

  private static boolean apart(Place a, Place b) {
    if (a.city() != null && b.city() != null) {
      return !a.city().equals(b.city());
    }
    return (a.city() != null || b.city() != null)
        && a.region() != null
        && b.region() != null
        && !a.region().equals(b.region());
  }

  /** Whether they play in regions of different names. */
  public boolean otherRegion(Whereabouts other) {
    return main != null
        && other.main != null
        && main.region() != null
        && other.main.region() != null
        && !main.region().equals(other.main.region());
  }

  /** Whether they play in different countries. */
  public boolean otherCountry(Whereabouts other) {
    return main != null && other.main != null && !main.country().equals(other.main.country());
  }

  /**
   * Whether the two name different spots, listed or not: of the towns and unlisted places that
   * either opens with, none is named by the other. It errs where an unlisted name is no place, so
   * it tells something only of texts that are otherwise alike.
   */
  public boolean otherSpot(Whereabouts other) {
    return tells() && other.tells() && !shares(other) && !other.shares(this);
  }

  private boolean tells() {
    return unlisted.length > 0 || (main != null && main.region() != null);
  }

  private boolean shares(Whereabouts other) {
    for (int name : unlisted) {
      if (other.names(name)) {
        return true;
      }
    }
    return main != null && main.region() != null && other.names(main);
  }

  private boolean names(Place place) {
    return names(foldedHash(place.name()));
  }

  private boolean names(int hash) {
    return Arrays.binarySearch(named, hash) >= 0 || Arrays.binarySearch(unlisted, hash) >= 0;
  }

  /** The hash of the folded name, for which most names need not be folded first. */
  private static int foldedHash(String name) {
    int hash = 0;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c >= 0x80) {
        return hash(Words.fold(name));
      }
      hash = 31 * hash + (c >= 'A' && c <= 'Z' ? c + 'a' - 'A' : c);
    }
    return hash;
  }

  /** String.hashCode is specified, so it is the same in every release. */
  private static int hash(String folded) {
    return folded.hashCode();
  }

  @Override
  public boolean equals(Object object) {
    return object instanceof Whereabouts other
        && (main == null ? other.main == null : main.equals(other.main))
        && Arrays.equals(named, other.named)
        && Arrays.equals(unlisted, other.unlisted);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(named) + Arrays.hashCode(unlisted);
  }

  @Override
  public String toString() {
    return "Whereabouts[%s, %d named, %d unlisted]"
        .formatted(main == null ? "unknown" : main.id(), named.length, unlisted.length);
  }
}
