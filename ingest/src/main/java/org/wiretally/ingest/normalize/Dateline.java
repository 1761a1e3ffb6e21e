package org.wiretally.ingest.normalize;

import org.jspecify.annotations.Nullable;

/**
 * The place, date and agency with which a wire begins, up to the dash: {@code ALMATY, 9 January
 * (Agency) --}. It stays in the text; only what it says is read.
 */
final class Dateline {
  private static final int LONGEST_AGENCY = 40;

  private Dateline() {}

  /**
   * Where the dash after a dateline stands.
   *
   * @return -1 where the paragraph does not begin with one: a dateline begins with a place in
   *     capitals or with a capital and holds no sentence
   */
  static int end(CharSequence paragraph, int longest) {
    int limit = Math.min(paragraph.length(), longest);
    if (limit == 0 || !Character.isUpperCase(paragraph.charAt(0))) {
      return -1;
    }
    for (int i = 1; i < limit; i++) {
      char c = paragraph.charAt(i);
      boolean dash =
          c == '\u2013' || c == '\u2014' || (c == '-' && dashFrom(paragraph, i - 1, i + 1));
      if (dash) {
        return i;
      }
      if (c == '?' || c == '!' || c == '"' || c == '\u201c') {
        return -1;
      }
    }
    return -1;
  }

  private static boolean dashFrom(CharSequence paragraph, int before, int after) {
    boolean twice = after < paragraph.length() && paragraph.charAt(after) == '-';
    boolean apart =
        paragraph.charAt(before) == ' '
            && after < paragraph.length()
            && paragraph.charAt(after) == ' ';
    return twice || apart;
  }

  /** The agency in brackets before the dash, null where none stands there. */
  static @Nullable String agency(CharSequence paragraph, int longest) {
    int end = end(paragraph, longest);
    int close = end - 1;
    while (close > 0 && paragraph.charAt(close) == ' ') {
      close--;
    }
    if (close <= 0 || paragraph.charAt(close) != ')') {
      return null;
    }
    int open = close;
    while (open > 0 && paragraph.charAt(open) != '(') {
      open--;
    }
    String agency = paragraph.subSequence(Math.min(open + 1, close), close).toString().strip();
    boolean named =
        agency.length() > 1
            && agency.length() <= LONGEST_AGENCY
            && Character.isUpperCase(agency.charAt(0))
            && agency.chars().noneMatch(Character::isDigit);
    return open > 0 && named ? agency : null;
  }
}
