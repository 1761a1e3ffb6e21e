package org.wiretally.annotate;

import org.wiretally.place.Desk;
import org.wiretally.place.PlaceReading;

/**
 * How articles are shared among desks. Only articles of one desk can be copies of each other or
 * belong to one story. Why there are two: docs/decisions/0004.
 */
public enum DeskCut {
  /** One desk for all: nothing is missed, and one task decides for the whole world. */
  WORLD {
    @Override
    public String deskOf(PlaceReading places) {
      return "world";
    }
  },
  /** One desk a country: tasks share the work, and an article placed elsewhere is missed. */
  COUNTRY {
    @Override
    public String deskOf(PlaceReading places) {
      return Desk.deskOf(places);
    }
  };

  /** The key of the desk that an article with these places belongs to. */
  public abstract String deskOf(PlaceReading places);
}
