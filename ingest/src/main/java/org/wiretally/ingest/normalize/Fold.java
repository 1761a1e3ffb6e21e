package org.wiretally.ingest.normalize;

/** The form in which rules compare words: lower case, digits as {@code #}, no punctuation. */
final class Fold {
  private Fold() {}

  static String lower(CharSequence text, int start, int end) {
    StringBuilder out = new StringBuilder(end - start);
    for (int i = start; i < end; i++) {
      out.append(Character.toLowerCase(text.charAt(i)));
    }
    return out.toString();
  }

  /**
   * Folds a paragraph to words with one space before, between and after them. A row of digits
   * becomes {@code #}; the copyright sign becomes its word; {@code @} before a word stays, as what
   * makes an address; an apostrophe joins; all else separates.
   */
  static String words(CharSequence text) {
    StringBuilder out = new StringBuilder(text.length() + 16).append(' ');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isLetter(c)) {
        if (out.charAt(out.length() - 1) == '#') {
          out.append(' ');
        }
        out.append(Character.toLowerCase(c));
      } else if (Character.isDigit(c)) {
        if (out.charAt(out.length() - 1) != '#') {
          space(out).append('#');
        }
      } else if (c == '\u00a9' || isCopyright(text, i)) {
        space(out).append("copyright ");
        i += c == '(' ? 2 : 0;
      } else if (c == '@'
          && i + 1 < text.length()
          && Character.isLetterOrDigit(text.charAt(i + 1))) {
        space(out).append("@ ");
      } else if (c != '\'' && c != '\u2019') {
        space(out);
      }
    }
    return space(out).toString();
  }

  private static boolean isCopyright(CharSequence text, int i) {
    return text.charAt(i) == '('
        && i + 2 < text.length()
        && (text.charAt(i + 1) | 0x20) == 'c'
        && text.charAt(i + 2) == ')';
  }

  private static StringBuilder space(StringBuilder out) {
    return out.charAt(out.length() - 1) == ' ' ? out : out.append(' ');
  }
}
