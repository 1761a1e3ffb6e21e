package org.wiretally.place;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wiretally.text.WordTable;
import org.wiretally.text.Words;

/** The names of the world's places and what they may mean. Immutable once loaded. */
final class Gazetteer {
  /** What a word beside a name says about it, as contexts.tsv tells them apart. */
  enum Context {
    PREPOSITION,
    WITHIN,
    TIME,
    BEFORE,
    INSTITUTION,
    COUNTY,
    ELSE,
    /** The name is a given name or a surname too. */
    GIVEN_NAME;

    @SuppressWarnings("EnumOrdinal") // the bit lives in memory only; no data depends on the order
    private final byte bit = (byte) (1 << ordinal());

    /** Whether it is among those of a word, as {@link Gazetteer#contexts} tells them. */
    boolean in(int contexts) {
      return (contexts & bit) != 0;
    }
  }

  /** What kind of name it is. */
  enum Kind {
    COUNTRY,
    DEMONYM,
    REGION,
    CITY
  }

  /**
   * One meaning of a name.
   *
   * @param prior how much it is meant without any context: the logarithm of the population in
   *     thousands for towns, as much as a town of 3,000,000 for countries
   * @param word also an everyday word
   * @param exact only as written: abbreviations
   * @param afterComma only behind a comma: postal codes and abbreviated states
   * @param country number of its country
   * @param region number of its region among those of all countries, of which none is a country's;
   *     {@link #NO_REGION} where it has none
   */
  record Meaning(
      Place place,
      Kind kind,
      double prior,
      boolean word,
      boolean exact,
      boolean afterComma,
      int country,
      int region) {
    static final int NO_REGION = -1;
  }

  /**
   * A name of one word or more.
   *
   * @param written folded; as it is written where that is how it is told
   * @param words folded
   * @param meanings likeliest first
   * @param unambiguous whether the first meaning is meant whatever stands around it
   */
  record Name(String written, List<String> words, List<Meaning> meanings, boolean unambiguous) {
    Name(String written, List<String> words, List<Meaning> meanings) {
      this(written, List.copyOf(words), List.copyOf(meanings), unambiguous(meanings));
    }

    private static boolean unambiguous(List<Meaning> meanings) {
      Meaning first = meanings.get(0);
      if (first.word()) {
        return false;
      }
      double second = 0;
      for (Meaning m : meanings.subList(1, meanings.size())) {
        boolean within = first.place().contains(m.place()) || m.place().contains(first.place());
        if (!within) {
          second = Math.max(second, m.prior());
        }
      }
      return first.prior() >= SURE_PRIOR && first.prior() - second >= SURE_MARGIN;
    }
  }

  private static final double COUNTRY_PRIOR = 8;
  private static final double REGION_PRIOR = 6.5;
  private static final double CAPITAL_BONUS = 1;
  private static final double SURE_PRIOR = Math.log(1 + 100.0);
  private static final double SURE_MARGIN = 2.0;

  /** First words of names, and words that stand beside names. */
  private final WordTable words;

  /** All names by their first word, longest first. */
  private final Name[] names;

  /** By name: the key of its second word; 0 where it has none. */
  private final long[] seconds;

  /** By name: whether it is one word, written in whatever case. */
  private final boolean[] plain;

  /** By word: the first of the names that begin with it; one more for the end of the last's. */
  private final int[] openings;

  /** By word: what it says of a name beside it, as the bits of {@link Context}. */
  private final byte[] contexts;

  private Gazetteer(Map<String, List<Name>> byFirstWord, Map<Context, Set<String>> byContext) {
    Set<String> distinct = new LinkedHashSet<>(byFirstWord.keySet());
    byContext.values().forEach(distinct::addAll);
    words = new WordTable(distinct);
    openings = new int[words.size() + 1];
    contexts = new byte[words.size()];
    List<Name> all = new ArrayList<>();
    for (int id = 0; id < words.size(); id++) {
      String word = words.word(id);
      all.addAll(byFirstWord.getOrDefault(word, List.of()));
      openings[id + 1] = all.size();
      for (Map.Entry<Context, Set<String>> context : byContext.entrySet()) {
        if (context.getValue().contains(word)) {
          contexts[id] |= context.getKey().bit;
        }
      }
    }
    names = all.toArray(new Name[0]);
    plain = new boolean[names.length];
    for (int k = 0; k < names.length; k++) {
      plain[k] = names[k].words().size() == 1 && !names[k].meanings().get(0).exact();
    }
    seconds =
        all.stream()
            .mapToLong(name -> name.words().size() > 1 ? WordTable.key(name.words().get(1)) : 0)
            .toArray();
  }

