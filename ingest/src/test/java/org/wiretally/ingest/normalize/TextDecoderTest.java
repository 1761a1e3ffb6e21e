package org.wiretally.ingest.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextDecoderTest {
  private static final String TEXT = "The minister’s “men” met in Łódź – or José’s, 26 of them.\n";

  private static void assertReads(byte[] bytes, String text, String charset) {
    assertThat(TextDecoder.decode(bytes, null)).isEqualTo(new Decoding.Text(text, charset));
  }

  private static void assertRefuses(byte[] bytes, String cause) {
    assertThat(TextDecoder.decode(bytes, null)).isEqualTo(new Decoding.Refused(cause));
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  @Test
  void utf8() {
    assertReads(TEXT.getBytes(StandardCharsets.UTF_8), TEXT, "UTF-8");
  }

  @Test
  void utf8WithMark() {
    assertReads(
        join(bytes(0xEF, 0xBB, 0xBF), TEXT.getBytes(StandardCharsets.UTF_8)), TEXT, "UTF-8");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
  void utf16WithoutMark(String charset) {
    assertReads(TEXT.getBytes(Charset.forName(charset)), TEXT, charset);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
  void wideWithMark(String charset) {
    assertReads(("\ufeff" + TEXT).getBytes(Charset.forName(charset)), TEXT, charset);
  }

  @Test
  void windows1252() {
    String text = "The minister’s “men” met at José’s – 26 of them.";
    assertReads(text.getBytes(Charset.forName("windows-1252")), text, "windows-1252");
  }

  @Test
  void theDeclaredEncodingReadsWhatIsNotUtf8() {
    String text = "Погибли 26 человек";
    Charset declared = Charset.forName("windows-1251");
    assertThat(TextDecoder.decode(text.getBytes(declared), declared))
        .isEqualTo(new Decoding.Text(text, "windows-1251"));
  }

  @Test
  void aWrongDeclarationDoesNotSpoilUtf8() {
    assertThat(
            TextDecoder.decode(
                TEXT.getBytes(StandardCharsets.UTF_8), Charset.forName("windows-1251")))
        .isEqualTo(new Decoding.Text(TEXT, "UTF-8"));
  }

  @Test
  void aDamagedByteDoesNotSpoilTheRest() {
    byte[] damaged = join(TEXT.getBytes(StandardCharsets.UTF_8), bytes(0xE2, 0x80));
    assertReads(damaged, TEXT + "\ufffd", "UTF-8, damaged");
  }

  @Test
  void empty() {
    assertRefuses(new byte[0], "it is empty");
  }

  @Test
  void blank() {
    assertRefuses(" \n\n ".getBytes(StandardCharsets.UTF_8), "it holds no text");
  }

  @Test
  void pdf() {
    assertRefuses(
        "%PDF-1.7 stuff".getBytes(StandardCharsets.UTF_8), "it is a PDF document, not text");
  }

  @Test
  void gzip() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(TEXT.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    assertRefuses(out.toByteArray(), "it is gzip-compressed, not text");
  }

  @Test
  void randomBytes() {
    byte[] bytes = new byte[10_000];
    new Random(7).nextBytes(bytes);
    bytes[0] = 'a';
    assertRefuses(bytes, "it is binary, not text");
  }

  @Test
  void aFewLowBytesAreNoUtf16() {
    assertRefuses(bytes(0, 1, 2, 3, 4, 5, 6, 7), "it is binary, not text");
  }

  @Test
  void textWithAFewControlCodesIsText() {
    String text = "\u0001\u0002" + TEXT.repeat(4) + "\u0003";
    assertReads(text.getBytes(StandardCharsets.UTF_8), text, "UTF-8");
  }

  @Property(tries = 500)
  void neverThrows(@ForAll byte[] bytes) {
    assertThat(TextDecoder.decode(bytes, null)).isNotNull();
  }

  @Property(tries = 500)
  void agreesWithTheJdkOnWhatIsUtf8(@ForAll String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (TextDecoder.decode(bytes, null) instanceof Decoding.Text read
        && read.charset().equals("UTF-8")) {
      assertThat(read.text())
          .isIn(
              new String(bytes, StandardCharsets.UTF_8),
              new String(bytes, StandardCharsets.UTF_8).replaceFirst("^\ufeff", ""));
    }
  }
}
