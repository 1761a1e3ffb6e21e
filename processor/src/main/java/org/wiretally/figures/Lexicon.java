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

  /** By word, and before the first for words that are none of them: its own term. */
  private final Term[] own;

  /**
   * As {@link #own}, what is asked of every one: the {@link Term#look} of its own term, above that
   * its node as a first word, and as the sign whether a phrase goes on with it.
   */
  private final long[] entries;

  /**
   * By node but the root: a bit for each word that goes on from there, by its last six bits. Most
   * words that may open a phrase are followed by one that does not continue it.
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
    BitSet inner = new BitSet(words.size());
    continuations = new long[terms.length];
    for (long edge : tree.keySet()) {
      int node = (int) (edge >>> 32);
      if (node != ROOT) {
        inner.set((int) edge);
        continuations[node] |= 1L << (int) edge;
      }
    }
    own = new Term[words.size() + 1];
    entries = new long[own.length];
    own[0] = Term.UNKNOWN;
    entries[0] = Term.UNKNOWN.look;
    for (int word = 0; word < words.size(); word++) {
      int node = target(ROOT, word);
      Term term = terms[node];
      own[word + 1] = term == null ? Term.UNKNOWN : term;
      entries[word + 1] =
          (inner.get(word) ? Long.MIN_VALUE : 0)
              | ((long) node << 32)
              | Integer.toUnsignedLong(own[word + 1].look);
    }
    jointAfterTens = files.setting("joint-after") == 't';
    lexer =
        new Lexer(
            words,
            id -> {
              return own(id).is(Tag.ABBREVIATION) || abbreviations.contains(words.word(id));
            },
            id -> own(id).is(Tag.GLUED),
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

  /** The term of a word alone; {@link Term#UNKNOWN} where it has none, or is none. */
  Term own(int word) {
    return own[word + 1];
  }

  /** What is asked of every word of a text, for {@link #look} and {@link #node}. */
  long entry(int word) {
    return entries[word + 1];
  }

  /** The {@link Term#look} of the word's own term, or of an unknown one where it has none. */
  static int look(long entry) {
    return (int) entry;
  }

  /** The node of the word where it stands first, or the root where no phrase opens with it. */
  static int node(long entry) {
    return (int) (entry >>> 32) & Integer.MAX_VALUE;
  }

  /**
   * Whether the word may go on from a node, which of most neighbours is false: one look for what
   * three branches would tell.
   */
  boolean mayGoOn(int node, int word) {
    return ((continuations[node] >>> word) & (entry(word) >>> 63)) != 0;
  }

  /** The node behind a word, or the root where no phrase goes on so. */
  int next(int node, int word) {
    return mayGoOn(node, word) ? target(node, word) : ROOT;
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