  /** Names that begin with word i, longest first. */
  List<Name> startingWith(Words text, int i) {
    int id = text.find(i, words);
    return id == WordTable.UNKNOWN
        ? List.of()
        : Arrays.asList(names).subList(openings[id], openings[id + 1]);
  }

  /** The longest name that begins with word i and is written there, null where there is none. */
  @Nullable Name longest(Words text, int i) {
    int id = text.find(i, words);
    if (id == WordTable.UNKNOWN) {
      return null;
    }
    long next = i + 1 < text.count() ? text.key(i + 1) : 0;
    for (int k = openings[id]; k < openings[id + 1]; k++) {
      // some first words, "San" for one, open names by the hundred
      if (plain[k] || ((seconds[k] == 0 || seconds[k] == next) && writtenAt(text, i, names[k]))) {
        return names[k];
      }
    }
    return null;
  }

  /** Whether the name stands at word i. */
  static boolean writtenAt(Words text, int i, Name name) {
    List<String> own = name.words();
    if (i + own.size() > text.count()) {
      return false;
    }
    Meaning meaning = name.meanings().get(0);
    if (meaning.exact()) {
      return text.text().startsWith(name.written(), text.start(i))
          && wholeAt(text, text.start(i) + name.written().length())
          && (!meaning.afterComma() || afterComma(text, i));
    }
    for (int k = 1; k < own.size(); k++) {
      if (!text.is(i + k, own.get(k)) || text.start(i + k) - text.end(i + k - 1) > 2) {
        return false;
      }
    }
    return true;
  }

  private static boolean wholeAt(Words text, int end) {
    return end >= text.text().length() || !Character.isLetterOrDigit(text.text().charAt(end));
  }

  private static boolean afterComma(Words text, int i) {
    return i > 0
        && text.capitalised(i - 1)
        && text.text().substring(text.end(i - 1), text.start(i)).strip().equals(",");
  }

  /** Whether word i says this of a name beside it. */
  boolean is(Words text, int i, Context context) {
    return context.in(contexts(text, i));
  }

  /** All that word i says of a name beside it, for {@link Context#in}. */
  int contexts(Words text, int i) {
    int id = text.find(i, words);
    return id == WordTable.UNKNOWN ? 0 : contexts[id];
  }

  /** Reads the data files beside this class. */
  static Gazetteer load() {
    Builder builder = new Builder();
    for (String[] row : rows("countries.tsv", 2)) {
      builder.add(row[1], Place.country(row[0]), Kind.COUNTRY, COUNTRY_PRIOR, false, false);
    }
    for (String[] row : rows("demonyms.tsv", 3)) {
      Place country = Place.country(row[0]);
      for (String name : alternatives(row[1])) {
        builder.add(name, country, Kind.COUNTRY, COUNTRY_PRIOR, false, false);
      }
      for (String name : alternatives(row[2])) {
        builder.add(name, country, Kind.DEMONYM, COUNTRY_PRIOR, false, false);
        if (!name.endsWith("s") && !name.endsWith("h")) {
          builder.add(name + "s", country, Kind.DEMONYM, COUNTRY_PRIOR, false, false);
        }
      }
    }
    builder.add("US", Place.country("US"), Kind.COUNTRY, COUNTRY_PRIOR, false, false);
    builder.add("UK", Place.country("GB"), Kind.COUNTRY, COUNTRY_PRIOR, false, false);
    for (String[] row : rows("regions.tsv", 3)) {
      Place region = new Place(row[0], row[1], null);
      builder.add(row[1], region, Kind.REGION, REGION_PRIOR, !row[2].isEmpty(), false);
    }
    for (String[] row : rows("cities.tsv", 5)) {
      Place city = new Place(row[0], row[1].isEmpty() ? null : row[1], row[2]);
      double prior =
          Math.log(1 + Integer.parseInt(row[3])) + (row[4].contains("c") ? CAPITAL_BONUS : 0);
      builder.add(row[2], city, Kind.CITY, prior, row[4].contains("w"), false);
    }
    for (String[] row : rows("aliases.tsv", 4)) {
      boolean region = row[2].isEmpty();
      Place place = new Place(row[0], row[1], region ? null : row[2]);
      for (String name : alternatives(row[3])) {
        boolean short2 = region && (name.endsWith(".") || name.length() == 2);
        builder.add(name, place, region ? Kind.REGION : Kind.CITY, REGION_PRIOR + 1, false, short2);
      }
    }
    return new Gazetteer(builder.build(), contexts());
  }

