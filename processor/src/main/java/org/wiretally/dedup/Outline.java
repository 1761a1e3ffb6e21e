package org.wiretally.dedup;

import java.util.Arrays;

/**
 * The telling words of a text in their order, sentence by sentence: what is left when its common
 * words and the endings of the others are taken away. Two texts that tell the same in other words
 * have sentences in common here.
 *
 * @param stems 16-bit hashes, {@link #BREAK} after each sentence
 */
public record Outline(@SuppressWarnings("ArrayRecordComponent") short[] stems) {
  static final short BREAK = 0;

  /** A sentence of fewer telling words can be found anywhere. */
  private static final int SHORTEST_SENTENCE = 3;

  /** No stem is the break. */
  static short stem(long hash) {
    short stem = (short) hash;
    return stem == BREAK ? 1 : stem;
  }

  /**
   * How much of the two is told by both.
   *
   * @param first telling words in those sentences of the first that have their like in the second
   * @param ofFirst all telling words of the first
   * @param second telling words in those sentences of the second that have their like in the first
   * @param ofSecond all telling words of the second
   * @param sentences the fewer of the sentences matched, of the first or the second
   */
  record Agreement(int first, int ofFirst, int second, int ofSecond, int sentences) {
    double larger() {
      return Math.max(share(first, ofFirst), share(second, ofSecond));
    }

    double smaller() {
      return Math.min(share(first, ofFirst), share(second, ofSecond));
    }

    double ofLater() {
      return share(second, ofSecond);
    }

    int words() {
      return Math.max(first, second);
    }

    private static double share(int part, int whole) {
      return whole == 0 ? 0 : (double) part / whole;
    }
  }

  /**
   * Compares the sentences of both, each with all of the other.
   *
   * @param likeness from this share of the shorter sentence's words on, two sentences are alike
   */
  Agreement agreement(Outline other, double likeness) {
    Sentences mine = Sentences.of(stems);
    Sentences theirs = Sentences.of(other.stems);
    boolean[] mineMatched = new boolean[mine.count];
    boolean[] theirsMatched = new boolean[theirs.count];
    int[] shared = new int[mine.count];
    int[] touched = new int[mine.count];
    for (int j = 0; j < theirs.count; j++) {
      int touchedCount = 0;
      for (int k = theirs.start[j]; k < theirs.start[j + 1]; k++) {
        int stem = theirs.words[k];
        for (int at = mine.firstOf(stem);
            at < mine.sorted.length && mine.sorted[at] >>> 16 == stem;
            at++) {
          int sentence = mine.sorted[at] & 0xffff;
          if (shared[sentence]++ == 0) {
            touched[touchedCount++] = sentence;
          }
        }
      }
      for (int t = 0; t < touchedCount; t++) {
        int i = touched[t];
        int shorter = Math.min(mine.length(i), theirs.length(j));
        if (shared[i] >= SHORTEST_SENTENCE && shared[i] >= likeness * shorter) {
          mineMatched[i] = true;
          theirsMatched[j] = true;
        }
        shared[i] = 0;
      }
    }
    return new Agreement(
        mine.words(mineMatched),
        mine.words.length,
        theirs.words(theirsMatched),
        theirs.words.length,
        Math.min(count(mineMatched), count(theirsMatched)));
  }

  private static int count(boolean[] flags) {
    int count = 0;
    for (boolean flag : flags) {
      if (flag) {
        count++;
      }
    }
    return count;
  }

  /** The sentences that are long enough, each word once in each. */
  private static final class Sentences {
    final int count;
    final int[] start;
    final int[] words;

    /** Word in the upper 16 bits, sentence in the lower. */
    final int[] sorted;

    private Sentences(int count, int[] start, int[] words) {
      this.count = count;
      this.start = start;
      this.words = words;
      this.sorted = new int[words.length];
      for (int i = 0; i < count; i++) {
        for (int k = start[i]; k < start[i + 1]; k++) {
          sorted[k] = (words[k] << 16) | i;
        }
      }
      // Words are compared as unsigned numbers only for equality, so the signed order will do.
      Arrays.sort(sorted);
    }

    static Sentences of(short[] stems) {
      int[] words = new int[stems.length];
      int[] start = new int[stems.length + 1];
      int count = 0;
      int length = 0;
      int begin = 0;
      for (int i = 0; i <= stems.length; i++) {
        if (i < stems.length && stems[i] != BREAK) {
          continue;
        }
        int first = length;
        for (int k = begin; k < i; k++) {
          int word = stems[k] & 0xffff;
          if (!contains(words, first, length, word)) {
            words[length++] = word;
          }
        }
        if (length - first >= SHORTEST_SENTENCE) {
          start[++count] = length;
        } else {
          length = first;
        }
        begin = i + 1;
      }
      return new Sentences(count, start, Arrays.copyOf(words, length));
    }

    private static boolean contains(int[] words, int from, int to, int word) {
      for (int i = from; i < to; i++) {
        if (words[i] == word) {
          return true;
        }
      }
      return false;
    }

    int length(int sentence) {
      return start[sentence + 1] - start[sentence];
    }

    int words(boolean[] sentences) {
      int sum = 0;
      for (int i = 0; i < count; i++) {
        if (sentences[i]) {
          sum += length(i);
        }
      }
      return sum;
    }

    /** Where in {@link #sorted} the word begins, or would. */
    int firstOf(int word) {
      int low = 0;
      int high = sorted.length;
      int sought = word << 16;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (sorted[middle] < sought) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      return low;
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Outline outline && Arrays.equals(stems, outline.stems);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(stems);
  }

  @Override
  public String toString() {
    return "Outline[" + stems.length + " stems]";
  }
}
