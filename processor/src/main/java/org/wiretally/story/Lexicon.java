package org.wiretally.story;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The fixed tables: event types and how common words are. Immutable once loaded. */
final class Lexicon {
  static final Lexicon STANDARD = load();

  /** How much a word that is not in the table weighs: it is in fewer than 4 of 1,000 events. */
  private static final double RARE = Math.log(1000 / 3.0);

  private final Map<String, Double> weights;
  private final Map<String, List<String>> typesOfWord;
  private final Map<String, String> labels;

  private Lexicon(
      Map<String, Double> weights,
      Map<String, List<String>> typesOfWord,
      Map<String, String> labels) {
    this.weights = weights;
    this.typesOfWord = typesOfWord;
    this.labels = labels;
  }

  /** Logarithm of 1,000 over the events in 1,000 that have the stem: 0 (all) to 5.8. */
  double weight(String stem) {
    return weights.getOrDefault(stem, RARE);
  }

  boolean common(String stem) {
    return weights.containsKey(stem);
  }

  /** The event types that the stem speaks for. */
  List<String> types(String stem) {
    return typesOfWord.getOrDefault(stem, List.of());
  }

  /** What a person calls the event type. */
  String label(String type) {
    return labels.getOrDefault(type, type);
  }

  private static Lexicon load() {
    Map<String, Double> weights = new HashMap<>();
    for (String[] row : rows("words.tsv", 2)) {
      weights.put(row[0], Math.log(1000.0 / Math.max(1, Integer.parseInt(row[1]))));
    }
    Map<String, List<String>> types = new HashMap<>();
    Map<String, String> labels = new HashMap<>();
    for (String[] row : rows("types.tsv", 3)) {
      labels.put(row[0], row[1]);
      for (String word : row[2].split(" ", -1)) {
        types.computeIfAbsent(Terms.stem(word), w -> new ArrayList<>()).add(row[0]);
      }
    }
    types.replaceAll((word, list) -> List.copyOf(list));
    return new Lexicon(Map.copyOf(weights), Map.copyOf(types), Map.copyOf(labels));
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
