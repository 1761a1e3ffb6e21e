package org.wiretally.ingest.normalize;

import java.util.ArrayList;
import java.util.List;

/**
 * The second step: lines become paragraphs.
 *
 * <p>A blank line ends a paragraph. Within a block of lines a break is either where the paper ended
 * (a wire wraps at some 70 columns) or where a paragraph did. A text counts as wrapped where its
 * breaks mostly lie inside sentences and mostly where the next word would not have fitted. Rows of
 * spaces become one.
 */
final class Paragraphs {
  /** Widths at which teleprinters and mail programs wrap. */
  private static final int NARROWEST = 45;

  private static final int WIDEST = 120;

  /** A line this much shorter than the width could have taken another short word. */
  private static final int SLACK = 10;

  /** Fewer breaks than this say nothing about a text. */
  private static final int FEWEST_BREAKS = 3;

  private static final double MOSTLY = 0.5;

  /** A shorter line may be a heading or a label; it goes on only where it is wrapped. */
  static final int SHORTEST_OPEN_LINE = 40;

  /** A line in [start, end) without the spaces around it. */
  private record Line(int start, int end, int indent) {
    int length() {
      return end - start;
    }

    CharSequence of(MappedText text) {
      return text.chars().subSequence(start, end);
    }
  }

  private final MappedText text;
  private final List<List<Line>> blocks;
  private final int width;

  private Paragraphs(MappedText text) {
    this.text = text;
    this.blocks = blocks(text);
    this.width = width();
  }

  static List<MappedText> of(MappedText text) {
    return new Paragraphs(text).paragraphs();
  }

  private static List<List<Line>> blocks(MappedText text) {
    List<List<Line>> blocks = new ArrayList<>();
    List<Line> block = new ArrayList<>();
    StringBuilder chars = text.chars();
    int length = chars.length();
    int at = 0;
    while (at <= length) {
      int start = at;
      while (at < length && chars.charAt(at) != '\n') {
        at++;
      }
      int from = start;
      int end = at;
      while (from < end && chars.charAt(from) == ' ') {
        from++;
      }
      while (end > from && chars.charAt(end - 1) == ' ') {
        end--;
      }
      if (from < end) {
        block.add(new Line(from, end, from - start));
      } else if (!block.isEmpty()) {
        blocks.add(block);
        block = new ArrayList<>();
      }
      at++;
    }
    if (!block.isEmpty()) {
      blocks.add(block);
    }
    return blocks;
  }

  /** The width at which the text was wrapped, 0 where it was not. */
  private int width() {
    int[] lengths = new int[WIDEST + 1];
    int breaks = 0;
    int inside = 0;
    for (List<Line> block : blocks) {
      for (int i = 0; i + 1 < block.size(); i++) {
        breaks++;
        lengths[Math.min(WIDEST, block.get(i).length())]++;
        inside += Words.endsSentence(block.get(i).of(text)) ? 0 : 1;
      }
    }
    if (breaks < FEWEST_BREAKS || inside < MOSTLY * breaks) {
      return 0;
    }
    int longest = WIDEST;
    for (int longer = 0; longest > 0 && longer + lengths[longest] <= breaks / 10; longest--) {
      longer += lengths[longest];
    }
    if (longest < NARROWEST || longest == WIDEST) {
      return 0;
    }
    int full = 0;
    for (List<Line> block : blocks) {
      for (int i = 0; i + 1 < block.size(); i++) {
        full += full(block.get(i), block.get(i + 1), longest) ? 1 : 0;
      }
    }
    return full >= MOSTLY * breaks ? longest : 0;
  }

  private boolean full(Line line, Line next, int width) {
    return line.length() + 1 + Words.firstWordLength(next.of(text)) > width - SLACK;
  }

  private List<MappedText> paragraphs() {
    List<MappedText> paragraphs = new ArrayList<>();
    for (List<Line> block : blocks) {
      MappedText paragraph = start(block.get(0));
      for (int i = 1; i < block.size(); i++) {
        Line line = block.get(i - 1);
        Line next = block.get(i);
        if (goesOn(line, next)) {
          join(paragraph, line, next);
        } else {
          paragraphs.add(paragraph);
          paragraph = start(next);
        }
      }
      paragraphs.add(paragraph);
    }
    return paragraphs;
  }

  private boolean goesOn(Line line, Line next) {
    CharSequence first = line.of(text);
    CharSequence second = next.of(text);
    boolean ended = Words.endsSentence(first);
    if (ended && Words.startsItem(second)) {
      return false;
    }
    if (width > 0) {
      if (next.indent() > line.indent() + 1) {
        return false;
      }
      return full(line, next, width) || (!ended && Words.startsLow(second));
    }
    return !ended
        && line.length() >= SHORTEST_OPEN_LINE
        && (Words.startsLow(second) || (Words.endsOpen(first) && Words.startsAsText(second)));
  }

  private MappedText start(Line line) {
    MappedText paragraph = new MappedText(line.length());
    copy(line, paragraph);
    return paragraph;
  }

  private void join(MappedText paragraph, Line line, Line next) {
    if (!splitsWord(text.chars(), line.end() - 1)) {
      paragraph.append(' ', text.toDelivered(line.end()));
    }
    copy(next, paragraph);
  }

  /** Whether the hyphen at {@code at} ends a line in the middle of a compound. */
  static boolean splitsWord(CharSequence chars, int at) {
    return at > 0 && chars.charAt(at) == '-' && Character.isLetter(chars.charAt(at - 1));
  }

  private void copy(Line line, MappedText paragraph) {
    StringBuilder chars = text.chars();
    int from = line.start();
    for (int i = line.start(); i < line.end(); i++) {
      if (chars.charAt(i) == ' ' && chars.charAt(i - 1) == ' ') {
        paragraph.append(text, from, i);
        while (chars.charAt(i) == ' ') {
          i++;
        }
        from = i;
      }
    }
    paragraph.append(text, from, line.end());
  }
}
