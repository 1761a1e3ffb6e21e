package org.wiretally.dedup;

import java.util.Arrays;
import org.wiretally.place.Whereabouts;

/**
 * What is kept of a text to recognise its copies: at most 2.6 KB, whatever the text's length.
 *
 * @param text hash of all its words in order: equal for exact copies
 * @param tokens how many words it has, the title's included
 * @param shingles its runs of three words (at most 256 kept, 1,024 bytes)
 * @param paragraphs for each kept shingle the paragraph in which it first occurs, the title's being
 *     {@link #TITLE}; paragraphs beyond the last index are counted as the last (256 bytes)
 * @param facts its names and numbers (at most 48 kept, 192 bytes)
 * @param outline its telling words, sentence by sentence (at most 480, 960 bytes)
 * @param keys under which it is found in the index (at most 36, 144 bytes)
 * @param whereabouts the place that it tells of (some 70 bytes)
 */
public record Signature(
    long text,
    int tokens,
    Sketch shingles,
    @SuppressWarnings("ArrayRecordComponent") byte[] paragraphs,
    Sketch facts,
    Outline outline,
    @SuppressWarnings("ArrayRecordComponent") int[] keys,
    Whereabouts whereabouts) {
  /** The paragraph index of the title. */
  static final byte TITLE = -1;

  /** From this sum of the weights of the keys they share on, two articles are compared. */
  static final int COMPARED = 2;

  public Signature {
    if (paragraphs.length != shingles.hashes().length) {
      throw new IllegalArgumentException(
          paragraphs.length + " paragraphs for " + shingles.hashes().length + " shingles");
    }
  }

  /** The index key of two names or numbers side by side. */
  static int factKey(int hash) {
    return hash | 1;
  }

  /** The index key of a run of words. */
  static int wordKey(int hash) {
    return hash & ~1;
  }

  /**
   * How far sharing the key goes to make two articles worth comparing, which {@link #COMPARED} is.
   * Two names stand side by side in many texts, three words that a text is found by in few.
   */
  static int weight(int key) {
    return (key & 1) == 0 ? COMPARED : 1;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Signature signature
        && text == signature.text
        && tokens == signature.tokens
        && shingles.equals(signature.shingles)
        && Arrays.equals(paragraphs, signature.paragraphs)
        && facts.equals(signature.facts)
        && outline.equals(signature.outline)
        && Arrays.equals(keys, signature.keys)
        && whereabouts.equals(signature.whereabouts);
  }

  @Override
  public int hashCode() {
    return Long.hashCode(text);
  }

  @Override
  public String toString() {
    return "Signature[" + Long.toHexString(text) + ", " + tokens + " words]";
  }
}
