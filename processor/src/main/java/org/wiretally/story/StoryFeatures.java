package org.wiretally.story;

import org.jspecify.annotations.Nullable;
import org.wiretally.place.Place;
import org.wiretally.place.Whereabouts;

/**
 * What is kept of an article to tell its event: some 700 bytes, 1,100 at most.
 *
 * <p>Terms, names and details are 32-bit hashes in rising order, so that two articles are compared
 * by merging. The arrays are never changed once the record is made; they are arrays because a boxed
 * list would take four times the room.
 *
 * @param dated whether its event time is stated; else it is the time at which it was found
 * @param headline what the article is called: its title, else its first words; at most 120
 *     characters
 * @param whereabouts where it plays, and what places it names
 * @param types event types by falling weight, at most 3
 * @param terms stems that are neither common nor names alone, at most 48
 * @param weights of the terms, in thousandths of a vector of length 1
 * @param names names of two words or more and names within sentences, at most 32
 * @param leadNames those of them that weigh most among the first words, at most 8
 * @param titleTerms stems of the title, at most 12
 * @param details ages, house numbers, magnitudes and stated tolls, at most 14
 * @param days days since 1970-01-01 that the article names, by date or weekday, at most 6
 * @param years that the first words name, at most 4
 */
@SuppressWarnings("ArrayRecordComponent") // compared by merging, never by equals
public record StoryFeatures(
    boolean dated,
    String headline,
    Whereabouts whereabouts,
    String[] types,
    int[] terms,
    int[] weights,
    int[] names,
    int[] leadNames,
    int[] titleTerms,
    int[] details,
    int[] days,
    int[] years) {
  static final int MOST_TERMS = 48;
  static final int MOST_NAMES = 32;
  static final int MOST_TITLE_TERMS = 12;
  static final int MOST_DETAILS = 14;
  static final int MOST_DAYS = 6;
  static final int MOST_LEAD_NAMES = 8;
  static final int MOST_YEARS = 4;
  static final int MOST_TYPES = 3;
  static final int HEADLINE_LENGTH = 120;

  /** Added to a stated number of dead, to set it apart from other details. */
  static final int KILLED = 100_000_000;

  /** Added to a stated number of injured. */
  static final int INJURED = 200_000_000;

  public StoryFeatures {
    if (terms.length != weights.length) {
      throw new IllegalArgumentException(
          terms.length + " terms need as many weights, not " + weights.length);
    }
  }

  /** The main place, null where the article names none. */
  @Nullable Place place() {
    return whereabouts.main();
  }
}
