package org.wiretally.ingest.normalize;

import java.util.List;

/**
 * The fourth step: a paragraph that a scraper or an advertisement broke in the middle of a sentence
 * is put together again.
 *
 * <p>Evidence for a break is a paragraph without a sentence's end, before one that begins in lower
 * case or after a word with which no sentence ends. Where a text shows several such breaks, a long
 * paragraph without an end goes on in any long one.
 */
final class Continuations {
  private static final int LONG = 150;
  private static final int FEWEST_BREAKS = 3;
  private static final double BROKEN_SHARE = 0.2;

  private Continuations() {}

  /**
   * Joins what belongs together and separates the rest by one blank line.
   *
   * @param delivered where the gaps between paragraphs are looked up
   */
  static MappedText join(List<MappedText> paragraphs, String delivered) {
    boolean broken = broken(paragraphs);
    int length = 0;
    for (MappedText paragraph : paragraphs) {
      length += paragraph.length() + 2;
    }
    MappedText out = new MappedText(length);
    int start = 0;
    for (MappedText next : paragraphs) {
      if (out.length() > 0) {
        CharSequence open = new Tail(out, start);
        int gap = gap(delivered, out.toDelivered(out.length() - 1) + 1, next.toDelivered(0));
        if (!goesOn(open, next.chars(), broken)) {
          out.append('\n', gap);
          out.append('\n', gap);
          start = out.length();
        } else if (!Paragraphs.splitsWord(open, open.length() - 1)) {
          out.append(' ', gap);
        }
      }
      out.append(next, 0, next.length());
    }
    return out;
  }

  /** The first space or line end in [from, to), {@code from} where there is none. */
  private static int gap(String delivered, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = delivered.charAt(i);
      if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
        return i;
      }
    }
    return from;
  }

  private static boolean broken(List<MappedText> paragraphs) {
    int breaks = 0;
    for (int i = 1; i < paragraphs.size(); i++) {
      CharSequence open = paragraphs.get(i - 1).chars();
      breaks +=
          open.length() >= LONG / 2
                  && Words.startsLow(paragraphs.get(i).chars())
                  && !Words.endsSentence(open)
              ? 1
              : 0;
    }
    return breaks >= FEWEST_BREAKS && breaks >= BROKEN_SHARE * paragraphs.size();
  }

  private static boolean goesOn(CharSequence open, CharSequence next, boolean broken) {
    if (open.length() < Paragraphs.SHORTEST_OPEN_LINE || Words.endsSentence(open)) {
      return false;
    }
    return Words.startsLow(next)
        || (Words.endsOpen(open) && Words.startsAsText(next))
        || (broken && open.length() >= LONG && next.length() >= LONG && Words.startsAsText(next));
  }

  /** The units of a text from {@code start} on, without a copy. */
  private record Tail(MappedText text, int start) implements CharSequence {
    @Override
    public int length() {
      return text.length() - start;
    }

    @Override
    public char charAt(int at) {
      return text.charAt(start + at);
    }

    @Override
    public CharSequence subSequence(int from, int to) {
      return text.chars().subSequence(start + from, start + to);
    }

    @Override
    public String toString() {
      return text.chars().substring(start);
    }
  }
}
