package org.wiretally.place;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The places of one article.
 *
 * @param main where it plays: the country with most weight and, as far as known, its first region
 *     and town; null where the article names no place
 * @param countries every country named, itself or by a place within, heaviest first
 * @param places every place named, as exactly as named, heaviest first; at most {@link #MOST}
 * @param unlisted folded names that stand in the dateline, title or lead where a place's does, but
 *     are not in the gazetteer or mean a town too small to be sure of; at most {@link #MOST}
 */
public record PlaceReading(
    @Nullable Place main,
    List<RankedPlace> countries,
    List<RankedPlace> places,
    List<String> unlisted) {
  /** Most places kept of one article. */
  public static final int MOST = 16;

  /** The reading of an article that names no place. */
  public static final PlaceReading NOWHERE =
      new PlaceReading(null, List.of(), List.of(), List.of());

  public PlaceReading {
    countries = List.copyOf(countries);
    places = List.copyOf(places);
    unlisted = List.copyOf(unlisted);
  }
}
