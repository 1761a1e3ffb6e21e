package org.wiretally.figures;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wiretally.text.Lexer;
import org.wiretally.text.WordTable;

/**
 * The words and phrases of one language, as a trie over word ids. Immutable, thread-safe.
 *
 * <p>The trie's edges lie in one open-addressing table from (node, word) to node, so that a text is
 * matched without making an object.
 */
final class Lexicon {
  private static final int ROOT = 0;

  private final WordTable words;
  private final Lexer lexer;
  private final long[] edges;
  private final int[] targets;
  private final @Nullable Term[] terms;
  private final int mask;

  /** By word: its own term, null where it is only a part of phrases. */
  private final @Nullable Term[] own;

  /**
   * By word, what is asked of every one: the {@link Term#look} of its own term, and above that the
   * node of the phrases that it opens, the root where it opens none.
   */
  private final long[] entries;

  /** By word: whether a phrase goes on with it. */
  private final boolean[] inner;

  /**
   * By node: a bit for each word that goes on from there, by its last six bits. Most words that may
   * open a phrase are followed by one that does not continue it, which one look here tells.
   */
  private final long[] continuations;

  private final boolean jointAfterTens;

  private Lexicon(LexiconFiles files) {
    Map<String, Integer> ids = new LinkedHashMap<>();
    for (String phrase : files.terms().keySet()) {
      for (String word : phrase.split(" ", -1)) {
        ids.putIfAbsent(word, ids.size());
      }
    }
    words = new WordTable(ids.keySet());
    Map<Long, Integer> tree = new LinkedHashMap<>();
    List<@Nullable Term> nodes = new ArrayList<>();
    nodes.add(null);
    Set<String> abbreviations = new HashSet<>();
    for (Term term : files.terms().values()) {
      term.close();
      int node = ROOT;
      for (String word : term.phrase.split(" ", -1)) {
        long edge = edge(node, ids.getOrDefault(word, 0));
        Integer next = tree.get(edge);
        if (next == null) {
          next = nodes.size();
          nodes.add(null);
          tree.put(edge, next);
        }
        node = next;
      }
      if (term.onlyAbbreviates()) {
        abbreviations.add(term.phrase);
      } else {
        nodes.set(node, term);
      }
    }
    terms = nodes.toArray(new Term[0]);
    int size = Integer.highestOneBit(tree.size() * 3) * 2;
    mask = size - 1;
    edges = new long[size];
    targets = new int[size];
    for (Map.Entry<Long, Integer> entry : tree.entrySet()) {
      int slot = spread(entry.getKey()) & mask;
      while (targets[slot] != 0) {
        slot = (slot + 1) & mask;
      }
      edges[slot] = entry.getKey();
      targets[slot] = entry.getValue();
    }
    BitSet going = new BitSet(terms.length);
    inner = new boolean[words.size()];
    continuations = new long[terms.length];
    for (long edge : tree.keySet()) {
      int node = (int) (edge >>> 32);
      going.set(node);
      inner[(int) edge] |= node != ROOT;
      continuations[node] |= 1L << (int) edge;
    }
    own = new Term[words.size()];
    entries = new long[words.size()];
    for (int word = 0; word < entries.length; word++) {
      int node = target(ROOT, word);
      Term term = terms[node];
      own[word] = term;
      long opening = going.get(node) ? node : ROOT;
      entries[word] = (opening << 32) | Integer.toUnsignedLong(look(term));
    }
    jointAfterTens = files.setting("joint-after") == 't';
    lexer =
        new Lexer(
            words,
            id -> {
              Term term = own(id);
              return (term != null && term.is(Tag.ABBREVIATION))
                  || abbreviations.contains(words.word(id));
            },
            id -> {
              Term term = own(id);
              return term != null && term.is(Tag.GLUED);
            },
            files.setting("digit-group"),
            files.setting("decimal"));
  }

  static Lexicon of(Language language) {
    return new Lexicon(LexiconFiles.read(language));
  }

  /** Whether the joint of numerals stands between tens and units; else after hundreds. */
  boolean jointAfterTens() {
    return jointAfterTens;
  }

  Lexer lexer() {
    return lexer;
  }

  int root() {
    return ROOT;
  }

  /** The term of a word alone, or null. */
  @Nullable Term own(int word) {
    return own[word];
  }

  private static int look(@Nullable Term term) {
    return (term == null ? Term.UNKNOWN : term).look;
  }

  /** What is asked of every word of a text, for {@link #look} and {@link #opening}. */
  long entry(int word) {
    return entries[word];
  }

  /** The {@link Term#look} of the word's own term, or of an unknown one where it has none. */
  static int look(long entry) {
    return (int) entry;
  }

  /** The node of the phrases that begin with the word, or the root where none does. */
  static int opening(long entry) {
    return (int) (entry >>> 32);
  }

  /** The node behind a word, or the root where no phrase goes on so. */
  int next(int node, int word) {
    boolean may = inner[word] && (continuations[node] & (1L << word)) != 0;
    return may ? target(node, word) : ROOT;
  }

  private int target(int node, int word) {
    long edge = edge(node, word);
    int slot = spread(edge) & mask;
    while (targets[slot] != 0) {
      if (edges[slot] == edge) {
        return targets[slot];
      }
      slot = (slot + 1) & mask;
    }
    return ROOT;
  }

  @Nullable Term term(int node) {
    return terms[node];
  }

  private static long edge(int node, int word) {
    return ((long) node << 32) | word;
  }

  private static int spread(long edge) {
    long h = edge * 0x9E3779B97F4A7C15L;
    return (int) (h >>> 32);
  }
}
