package org.wiretally.dedup;

/**
 * A run of paragraphs that an article has in common with an earlier one.
 *
 * @param of id of the earlier article
 * @param first index of the first paragraph, 0 or more; paragraphs are separated by blank lines
 * @param last index of the last paragraph, inclusive
 * @param similarity share of the run's words that the earlier article has too, in (0, 1]
 */
public record Passage(String of, int first, int last, double similarity) {
  public Passage {
    if (first < 0 || last < first) {
      throw new IllegalArgumentException("paragraphs " + first + " to " + last + " are no run");
    }
    if (!(similarity > 0 && similarity <= 1)) {
      throw new IllegalArgumentException("similarity " + similarity + " is outside (0, 1]");
    }
  }
}
