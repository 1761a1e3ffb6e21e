package org.wiretally.ingest.normalize;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads bytes of unknown encoding as text.
 *
 * <p>In this order: a byte order mark; UTF-16 by the places of its zero bytes; strict UTF-8; the
 * encoding that the source declares; UTF-8 with a few damaged bytes (which become U+FFFD); and
 * windows-1252, which reads anything. Linear time; stateless.
 */
public final class TextDecoder {
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  /** How much is looked at to tell text from other things. */
  private static final int SAMPLE = 65_536;

  /** Text has line ends and tabs, and now and then another control code. */
  private static final double MOST_CONTROLS = 0.02;

  /** UTF-16 of a script with an alphabet has a zero in nearly every other byte (spaces, digits). */
  private static final double UTF_16_ZEROS = 0.2;

  /** Damaged UTF-8 still has far more whole sequences than broken ones. */
  private static final int WHOLE_PER_BROKEN = 4;

  /** Bytes at the start of a text, each as the character of its number. */
  private record Mark(Charset charset, String bytes) {}

  private static final List<Mark> MARKS =
      List.of(
          new Mark(StandardCharsets.UTF_8, "\u00ef\u00bb\u00bf"),
          new Mark(Charset.forName("UTF-32LE"), "\u00ff\u00fe\0\0"),
          new Mark(Charset.forName("UTF-32BE"), "\0\0\u00fe\u00ff"),
          new Mark(StandardCharsets.UTF_16LE, "\u00ff\u00fe"),
          new Mark(StandardCharsets.UTF_16BE, "\u00fe\u00ff"));

  private record Magic(String name, String bytes) {}

  private static final List<Magic> MAGICS =
      List.of(
          new Magic("a PDF document", "%PDF-"),
          new Magic("a ZIP archive or an office document", "PK\3\4"),
          new Magic("gzip-compressed", "\u001f\u008b"),
          new Magic("a PNG image", "\u0089PNG"),
          new Magic("a JPEG image", "\u00ff\u00d8\u00ff"),
          new Magic("a GIF image", "GIF8"),
          new Magic("a program", "\u007fELF"),
          new Magic("an office document", "\u00d0\u00cf\u0011\u00e0"));

  private TextDecoder() {}

  /**
   * Reads bytes as text.
   *
   * @param declared the encoding that the source names, null where it names none
   */
  public static Decoding decode(byte[] bytes, @Nullable Charset declared) {
    if (bytes.length == 0) {
      return new Decoding.Refused("it is empty");
    }
    for (Mark mark : MARKS) {
      if (startsWith(bytes, mark.bytes())) {
        int skip = mark.bytes().length();
        return text(
            new String(bytes, skip, bytes.length - skip, mark.charset()), mark.charset().name());
      }
    }
    for (Magic magic : MAGICS) {
      if (startsWith(bytes, magic.bytes())) {
        return new Decoding.Refused("it is " + magic.name() + ", not text");
      }
    }
    Charset wide = utf16(bytes);
    if (wide != null) {
      return text(new String(bytes, wide), wide.name());
    }
    if (controls(bytes) > MOST_CONTROLS) {
      return new Decoding.Refused("it is binary, not text");
    }
    Utf8Scan scan = Utf8Scan.of(bytes);
    if (scan.broken == 0) {
      return text(new String(bytes, StandardCharsets.UTF_8), "UTF-8");
    }
    if (declared != null && !declared.equals(StandardCharsets.UTF_8)) {
      String strict = strictly(bytes, declared);
      if (strict != null) {
        return text(strict, declared.name());
      }
    }
    if (scan.whole >= (long) WHOLE_PER_BROKEN * scan.broken) {
      return text(new String(bytes, StandardCharsets.UTF_8), "UTF-8, damaged");
    }
    return text(new String(bytes, WINDOWS_1252), WINDOWS_1252.name());
  }

  private static Decoding text(String text, String charset) {
    return text.isBlank()
        ? new Decoding.Refused("it holds no text")
        : new Decoding.Text(text, charset);
  }

  private static boolean startsWith(byte[] bytes, String start) {
    if (bytes.length < start.length()) {
      return false;
    }
    for (int i = 0; i < start.length(); i++) {
      if ((bytes[i] & 0xFF) != start.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static @Nullable Charset utf16(byte[] bytes) {
    int end = Math.min(bytes.length, SAMPLE) & ~1;
    int even = 0;
    int odd = 0;
    for (int i = 0; i < end; i += 2) {
      even += bytes[i] == 0 ? 1 : 0;
      odd += bytes[i + 1] == 0 ? 1 : 0;
    }
    double enough = end * UTF_16_ZEROS / 2;
    Charset charset = null;
    if (odd > enough && even == 0) {
      charset = StandardCharsets.UTF_16LE;
    } else if (even > enough && odd == 0) {
      charset = StandardCharsets.UTF_16BE;
    }
    return charset != null && mostlyText(new String(bytes, 0, end, charset)) ? charset : null;
  }

  private static boolean mostlyText(String sample) {
    long odd = sample.chars().filter(c -> Character.isISOControl(c) && !isLayout(c)).count();
    return odd <= MOST_CONTROLS * sample.length();
  }

  private static boolean isLayout(int c) {
    return c == '\n' || c == '\r' || c == '\t' || c == '\f';
  }

  private static double controls(byte[] bytes) {
    int end = Math.min(bytes.length, SAMPLE);
    int controls = 0;
    for (int i = 0; i < end; i++) {
      int b = bytes[i];
      if (b == 0) {
        controls += 8; // never in a text of one-byte units
      } else if ((b > 0 && b < 0x20 && !isLayout(b)) || b == 0x7F) {
        controls++;
      }
    }
    return (double) controls / end;
  }

  private static @Nullable String strictly(byte[] bytes, Charset charset) {
    try {
      return charset
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes))
          .toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  /** Counts the whole and the broken sequences of more than one byte. */
  private record Utf8Scan(int whole, int broken) {
    static Utf8Scan of(byte[] bytes) {
      int whole = 0;
      int broken = 0;
      int i = 0;
      while (i < bytes.length) {
        int length = length(bytes, i);
        if (length == 0) {
          broken++;
          i++;
        } else {
          whole += length > 1 ? 1 : 0;
          i += length;
        }
      }
      return new Utf8Scan(whole, broken);
    }

    /** Length of the well-formed sequence at {@code i} (Unicode, table 3-7), 0 if there is none. */
    private static int length(byte[] bytes, int i) {
      int first = bytes[i] & 0xFF;
      if (first < 0x80) {
        return 1;
      }
      int length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
      if (first < 0xC2 || first > 0xF4 || i + length > bytes.length) {
        return 0;
      }
      int low = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
      int high = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
      int second = bytes[i + 1] & 0xFF;
      if (second < low || second > high) {
        return 0;
      }
      for (int k = 2; k < length; k++) {
        if ((bytes[i + k] & 0xC0) != 0x80) {
          return 0;
        }
      }
      return length;
    }
  }
}
