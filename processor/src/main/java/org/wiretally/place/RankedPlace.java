package org.wiretally.place;

import java.util.List;

/**
 * A place and what speaks for it.
 *
 * @param place the place
 * @param weight sum of the weights of its mentions, above 0
 * @param mentions in text order, title first
 */
public record RankedPlace(Place place, double weight, List<PlaceMention> mentions) {
  public RankedPlace {
    mentions = List.copyOf(mentions);
  }
}
