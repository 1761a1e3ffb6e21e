package org.wiretally.ingest.normalize;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whom a copyright line names: the publisher, if nobody else says who that is. */
final class CopyrightHolder {
  private static final int LONGEST = 60;
  private static final List<String> MARKS = List.of("copyright", "\u00a9", "(c)");
  private static final List<String> ENDS =
      List.of("all rights", " - ", "(", ";", "|", "under license", "this material", "and its ");
  private static final List<String> FORMS =
      List.of(
          ", inc", " inc", ", llc", " llc", " ltd", " plc", " corp", " & company", " & co", ",");

  private CopyrightHolder() {}

  static @Nullable String of(CharSequence line) {
    String text = line.toString();
    String low = text.toLowerCase(Locale.ROOT);
    if (low.length() != text.length()) {
      return null; // a letter whose lower case is longer: offsets would not agree
    }
    int start = -1;
    for (String mark : MARKS) {
      int at = low.indexOf(mark);
      start = at < 0 ? start : Math.max(start, at + mark.length());
    }
    if (start < 0) {
      return null;
    }
    start = skip(low, start);
    int end = text.length();
    for (String mark : ENDS) {
      int at = low.indexOf(mark, start);
      end = at < 0 ? end : Math.min(end, at);
    }
    for (int dot = low.indexOf(". ", start);
        dot >= 0 && dot < end;
        dot = low.indexOf(". ", dot + 1)) {
      if (dot - low.lastIndexOf(' ', dot) > 4) { // not "U.S. News" nor "J. Doe"
        end = dot;
      }
    }
    String holder = text.substring(start, Math.max(start, end)).strip();
    return name(holder);
  }

  /** Skips years, dashes, "by" and further marks. */
  private static int skip(String low, int from) {
    int at = from;
    while (at < low.length()) {
      char c = low.charAt(at);
      if (low.startsWith("by ", at)) {
        at += 3;
      } else if (low.startsWith("(c)", at)) {
        at += 3;
      } else if (Character.isLetter(c)) {
        break;
      } else {
        at++;
      }
    }
    return at;
  }

  private static @Nullable String name(String holder) {
    String name = holder;
    boolean cut = true;
    while (cut) {
      cut = false;
      while (!name.isEmpty() && ".,-\u2013 ".indexOf(name.charAt(name.length() - 1)) >= 0) {
        name = name.substring(0, name.length() - 1);
      }
      for (String form : FORMS) {
        if (name.toLowerCase(Locale.ROOT).endsWith(form)) {
          name = name.substring(0, name.length() - form.length());
          cut = true;
        }
      }
    }
    return name.length() < 2 || name.length() > LONGEST ? null : name;
  }
}