  /** The words that say something of a name beside them. */
  private static Map<Context, Set<String>> contexts() {
    Map<Context, Set<String>> words = new EnumMap<>(Context.class);
    for (String[] row : rows("contexts.tsv", 2)) {
      Context context = Context.valueOf(row[0].toUpperCase(Locale.ROOT));
      words.put(context, new LinkedHashSet<>(Arrays.asList(row[1].split(" "))));
    }
    Set<String> given = new LinkedHashSet<>();
    for (String[] row : rows("given-names.txt", 1)) {
      given.addAll(Arrays.asList(row[0].split(" ")));
    }
    words.put(Context.GIVEN_NAME, given);
    return words;
  }

  private static List<String> alternatives(String cell) {
    return cell.isEmpty() ? List.of() : Arrays.asList(cell.split("\\|"));
  }

  private static List<String[]> rows(String file, int columns) {
    List<String[]> rows = new ArrayList<>();
    try (InputStream in = Gazetteer.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(
            file + " is missing beside " + Gazetteer.class.getName() + ": build the jar anew");
      }
      BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (@Nullable String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (line.isEmpty() || line.startsWith("#")) {
          continue;
        }
        String[] row = line.split("\t", -1);
        if (row.length != columns) {
          throw new IllegalStateException(
              file + ": '" + line + "' has " + row.length + " columns, " + columns + " are needed");
        }
        rows.add(row);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
    return rows;
  }

  private static final class Builder {
    private final Map<String, Map<String, List<Meaning>>> names = new HashMap<>();
    private final Map<String, List<String>> wordsOf = new HashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    void add(String name, Place place, Kind kind, double prior, boolean word, boolean afterComma) {
      Words tokens = Words.of(name, name.length());
      if (tokens.count() == 0) {
        return;
      }
      List<String> words = new ArrayList<>();
      for (int i = 0; i < tokens.count(); i++) {
        words.add(tokens.folded(i));
      }
      boolean exact = (name.indexOf('.') > 0 && name.endsWith(".")) || isCapitals(name);
      String key = exact ? name : String.join(" ", words);
      wordsOf.put(key, words);
      List<Meaning> meanings =
          names
              .computeIfAbsent(words.get(0), w -> new HashMap<>())
              .computeIfAbsent(key, k -> new ArrayList<>());
      for (Meaning meaning : meanings) {
        if (meaning.place().equals(place) && meaning.kind() == kind) {
          return;
        }
      }
      meanings.add(
          new Meaning(
              place,
              kind,
              prior,
              word,
              exact,
              afterComma,
              number(place.country()),
              place.region() == null
                  ? Meaning.NO_REGION
                  : number(place.country() + "/" + place.region())));
    }

    private int number(String area) {
      return numbers.computeIfAbsent(area, a -> numbers.size());
    }

    private static boolean isCapitals(String name) {
      return name.length() <= 4 && name.chars().allMatch(Character::isUpperCase);
    }

    Map<String, List<Name>> build() {
      Map<String, List<Name>> result = new HashMap<>();
      names.forEach(
          (first, byKey) -> {
            List<Name> list = new ArrayList<>();
            byKey.forEach(
                (key, meanings) -> {
                  meanings.sort(Comparator.comparingDouble(Meaning::prior).reversed());
                  List<String> words = wordsOf.get(key);
                  if (words != null) {
                    list.add(new Name(key, words, meanings));
                  }
                });
            list.sort(
                Comparator.comparingInt((Name n) -> -n.words().size())
                    .thenComparing(n -> n.meanings().get(0).exact() ? 0 : 1)
                    .thenComparing(Name::written));
            result.put(first, List.copyOf(list));
          });
      return Map.copyOf(result);
    }
  }
}
