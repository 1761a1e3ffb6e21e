package org.wiretally.place;

/** Names the desk of an article: the country of its main place. */
public final class Desk {
  /** The desk of articles that name no place: CLDR's code for an unknown region. */
  public static final String NOWHERE = "ZZ";

  private Desk() {}

  /** ISO 3166-1 alpha-2 code of the main place, else {@link #NOWHERE}. */
  public static String deskOf(PlaceReading places) {
    return places.main() == null ? NOWHERE : places.main().country();
  }
}
