package org.wiretally.story;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.wiretally.place.Place;

/**
 * What two articles must share to be compared: a term, a town or a name. A shared town or name is
 * enough; of terms two are needed, one where either article is a fragment. Names of two words or
 * more reach furthest, as a trial is months after the deed.
 */
final class Blocks {
  private static final int TERMS = 10;
  private static final int NAMES = 16;

  /** Terms of a text of a sentence or two. */
  private static final int FRAGMENT = 12;

  private static final long SECONDS_A_DAY = 86_400;
  private static final long NEWS_SECONDS = 8 * SECONDS_A_DAY;
  private static final long TRIAL_SECONDS = 600 * SECONDS_A_DAY;

  private Blocks() {}

  /**
   * Something to share.
   *
   * @param key of its postings
   * @param reach greatest distance in event time, in seconds
   * @param enough whether sharing it alone makes two articles worth comparing
   */
  record Block(String key, long reach, boolean enough) {}

  /** The blocks of an article, at most 27. */
  static List<Block> of(StoryFeatures f) {
    List<Block> blocks = new ArrayList<>();
    int[] weights = f.weights().clone();
    Arrays.sort(weights);
    int least = weights.length <= TERMS ? 0 : weights[weights.length - TERMS];
    int terms = 0;
    for (int i = 0; i < f.terms().length; i++) {
      if (f.weights()[i] >= least && terms++ < TERMS) {
        blocks.add(block('t', Integer.toHexString(f.terms()[i]), NEWS_SECONDS, false));
      }
    }
    Place place = f.place();
    if (place != null && place.city() != null) {
      blocks.add(block('p', place.id(), NEWS_SECONDS, true));
    }
    int names = 0;
    for (int name : f.names()) {
      if ((name & 1) == 1 && names++ < NAMES) {
        blocks.add(block('n', Integer.toHexString(name), TRIAL_SECONDS, true));
      }
    }
    return blocks;
  }

  private static Block block(char kind, String name, long reach, boolean enough) {
    return new Block(kind + name, reach, enough);
  }

  /** Whether it is a text of a sentence or two, for which one shared term has to do. */
  static boolean fragment(StoryFeatures features) {
    return features.terms().length < FRAGMENT;
  }
}
