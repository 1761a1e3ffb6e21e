package org.wiretally.dedup;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.ToLongFunction;
import org.wiretally.text.WordTable;

/**
 * The words that every text has. They are half of all words, so their hashes are known beforehand.
 */
final class CommonWords {
  static final int UNKNOWN = -1;

  private static final String RESOURCE = "common-words.txt";

  /** Open-addressing tables at a load of at most a half; 0 where free. */
  private final long[] slots;

  /** By the key of the word; those alone whose key holds all letters. */
  private final long[] keys;

  private final long[] hashes;

  private CommonWords(List<String> words, ToLongFunction<String> hash) {
    slots = new long[Integer.highestOneBit(Math.max(1, words.size())) * 4];
    keys = new long[slots.length];
    hashes = new long[slots.length];
    for (String word : words) {
      long wordHash = hash.applyAsLong(word);
      slots[slot(wordHash)] = wordHash;
      long key = WordTable.key(word);
      if (key > 0) {
        int slot = slotOfKey(key);
        keys[slot] = key;
        hashes[slot] = wordHash;
      }
    }
  }

  /** Where the key is, or may be put. */
  private int slotOfKey(long key) {
    int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 32) & (keys.length - 1);
    while (keys[slot] != 0 && keys[slot] != key) {
      slot = (slot + 1) & (keys.length - 1);
    }
    return slot;
  }

  /** The entry of a word by its {@link WordTable#key}, which holds all letters; or UNKNOWN. */
  int find(long key) {
    int slot = slotOfKey(key);
    return keys[slot] == 0 ? UNKNOWN : slot;
  }

  /** The hash of the word of an entry. */
  long hash(int entry) {
    return hashes[entry];
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
