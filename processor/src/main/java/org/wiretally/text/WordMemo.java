package org.wiretally.text;

import java.util.Arrays;

/**
 * What a reader has found out about words, by their {@link WordTable#key}: for some thousands of
 * words, which are nearly all of a text's, so that a word's hash and what the tables say of it lie
 * at one place of memory. Not thread-safe: each thread has its own.
 *
 * <p>What is kept of a word must follow from the word alone, so that no answer depends on what was
 * read before. Of two words that share a place the first stays, for it is the likelier to be
 * common; all others that share it take turns in the place behind.
 *
 * <p>It is small because what counts is how little of the nearest caches it takes: with twice as
 * many places two in a hundred words more are known, and each is found later.
 */
public final class WordMemo {
  /** Of the number of places, which hold two words each. */
  private static final int BITS = 12;

  /** Of a free place; of no word, for a key below 0 has zeros behind its sign. */
  private static final long FREE = -1;

  /** By entry the key and behind it the value. */
  private final long[] entries = new long[2 * ((2 << BITS) + 1)];

  private final short[] notes = new short[entries.length / 2];

  public WordMemo() {
    Arrays.fill(entries, FREE);
  }

  /**
   * Where a word is, or {@link WordTable#UNKNOWN}.
   *
   * @param key as the table of words makes it; no word with one below 0, which is a hash that other
   *     words may share, is known
   */
  public int find(long key) {
    int entry = place(key);
    if (entries[entry] == key) {
      return entry;
    }
    return entries[entry + 2] == key ? entry + 2 : WordTable.UNKNOWN;
  }

  /**
   * Where each run is, as {@link #find(long)} tells. Looked up one after another with nothing in
   * between, they are fetched from memory at the same time.
   */
  public void find(Runs runs, int[] found) {
    for (int k = 0; k < runs.count(); k++) {
      found[k] = find(runs.key(k));
    }
  }

  /** Whether a word is there, which may have given way to another since it was found. */
  public boolean holds(int at, long key) {
    return at != WordTable.UNKNOWN && entries[at] == key;
  }

  /**
   * Keeps what was found out about a word that is not known.
   *
   * @return where; of a word with a key below 0 it lasts until the next such word
   */
  public int add(long key, long value, short note) {
    int entry = entries.length - 2;
    if (key >= 0) {
      entry = place(key);
      if (entries[entry] != FREE) {
        entry += 2;
      }
      entries[entry] = key;
    }
    entries[entry + 1] = value;
    notes[entry >>> 1] = note;
    return entry;
  }

  public long value(int at) {
    return entries[at + 1];
  }

  public short note(int at) {
    return notes[at >>> 1];
  }

  private static int place(long key) {
    return (int) ((key * 0x9E3779B97F4A7C15L) >>> (Long.SIZE - BITS)) << 2;
  }
}
