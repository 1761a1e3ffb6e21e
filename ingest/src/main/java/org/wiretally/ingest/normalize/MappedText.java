package org.wiretally.ingest.normalize;

import java.util.Arrays;

/**
 * A text under construction, of which every unit knows where it lay in the delivered text.
 *
 * <p>Not safe for use by several threads.
 */
final class MappedText {
  private final StringBuilder chars;
  private int[] starts = new int[8];
  private int[] delivered = new int[8];
  private int runs;

  MappedText(int capacity) {
    chars = new StringBuilder(capacity);
  }

  int length() {
    return chars.length();
  }

  char charAt(int at) {
    return chars.charAt(at);
  }

  /** The units written so far; a live view. */
  StringBuilder chars() {
    return chars;
  }

  /** Appends one unit that lay at {@code from}. */
  void append(char unit, int from) {
    mark(chars.length(), from);
    chars.append(unit);
  }

  /** Appends the units of {@code text} in [start, end), which lay at {@code from} and on. */
  void append(CharSequence text, int start, int end, int from) {
    if (start < end) {
      mark(chars.length(), from);
      chars.append(text, start, end);
    }
  }

  /** Appends a stretch of another mapped text; O(units + its runs + log runs). */
  void append(MappedText other, int start, int end) {
    if (start >= end) {
      return;
    }
    int run = other.runAt(start);
    int at = start;
    while (at < end) {
      int next = run + 1 < other.runs ? Math.min(end, other.starts[run + 1]) : end;
      mark(chars.length() + at - start, other.delivered[run] + at - other.starts[run]);
      at = next;
      run++;
    }
    chars.append(other.chars, start, end);
  }

  /** Where the unit at {@code offset} lay. */
  int toDelivered(int offset) {
    int run = runAt(offset);
    return delivered[run] + offset - starts[run];
  }

  private int runAt(int offset) {
    int at = Arrays.binarySearch(starts, 0, runs, offset);
    return at >= 0 ? at : -at - 2;
  }

  private void mark(int at, int from) {
    if (runs > 0 && delivered[runs - 1] + at - starts[runs - 1] == from) {
      return;
    }
    if (runs == starts.length) {
      starts = Arrays.copyOf(starts, 2 * runs);
      delivered = Arrays.copyOf(delivered, 2 * runs);
    }
    starts[runs] = at;
    delivered[runs++] = from;
  }

  OffsetRuns offsets() {
    return runs == 0
        ? new OffsetRuns(new int[] {0}, new int[] {0})
        : new OffsetRuns(Arrays.copyOf(starts, runs), Arrays.copyOf(delivered, runs));
  }

  @Override
  public String toString() {
    return chars.toString();
  }
}
