package org.wiretally.article;

import java.util.Arrays;

/**
 * Maps offsets of an article's normalised text back to the text as it was delivered.
 *
 * <p>Run {@code i} covers the normalised offsets from {@code text[i]} (inclusive) to {@code text[i
 * + 1]} (exclusive), which lie at {@code delivered[i]} and on, unit by unit. Look-up is a binary
 * search, O(log runs). Immutable as long as nobody writes to the arrays.
 *
 * @param text first normalised offset of each run, strictly rising, the first is 0
 * @param delivered offset in the delivered text of each run's first unit
 */
@SuppressWarnings("ArrayRecordComponent") // boxed lists would cost more than the text they describe
public record OffsetMap(int[] text, int[] delivered) {
  public OffsetMap {
    if (text.length != delivered.length || text.length == 0 || text[0] != 0) {
      throw new IllegalArgumentException("an offset map needs as many targets as runs, from 0 on");
    }
    for (int i = 1; i < text.length; i++) {
      if (text[i] <= text[i - 1]) {
        throw new IllegalArgumentException("run " + i + " does not rise");
      }
    }
  }

  /** The map of a text that normalisation left alone. */
  public static OffsetMap identity() {
    return new OffsetMap(new int[] {0}, new int[] {0});
  }

  /** The delivered offset of a normalised offset. */
  public int toDelivered(int offset) {
    int at = Arrays.binarySearch(text, offset);
    int run = at >= 0 ? at : -at - 2;
    return delivered[run] + offset - text[run];
  }

  /** The delivered span of a normalised span: from its first unit to just past its last one. */
  public Span toDelivered(Span span) {
    if (span.length() == 0) {
      int at = toDelivered(span.start());
      return new Span(at, at);
    }
    int start = toDelivered(span.start());
    return new Span(start, Math.max(start, toDelivered(span.end() - 1) + 1));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof OffsetMap map
        && Arrays.equals(text, map.text)
        && Arrays.equals(delivered, map.delivered);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(text) + Arrays.hashCode(delivered);
  }

  @Override
  public String toString() {
    return "OffsetMap[" + text.length + " runs]";
  }
}
