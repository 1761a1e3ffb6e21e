package org.wiretally.ingest.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer.Form;
import java.time.Instant;

/** Short ways to normalise in tests. */
final class Normalized {
  private Normalized() {}

  static NormalizedArticle of(String text, Instant time) {
    Normalization result = Normalizer.normalize(RawArticle.ofText("a", text, time, "test"));
    return ((Normalization.Done) result).article();
  }

  /** Every unit of the text stands for one of the delivered text: the same, or its odd form. */
  static void assertMapsBack(NormalizedArticle article, String delivered) {
    String text = article.text();
    int last = -1;
    for (int i = 0; i < text.length(); i++) {
      int at = article.offsets().toDelivered(i);
      assertThat(at).as("offset %d rises", i).isBetween(Math.max(0, last), delivered.length() - 1);
      last = at;
      String is = text.substring(i, i + 1);
      String was = delivered.substring(at, at + 1);
      assertThat(standsFor(is, was, delivered, at))
          .as("[%s] at %d for [%s] at %d", is, i, was, at)
          .isTrue();
    }
  }

  private static boolean standsFor(String is, String was, String delivered, int at) {
    if (is.equals(was)) {
      return true;
    }
    if (is.isBlank()) {
      char c = was.charAt(0);
      return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
    char c = was.charAt(0);
    boolean control = c >= 0x80 && c < 0xA0;
    String cluster = delivered.substring(at, Math.min(delivered.length(), at + 34));
    String visible = cluster.replaceAll("[\\p{Cf}\\p{Cc}]", "");
    String parts = java.text.Normalizer.normalize(visible, Form.NFKD);
    boolean decomposed =
        parts.indexOf(java.text.Normalizer.normalize(is, Form.NFKD).codePointAt(0)) >= 0;
    return control || decomposed || Character.isSurrogate(c);
  }
}
