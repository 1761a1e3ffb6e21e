package org.wiretally.story;

import org.jspecify.annotations.Nullable;

/**
 * What is kept of an article to tell its event: some 700 bytes, 1,100 at most.
 *
 * <p>Terms, names and details are 32-bit hashes in rising order, so that two articles are compared
 * by merging. The arrays are never changed once the record is made; they are arrays because a boxed
 * list would take four times the room.
 *
 * @param headline what the article is called: its title, else its first words; at most 120
 *     characters
 * @param country of the main place; null where the article names no place
 * @param region of the main place; null where unknown
 * @param city of the main place; null where unknown
 * @param placeNames names of the towns, regions and countries that weigh most, at most 10
 * @param types event types by falling weight, at most 3
 * @param terms stems that are neither common nor names alone, at most 48
 * @param weights of the terms, in thousandths of a vector of length 1
 * @param names names of two words or more and names within sentences, at most 32
 * @param titleTerms stems of the title, at most 12
 * @param details ages, house numbers, magnitudes and stated tolls, at most 14
 * @param days days since 1970-01-01 that the article names, by date or weekday, at most 6
 */
@SuppressWarnings("ArrayRecordComponent") // compared by merging, never by equals
public record StoryFeatures(
    String headline,
    @Nullable String country,
    @Nullable String region,
    @Nullable String city,
    int[] placeNames,
    String[] types,
    int[] terms,
    int[] weights,
    int[] names,
    int[] titleTerms,
    int[] details,
    int[] days) {
  static final int MOST_TERMS = 48;
  static final int MOST_NAMES = 32;
  static final int MOST_TITLE_TERMS = 12;
  static final int MOST_DETAILS = 14;
  static final int MOST_DAYS = 6;
  static final int MOST_PLACE_NAMES = 10;
  static final int MOST_TYPES = 3;
  static final int HEADLINE_LENGTH = 120;

  public StoryFeatures {
    if (terms.length != weights.length) {
      throw new IllegalArgumentException(
          terms.length + " terms need as many weights, not " + weights.length);
    }
  }
}
