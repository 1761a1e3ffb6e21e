package org.wiretally.place;

import org.jspecify.annotations.Nullable;

/**
 * A country, a first-level region of it, or a town.
 *
 * @param country ISO 3166-1 alpha-2 code
 * @param region English name of the first-level region; null for the whole country or where unknown
 * @param city name as the gazetteer writes it; null for a region or a country
 */
public record Place(String country, @Nullable String region, @Nullable String city) {
  public Place {
    if (country.length() != 2) {
      throw new IllegalArgumentException("'" + country + "' is no two-letter country code");
    }
  }

  public static Place country(String country) {
    return new Place(country, null, null);
  }

  /** Whether the other place lies within this one, or is it. */
  public boolean contains(Place other) {
    return country.equals(other.country)
        && (region == null || region.equals(other.region))
        && (city == null || city.equals(other.city));
  }

  /** The most exact name known: of the town, else the region, else the country's code. */
  public String name() {
    return city != null ? city : region != null ? region : country;
  }

  /** A stable key: country, region and city with a slash between, as far as known. */
  public String id() {
    if (city != null) {
      return country + "/" + (region == null ? "" : region) + "/" + city;
    }
    return region == null ? country : country + "/" + region;
  }
}
