package org.wiretally.story;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The fixed tables: event types and how common words are. Immutable once loaded. */
final class Lexicon {
  /** How much a word that is not in the table weighs: it is in fewer than 4 of 1,000 events. */
  private static final double RARE = Math.log(1000 / 3.0);

  /** Stems of this weight or less are in most events. */
  static final double LEAST_TELLING = 1;

  static final Lexicon STANDARD = load();

  /** The meaning of the stems that are in no table. */
  static final int UNKNOWN = 0;

  /**
   * An open-addressing table at a load of at most three fifths: by slot the stem's hash, and in the
   * other column its meaning, {@link #UNKNOWN} where no stem is.
   */
  private final int[] stems;

  private final short[] meanings;

  /** By meaning. */
  private final boolean[] common;

  private final double[] weights;
  private final int[][] typesOf;
  private final List<String> types;
  private final Map<String, String> labels;

  private Lexicon(
      Map<String, Double> weightOf,
      Map<String, Set<String>> typesOfStem,
      SortedMap<String, String> labels) {
    this.labels = labels;
    types = List.copyOf(labels.keySet());
    Set<String> words = new LinkedHashSet<>(weightOf.keySet());
    words.addAll(typesOfStem.keySet());
    stems = new int[Integer.highestOneBit(words.size() * 5 / 3) * 2];
    meanings = new short[stems.length];
    Map<Meaning, Integer> numbers = new LinkedHashMap<>();
    for (String stem : words) {
      int term = Terms.hash(stem);
      if (meaning(term) != UNKNOWN) {
        throw new IllegalStateException(
            "'" + stem + "' has the hash of another stem of the tables");
      }
      Meaning meaning =
          new Meaning(
              weightOf.containsKey(stem),
              weightOf.getOrDefault(stem, RARE),
              typesOfStem.getOrDefault(stem, Set.of()));
      int entry = free(term);
      stems[entry] = term;
      meanings[entry] = (short) (int) numbers.computeIfAbsent(meaning, m -> numbers.size() + 1);
    }
    if (numbers.size() > Short.MAX_VALUE) {
      throw new IllegalStateException(
          numbers.size() + " pairs of weight and event types; the column has room for fewer");
    }
    common = new boolean[numbers.size() + 1];
    weights = new double[common.length];
    typesOf = new int[common.length][];
    weights[UNKNOWN] = RARE;
    typesOf[UNKNOWN] = new int[0];
    numbers.forEach(
        (meaning, number) -> {
          common[number] = meaning.common();
          weights[number] = meaning.weight();
          typesOf[number] = meaning.types().stream().mapToInt(types::indexOf).toArray();
        });
  }

  /** What the tables say of a stem; a few hundred are shared by all of them. */
  private record Meaning(boolean common, double weight, Set<String> types) {}

  private int free(int term) {
    int slot = term & (stems.length - 1);
    while (meanings[slot] != UNKNOWN) {
      slot = (slot + 1) & (stems.length - 1);
    }
    return slot;
  }

  /**
   * What the tables say of a stem, as a number of some hundreds. A stem in no table is taken for
   * one that is once in some 900,000 stems, for 32-bit hashes are compared.
   */
  int meaning(int term) {
    int slot = term & (stems.length - 1);
    while (meanings[slot] != UNKNOWN) {
      if (stems[slot] == term) {
        return meanings[slot];
      }
      slot = (slot + 1) & (stems.length - 1);
    }
    return UNKNOWN;
  }

  /** Logarithm of 1,000 over the events in 1,000 that have such a stem: 0 (all) to 5.8. */
  double weight(int meaning) {
    return weights[meaning];
  }

  /** Whether such a stem says something of an event: it is not in most, or is of an event type. */
  boolean telling(int meaning) {
    return weights[meaning] > LEAST_TELLING || typesOf[meaning].length > 0;
  }

  /** Whether such a stem is in the table of common words. */
  boolean common(int meaning) {
    return common[meaning];
  }

  /** The event types, as {@link #type} names them, that such a stem speaks for. */
  int[] typesOf(int meaning) {
    return typesOf[meaning];
  }

  /** How many event types there are. */
  int types() {
    return types.size();
  }

  /** The name of an event type; types are numbered by name. */
  String type(int number) {
    return types.get(number);
  }

  /** What a person calls the event type. */
  String label(String type) {
    return labels.getOrDefault(type, type);
  }

  private static Lexicon load() {
    Map<String, Double> weights = new LinkedHashMap<>();
    for (String[] row : rows("words.tsv", 2)) {
      weights.put(row[0], Math.log(1000.0 / Math.max(1, Integer.parseInt(row[1]))));
    }
    Map<String, Set<String>> types = new LinkedHashMap<>();
    SortedMap<String, String> labels = new TreeMap<>();
    for (String[] row : rows("types.tsv", 3)) {
      labels.put(row[0], row[1]);
      for (String word : row[2].split(" ", -1)) {
        types.computeIfAbsent(Terms.stem(word), w -> new LinkedHashSet<>()).add(row[0]);
      }
    }
    return new Lexicon(weights, types, labels);
  }

  private static List<String[]> rows(String file, int columns) {
    List<String[]> rows = new ArrayList<>();
    for (String line : lines(file)) {
      String[] row = line.split("\t", -1);
      if (row.length != columns) {
        throw new IllegalStateException(
            file + ": '" + line + "' has " + row.length + " columns, " + columns + " are needed");
      }
      rows.add(row);
    }
    return rows;
  }

  /** The lines of a data file beside this class, without comments and empty ones. */
  static List<String> lines(String file) {
    try (InputStream in = Lexicon.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(
            file + " is missing beside " + Lexicon.class.getName() + ": build the jar anew");
      }
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
  }
}
