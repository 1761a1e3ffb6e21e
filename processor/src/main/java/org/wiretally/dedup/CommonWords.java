package org.wiretally.dedup;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.ToLongFunction;

/** The words that every text has, by hash. */
final class CommonWords {
  private static final String RESOURCE = "common-words.txt";

  private final long[] hashes;

  private CommonWords(long[] hashes) {
    this.hashes = hashes;
  }

  /**
   * @param hash as a reader of texts hashes a word in lower case
   */
  static CommonWords load(ToLongFunction<String> hash) {
    InputStream resource = CommonWords.class.getResourceAsStream(RESOURCE);
    if (resource == null) {
      throw new IllegalStateException(
          "the resource " + RESOURCE + " is missing beside " + CommonWords.class.getName());
    }
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
      return new CommonWords(
          reader
              .lines()
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .mapToLong(hash)
              .sorted()
              .toArray());
    } catch (IOException e) {
      throw new UncheckedIOException("the resource " + RESOURCE + " cannot be read", e);
    }
  }

  boolean contains(long hash) {
    return Arrays.binarySearch(hashes, hash) >= 0;
  }
}
