package org.wiretally.text;

/**
 * How characters are compared: lower case, full-width forms as ASCII, one kind of apostrophe, and
 * marks without width (zero-width, right-to-left, soft hyphen) as nothing.
 */
public final class Folding {
  /** What {@link #fold} gives for a character that takes no part in comparison. */
  public static final char NOTHING = 0;

  private static final char[] LATIN = new char[0x250];

  static {
    for (char c = 0; c < LATIN.length; c++) {
      LATIN[c] = slowFold(c);
    }
  }

  private Folding() {}

  public static char fold(char c) {
    return c < LATIN.length ? LATIN[c] : slowFold(c);
  }

  private static char slowFold(char c) {
    if (c == '\u2019' || c == '\u2018' || c == '\u02bc') {
      return '\'';
    }
    if (c == '\u00ad' || c == '\ufeff' || (c >= '\u200b' && c <= '\u200f')) {
      return NOTHING;
    }
    if ((c >= '\u202a' && c <= '\u202e') || (c >= '\u2060' && c <= '\u2069')) {
      return NOTHING;
    }
    if (c >= '\uff01' && c <= '\uff5e') {
      return Character.toLowerCase((char) (c - '\uff01' + '!'));
    }
    if (c == '\u2010' || c == '\u2011') {
      return '-';
    }
    return Character.toLowerCase(c);
  }

  /** The value of a decimal digit of any script, or -1. */
  public static int digit(char c) {
    if (c >= '0' && c <= '9') {
      return c - '0';
    }
    return c < 0x660 ? -1 : Character.digit(c, 10);
  }
}
