package org.wiretally.ingest.normalize;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.BitSet;

/**
 * The first step: characters. Text becomes NFC, every line end {@code \n}, every odd space a plain
 * one; what has no width or no meaning goes; full-width letters and digits become ordinary ones.
 */
final class Characters {
  /** Marks on one letter beyond this say nothing (UAX 15, stream-safe text format). */
  private static final int MOST_MARKS = 30;

  private static final int DROP = -1;

  /** What windows-1252 has at 0x80 to 0x9F, where ISO 8859-1 has control codes (as in HTML). */
  private static final String WINDOWS_1252_HIGH =
      "\u20ac\uffff\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\uffff\u017d\uffff"
          + "\uffff\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\uffff\u017e\u0178";

  private Characters() {}

  static MappedText clean(String delivered) {
    int length = delivered.length();
    MappedText out = new MappedText(length);
    int plain = 0;
    int i = 0;
    while (i < length) {
      char c = delivered.charAt(i);
      if (plain(c) && (i + 1 == length || plain(delivered.charAt(i + 1)))) {
        i++;
        continue;
      }
      out.append(delivered, plain, i, plain);
      i = cluster(delivered, i, out);
      plain = i;
    }
    out.append(delivered, plain, length, plain);
    return out;
  }

  /** Whether the character stays as it is unless a mark follows it. */
  private static boolean plain(char c) {
    return (c >= ' ' && c < 0x7F) || c == '\n' || (c > 0x00A0 && c < 0x0300 && c != 0x00AD);
  }

  /** Copies the character at {@code i} with the marks on it; returns where the next one begins. */
  private static int cluster(String delivered, int i, MappedText out) {
    int length = delivered.length();
    int base = delivered.codePointAt(i);
    int end = i + Character.charCount(base);
    if (base == '\r') {
      if (end == length || delivered.charAt(end) != '\n') {
        out.append('\n', i);
      }
      return end;
    }
    int mapped = map(base, delivered, i, out);
    if (mapped == DROP) {
      return end;
    }
    if (mapped == '\n' || end == length || plain(delivered.charAt(end))) {
      append(mapped, i, out);
      return end;
    }
    int marks = 0;
    int at = end;
    StringBuilder letter = null;
    while (at < length && !plain(delivered.charAt(at))) {
      int next = delivered.codePointAt(at);
      int size = Character.charCount(next);
      if (combines(next)) {
        if (letter == null) {
          letter = new StringBuilder(4).appendCodePoint(mapped);
        }
        if (++marks <= MOST_MARKS) {
          letter.appendCodePoint(next);
        }
        end = at + size;
      } else if (!vanishes(next) && !(joins(next) && mapped < 0x0300)) {
        break;
      }
      at += size;
    }
    if (letter == null) {
      append(mapped, i, out);
      return end;
    }
    String composed = Normalizer.normalize(letter, Form.NFC);
    if (composed.contentEquals(letter) && delivered.startsWith(composed, i)) {
      out.append(composed, 0, composed.length(), i);
    } else {
      for (int k = 0; k < composed.length(); k++) {
        out.append(composed.charAt(k), i);
      }
    }
    return end;
  }

  private static void append(int codePoint, int from, MappedText out) {
    if (codePoint > 0xFFFF || (codePoint >= 0x0340 && Unstable.BMP.get(codePoint))) {
      String composed = Normalizer.normalize(Character.toString(codePoint), Form.NFC);
      for (int k = 0; k < composed.length(); k++) {
        out.append(composed.charAt(k), from + (codePoint > 0xFFFF && k == 1 ? 1 : 0));
      }
      return;
    }
    out.append((char) codePoint, from);
  }

  /** The characters that NFC replaces even where they stand alone; made on first use. */
  private static final class Unstable {
    static final BitSet BMP = new BitSet(0x10000);

    static {
      for (int c = 0x0340; c < 0x10000; c++) {
        if (!Character.isSurrogate((char) c)
            && !Normalizer.isNormalized(String.valueOf((char) c), Form.NFC)) {
          BMP.set(c);
        }
      }
    }
  }

  private static boolean combines(int codePoint) {
    if (codePoint < 0x0300) {
      return false;
    }
    if (codePoint >= 0x1160 && codePoint <= 0x11FF) {
      return true; // vowels and finals of Hangul
    }
    int type = Character.getType(codePoint);
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.ENCLOSING_MARK;
  }

  /** Characters without width or meaning; they may stand between a letter and its marks. */
  private static boolean vanishes(int c) {
    if (c < 0xA0) {
      boolean high = c >= 0x80 && WINDOWS_1252_HIGH.charAt(c - 0x80) == '\uffff';
      return high || c == 0x7F || (c < ' ' && "\t\n\u000b\f\r".indexOf(c) < 0);
    }
    return c == 0x00AD
        || c == 0x180E
        || c == 0x200B
        || c == 0x200E
        || c == 0x200F
        || (c >= 0x202A && c <= 0x202E)
        || (c >= 0x2060 && c <= 0x2069)
        || c == 0xFEFF;
  }

  /** Joiners mean something in Persian, Hindi and emoji, nothing after an ordinary letter. */
  private static boolean joins(int c) {
    return c == 0x200C || c == 0x200D;
  }

  /** What the character becomes, {@link #DROP} for nothing. */
  private static int map(int c, String delivered, int at, MappedText out) {
    if (vanishes(c)) {
      return DROP;
    }
    if (c < 0xA0) {
      return switch (c) {
        case 0x0B, '\f' -> '\n';
        case '\t' -> ' ';
        default -> c < 0x80 ? c : WINDOWS_1252_HIGH.charAt(c - 0x80);
      };
    }
    if (joins(c)) {
      return out.length() > 0 && out.charAt(out.length() - 1) >= 0x0300 ? c : DROP;
    }
    if (c == 0x2028 || c == 0x2029) {
      return '\n';
    }
    if (c == 0x3000 || c == 0x2800 || Character.getType(c) == Character.SPACE_SEPARATOR) {
      return ' ';
    }
    if (c >= 0xFF01 && c <= 0xFF5E) {
      return narrow(c, delivered, at);
    }
    return c >= 0xD800 && c <= 0xDFFF ? 0xFFFD : c;
  }

  /** Full-width letters and digits, and the signs within and after their numbers. */
  private static int narrow(int c, String delivered, int at) {
    int ascii = c - 0xFEE0;
    boolean sign = ascii == ',' || ascii == '.' || ascii == '%' || ascii == ':';
    if (Character.isLetterOrDigit(ascii)) {
      return ascii;
    }
    boolean afterDigit = at > 0 && Character.isDigit(delivered.charAt(at - 1));
    boolean beforeDigit =
        at + 1 < delivered.length() && Character.isDigit(delivered.charAt(at + 1));
    return sign && afterDigit && (beforeDigit || ascii == '%') ? ascii : c;
  }
}
