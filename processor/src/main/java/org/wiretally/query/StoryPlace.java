package org.wiretally.query;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where and when a story plays, as its record says.
 *
 * @param place country code, region and town with a slash between, as far as known; null if nobody
 *     says
 * @param type kind of event
 * @param first publication of the earliest article
 * @param last publication of the latest article
 */
public record StoryPlace(
    String storyId,
    String label,
    @Nullable String place,
    String type,
    Instant first,
    Instant last) {
  private static final int REGION = 1;
  private static final int TOWN = 2;

  /** Two letters of ISO 3166, empty where unknown. */
  String iso() {
    return part(0);
  }

  /** The country's English name, empty where unknown. */
  String country() {
    return new Locale.Builder().setRegion(iso()).build().getDisplayCountry(Locale.ENGLISH);
  }

  String region() {
    return part(REGION);
  }

  /** The most exact name known. */
  String location() {
    return !part(TOWN).isEmpty() ? part(TOWN) : !region().isEmpty() ? region() : country();
  }

  private String part(int at) {
    String[] parts = place == null ? new String[0] : place.split("/", TOWN + 1);
    return at < parts.length ? parts[at] : "";
  }
}
