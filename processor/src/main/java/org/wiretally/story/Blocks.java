package org.wiretally.story;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.wiretally.place.Place;

/**
 * Blocking keys: two articles are compared only if they share one. Whether they do is a function of
 * the two alone.
 *
 * <p>A key is a term, a town or a name, and a span of days; an article is posted under its own span
 * and looks into the neighbours too. A shared town or name is enough; of terms two are needed, one
 * where either article is a fragment. Names of two words or more reach furthest, as a trial is
 * months after the deed.
 */
final class Blocks {
  private static final char TERM = 't';
  private static final int TERMS = 10;
  private static final int NAMES = 16;

  /** Terms of a text of a sentence or two. */
  private static final int FRAGMENT = 12;

  private static final long TERM_DAYS = 4;
  private static final long NAME_DAYS = 400;
  private static final long SECONDS_A_DAY = 86_400;

  private Blocks() {}

  /** The keys that the article is posted under. */
  static List<String> posted(StoryFeatures features, Instant published) {
    return keys(features, published, 0);
  }

  /** The keys to look into. */
  static List<String> sought(StoryFeatures features, Instant published) {
    return keys(features, published, 1);
  }

  /** Whether it is a text of a sentence or two, for which one shared key has to do. */
  static boolean fragment(StoryFeatures features) {
    return features.terms().length < FRAGMENT;
  }

  /** Whether sharing the key alone makes two articles worth comparing. */
  static boolean enough(String key) {
    return key.charAt(0) != TERM;
  }

  private static List<String> keys(StoryFeatures f, Instant published, int reach) {
    long day = Math.floorDiv(published.getEpochSecond(), SECONDS_A_DAY);
    List<String> keys = new ArrayList<>();
    int[] weights = f.weights().clone();
    java.util.Arrays.sort(weights);
    int least = weights.length <= TERMS ? 0 : weights[weights.length - TERMS];
    for (int i = 0; i < f.terms().length; i++) {
      if (f.weights()[i] >= least) {
        add(keys, TERM + Integer.toHexString(f.terms()[i]), day, TERM_DAYS, reach);
      }
    }
    Place place = f.place();
    if (place != null && place.city() != null) {
      add(keys, "p" + place.id(), day, TERM_DAYS, reach);
    }
    int names = 0;
    for (int name : f.names()) {
      if ((name & 1) == 1 && names++ < NAMES) {
        add(keys, "n" + Integer.toHexString(name), day, NAME_DAYS, reach);
      }
    }
    return keys;
  }

  private static void add(List<String> keys, String key, long day, long span, int reach) {
    long bucket = Math.floorDiv(day, span);
    for (long b = bucket - reach; b <= bucket + reach; b++) {
      keys.add(key + '.' + b + StoryIndex.SEPARATOR);
    }
  }
}
