package org.wiretally.figures;

/** Names as claims give them: without the line breaks and the rows of blanks of a text. */
final class OneLine {
  private OneLine() {}

  /** The name, which starts with no blank, with one blank for each row of blanks and breaks. */
  static String of(String name) {
    boolean before = false;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean space = Character.isWhitespace(c);
      if (space && (before || c != ' ')) {
        return joined(name);
      }
      before = space;
    }
    return before ? joined(name) : name;
  }

  private static String joined(String name) {
    StringBuilder line = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      boolean space = Character.isWhitespace(name.charAt(i));
      if (!space) {
        line.append(name.charAt(i));
      } else if (line.length() > 0 && line.charAt(line.length() - 1) != ' ') {
        line.append(' ');
      }
    }
    return line.toString();
  }
}
