package org.wiretally.ingest.normalize;

import java.util.Arrays;

/**
 * Maps offsets of a normalised text back to the delivered text, in UTF-16 units.
 *
 * <p>Run {@code i} covers the normalised offsets from {@code text[i]} (inclusive) to {@code text[i
 * + 1]} (exclusive), which lie at {@code delivered[i]} and on, unit by unit. Where several
 * delivered units became one (a letter and its accent, a row of spaces), the run names the first of
 * them.
 *
 * @param text first normalised offset of each run, strictly rising, the first is 0
 * @param delivered offset in the delivered text of each run's first unit
 */
@SuppressWarnings("ArrayRecordComponent") // boxed lists would cost more than the text they describe
public record OffsetRuns(int[] text, int[] delivered) {
  public OffsetRuns {
    if (text.length != delivered.length || text.length == 0 || text[0] != 0) {
      throw new IllegalArgumentException("an offset map needs as many targets as runs, from 0 on");
    }
  }

  /** The delivered offset of a normalised offset; O(log runs). */
  public int toDelivered(int offset) {
    int at = Arrays.binarySearch(text, offset);
    int run = at >= 0 ? at : -at - 2;
    return delivered[run] + offset - text[run];
  }

  public int size() {
    return text.length;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof OffsetRuns runs
        && Arrays.equals(text, runs.text)
        && Arrays.equals(delivered, runs.delivered);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(text) + Arrays.hashCode(delivered);
  }

  @Override
  public String toString() {
    return "OffsetRuns[" + text.length + " runs]";
  }
}
