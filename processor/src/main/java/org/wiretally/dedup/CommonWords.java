package org.wiretally.dedup;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.ToLongFunction;

/** The words that every text has, which are half of all its words. */
final class CommonWords {
  private static final String RESOURCE = "common-words.txt";

  /** An open-addressing table at a load of at most a half; 0 where free. */
  private final long[] slots;

  private CommonWords(List<String> words, ToLongFunction<String> hash) {
    slots = new long[Integer.highestOneBit(Math.max(1, words.size())) * 4];
    for (String word : words) {
      long wordHash = hash.applyAsLong(word);
      slots[slot(wordHash)] = wordHash;
    }
  }

  /** Where the hash is, or may be put. */
  private int slot(long hash) {
    int slot = (int) hash & (slots.length - 1);
    while (slots[slot] != 0 && slots[slot] != hash) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
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
          reader.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList(), hash);
    } catch (IOException e) {
      throw new UncheckedIOException("the resource " + RESOURCE + " cannot be read", e);
    }
  }

  boolean contains(long hash) {
    return slots[slot(hash)] == hash;
  }
}
