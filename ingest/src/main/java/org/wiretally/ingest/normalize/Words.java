package org.wiretally.ingest.normalize;

import java.util.Set;

/** What the first and last words of a line tell about the break between two lines. */
final class Words {
  private static final Set<String> OPEN = Vocabulary.lines("open-words.txt");

  private Words() {}

  /** Whether the text ends as a sentence does, closing quotes and brackets aside. */
  static boolean endsSentence(CharSequence text) {
    for (int i = text.length() - 1; i >= 0; i--) {
      char c = text.charAt(i);
      if (c == ' ' || closes(c)) {
        continue;
      }
      return ".!?:\u2026\u3002\uff01\uff1f\uff0e\u0964\u061f\u06d4".indexOf(c) >= 0;
    }
    return false;
  }

  /** Whether the text breaks off: its last characters are dots that stand for the rest. */
  static boolean breaksOff(CharSequence text) {
    int end = text.length();
    while (end > 0 && (text.charAt(end - 1) == ' ' || closes(text.charAt(end - 1)))) {
      end--;
    }
    return end > 0
        && (text.charAt(end - 1) == '\u2026'
            || (end > 2
                && text.charAt(end - 1) == '.'
                && text.charAt(end - 2) == '.'
                && text.charAt(end - 3) == '.'));
  }

  private static boolean closes(char c) {
    return "\"'\u201d\u2019)]\u00bb\u203a".indexOf(c) >= 0;
  }

  /** Whether a sentence cannot end with the text's last word: "of", "the", a comma, a hyphen. */
  static boolean endsOpen(CharSequence text) {
    int end = text.length();
    if (end == 0) {
      return false;
    }
    char last = text.charAt(end - 1);
    if (last == ',') {
      return true;
    }
    int start = end;
    while (start > 0 && Character.isLetter(text.charAt(start - 1))) {
      start--;
    }
    return start < end
        && end - start <= 8
        && (start == 0 || text.charAt(start - 1) == ' ')
        && OPEN.contains(Fold.lower(text, start, end));
  }

  /** Whether the text begins with a whole word in lower case, so in the middle of a sentence. */
  static boolean startsLow(CharSequence text) {
    int i = 0;
    while (i < text.length() && Character.isLowerCase(text.charAt(i))) {
      i++;
    }
    if (i == 0) {
      return false;
    }
    if (i == text.length()) {
      return true;
    }
    char next = text.charAt(i);
    if (next == '-' || next == '\'' || next == '\u2019') {
      return true;
    }
    boolean stop = next == ',' || next == '.' || next == ';';
    return next == ' ' || (stop && (i + 1 == text.length() || text.charAt(i + 1) == ' '));
  }

  /** Whether the text begins as the inside of a sentence may: a letter, a digit, a quote. */
  static boolean startsAsText(CharSequence text) {
    if (text.length() == 0) {
      return false;
    }
    char first = text.charAt(0);
    return Character.isLetterOrDigit(first) || "\"'\u201c\u2018$\u20ac\u00a3(".indexOf(first) >= 0;
  }

  /** Whether the line is an item of a list. */
  static boolean startsItem(CharSequence text) {
    return text.length() > 1
        && text.charAt(1) == ' '
        && "\u2022\u00b7\u25cf\u25aa\u25e6*-\u2013\u2014".indexOf(text.charAt(0)) >= 0;
  }

  static int firstWordLength(CharSequence text) {
    int i = 0;
    while (i < text.length() && text.charAt(i) != ' ') {
      i++;
    }
    return i;
  }
}
