package org.wiretally.place;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wiretally.article.Span;
import org.wiretally.place.Gazetteer.Kind;
import org.wiretally.place.Gazetteer.Meaning;
import org.wiretally.place.Gazetteer.Name;

/**
 * Reads where an article plays.
 *
 * <p>Names are found by longest match. A name with more than one meaning takes the one that the
 * rest of the article supports: a region or country beside it ("Baton Rouge, Louisiana"), then
 * regions and countries named elsewhere, then size. Names that are everyday words or parts of
 * people's names need support. Among countries the summed weight of the mentions decides, where
 * dateline, title and lead weigh most; within the country, regions and towns alike.
 *
 * <p>Immutable and thread-safe.
 */
public final class PlaceReader {
  /** Words that a name of an unlisted place has at most. */
  private static final int LONGEST_UNLISTED = 3;

  /** Characters of the text that are read: what comes later is background. */
  static final int READ = 6_000;

  private static final int LEAD = 320;
  private static final int BODY = 1_520;
  private static final int DATELINE_PARAGRAPHS = 6;
  private static final double SURE_PRIOR = Math.log(1 + 100.0);
  private static final double SURE_MARGIN = 2.0;

  /** Towns of a million or more are meant even behind an unknown capitalised word. */
  private static final double LARGE_PRIOR = Math.log(1 + 1_000.0);

  /** Towns below some 20,000 people need support from the article. */
  private static final double SMALL_PRIOR = Math.log(1 + 20.0);

  private static final PlaceReader WORLD =
      new PlaceReader(Gazetteer.load(), Gazetteer.contexts(), Gazetteer.givenNames());

  private final Gazetteer gazetteer;
  private final Set<String> prepositions;
  private final Set<String> within;
  private final Set<String> times;
  private final Set<String> before;
  private final Set<String> institutions;
  private final Set<String> counties;
  private final Set<String> elsewhere;
  private final Set<String> givenNames;

  private PlaceReader(
      Gazetteer gazetteer, Map<String, Set<String>> contexts, Set<String> givenNames) {
    this.gazetteer = gazetteer;
    this.prepositions = contexts.getOrDefault("preposition", Set.of());
    this.within = contexts.getOrDefault("within", Set.of());
    this.times = contexts.getOrDefault("time", Set.of());
    this.before = contexts.getOrDefault("before", Set.of());
    this.institutions = contexts.getOrDefault("institution", Set.of());
    this.counties = contexts.getOrDefault("county", Set.of());
    this.elsewhere = contexts.getOrDefault("else", Set.of());
    this.givenNames = givenNames;
  }

  /** The reader with the whole gazetteer, loaded once. */
  public static PlaceReader world() {
    return WORLD;
  }

  /**
   * A name found in the text, not yet resolved.
   *
   * @param name folded, as the gazetteer lists it; empty where it cannot be a person's
   * @param qualified the place where the words beside the name settle it
   * @param supportedByWord a preposition or an office beside it says that a place is meant
   */
  private record Found(
      int to,
      String name,
      List<Meaning> meanings,
      @Nullable Place qualified,
      Evidence evidence,
      boolean inTitle,
      Span span,
      double factor,
      boolean supportedByWord) {}

  /** The places of an article; title null where the source delivers none. */
  public PlaceReading read(@Nullable String title, String text) {
    List<Found> found = new ArrayList<>();
    Set<String> people = new HashSet<>();
    Set<String> unlisted = new LinkedHashSet<>();
    if (title != null) {
      find(title, true, found, people, unlisted);
    }
    find(text, false, found, people, unlisted);
    Map<String, Double> support = support(found);
    Map<Place, List<PlaceMention>> mentions = new LinkedHashMap<>();
    for (Found f : found) {
      Place place = people.contains(f.name()) ? null : resolve(f, support);
      if (place != null) {
        mentions
            .computeIfAbsent(place, p -> new ArrayList<>())
            .add(new PlaceMention(place, f.span(), f.evidence(), weight(f)));
      } else if (f.supportedByWord() && f.evidence().opens() && !f.name().isEmpty()) {
        unlisted.add(f.name());
      }
    }
    return rank(mentions, unlisted.stream().limit(PlaceReading.MOST).toList());
  }

  private static double weight(Found f) {
    return f.evidence().weight() * f.factor();
  }

  // -------------------------------------------------------------- finding

  private void find(
      String text, boolean title, List<Found> found, Set<String> people, Set<String> unlisted) {
    Tokens tokens = Tokens.of(text, READ);
    boolean headlineCase = title && capitalised(tokens) * 10 > tokens.count() * 6;
    int i = 0;
    while (i < tokens.count()) {
      if (!tokens.capitalised(i)) {
        i++;
        continue;
      }
      Found town = townBeforeRegion(tokens, i, title);
      Name name = town == null ? longest(tokens, i) : null;
      if (town != null) {
        found.add(town);
        i = town.to();
      } else if (name == null) {
        i = unlisted(tokens, i, title, unlisted);
      } else {
        Found f = judge(tokens, i, name, title, headlineCase, people);
        if (f != null) {
          found.add(f);
          i = f.to();
        } else {
          i += name.words().size();
        }
      }
    }
  }

  /** Notes an unknown name where a place is told: "in Zwaloro". Returns the word to go on with. */
  private int unlisted(Tokens tokens, int i, boolean title, Set<String> unlisted) {
    if (i > 0 && tokens.capitalised(i - 1) && tokens.touchesNext(i - 1)) {
      return i + 1;
    }
    int last = i;
    while (last + 1 < tokens.count()
        && last - i < LONGEST_UNLISTED
        && tokens.capitalised(last + 1)
        && tokens.touchesNext(last)) {
      last++;
    }
    boolean told =
        evidence(tokens, i, last + 1, title).opens()
            && ((i > 0 && within.contains(tokens.folded(i - 1)))
                || evidence(tokens, i, last + 1, title) == Evidence.DATELINE);
    String name = joined(tokens, i, last);
    if (told && last - i < LONGEST_UNLISTED && !times.contains(tokens.folded(i))) {
      unlisted.add(name);
    }
    return i + 1;
  }

  private static String joined(Tokens tokens, int from, int last) {
    StringBuilder name = new StringBuilder(tokens.folded(from));
    for (int i = from + 1; i <= last; i++) {
      name.append(' ').append(tokens.folded(i));
    }
    return name.toString();
  }

  private static int capitalised(Tokens tokens) {
    int n = 0;
    for (int i = 0; i < tokens.count(); i++) {
      if (tokens.capitalised(i)) {
        n++;
      }
    }
    return n;
  }

  private @Nullable Name longest(Tokens tokens, int i) {
    for (Name name : gazetteer.startingWith(tokens.folded(i))) {
      if (matches(tokens, i, name)) {
        return name;
      }
    }
    return null;
  }

  private static boolean matches(Tokens tokens, int i, Name name) {
    List<String> words = name.words();
    if (i + words.size() > tokens.count()) {
      return false;
    }
    Meaning meaning = name.meanings().get(0);
    if (meaning.exact()) {
      if (!tokens.text().startsWith(name.written(), tokens.start(i))) {
        return false;
      }
      int end = tokens.start(i) + name.written().length();
      boolean whole =
          end >= tokens.text().length() || !Character.isLetterOrDigit(tokens.text().charAt(end));
      return whole && (!meaning.afterComma() || afterComma(tokens, i));
    }
    for (int k = 1; k < words.size(); k++) {
      if (!words.get(k).equals(tokens.folded(i + k))
          || tokens.start(i + k) - tokens.end(i + k - 1) > 2) {
        return false;
      }
    }
    return true;
  }

  private static boolean afterComma(Tokens tokens, int i) {
    return i > 0
        && tokens.capitalised(i - 1)
        && tokens.text().substring(tokens.end(i - 1), tokens.start(i)).strip().equals(",");
  }

  /** "Eureka, Texas": a town that only its region makes one, gazetteer or not. */
  private @Nullable Found townBeforeRegion(Tokens tokens, int i, boolean title) {
    int last = i;
    while (last < i + 3 && last + 1 < tokens.count() && !commaFollows(tokens, last)) {
      if (!tokens.capitalised(last + 1) || tokens.start(last + 1) - tokens.end(last) > 2) {
        return null;
      }
      last++;
    }
    if (last + 1 >= tokens.count() || !commaFollows(tokens, last)) {
      return null;
    }
    if (!tokens.capitalised(last + 1)) {
      return null;
    }
    Name region = longest(tokens, last + 1);
    if (region == null) {
      return null;
    }
    for (Meaning meaning : region.meanings()) {
      boolean abroad = meaning.kind() == Kind.COUNTRY;
      if (meaning.kind() != Kind.REGION && !abroad) {
        continue;
      }
      Place within = meaning.place();
      Place known = townWithin(tokens, i, last, within);
      if (known == null && (abroad || !within.country().equals("US"))) {
        continue; // lists of countries look like this too
      }
      if (known == null && (tokens.opensSentence(i) && !tokens.allCapitals(i))) {
        continue;
      }
      String first = tokens.folded(i);
      if (known == null
          && (before.contains(first)
              || prepositions.contains(first)
              || counties.contains(tokens.folded(last)))) {
        continue;
      }
      Place place =
          known != null
              ? known
              : new Place(within.country(), within.region(), title(tokens, i, last));
      int to = last + 1 + region.words().size();
      Evidence evidence = evidence(tokens, i, to, title);
      return new Found(to, "", List.of(), place, evidence, title, span(tokens, i, last), 1.5, true);
    }
    return null;
  }

  private static boolean commaFollows(Tokens tokens, int i) {
    return tokens.end(i) < tokens.text().length()
        && tokens.text().charAt(tokens.end(i)) == ','
        && i + 1 < tokens.count()
        && tokens.start(i + 1) - tokens.end(i) <= 2;
  }

  private @Nullable Place townWithin(Tokens tokens, int from, int last, Place within) {
    for (Name name : gazetteer.startingWith(tokens.folded(from))) {
      if (name.words().size() != last - from + 1 || !matches(tokens, from, name)) {
        continue;
      }
      for (Meaning meaning : name.meanings()) {
        if (meaning.kind() == Kind.CITY && within.contains(meaning.place())) {
          return meaning.place();
        }
      }
    }
    return null;
  }

  private static String title(Tokens tokens, int from, int last) {
    StringBuilder name = new StringBuilder();
    for (int i = from; i <= last; i++) {
      String word = tokens.folded(i);
      if (i > from) {
        name.append(' ');
      }
      name.append(Character.toUpperCase(word.charAt(0))).append(word, 1, word.length());
    }
    return name.toString();
  }

  private static Span span(Tokens tokens, int from, int last) {
    return new Span(tokens.start(from), tokens.end(last));
  }

  // -------------------------------------------------------------- judging one name

  private @Nullable Found judge(
      Tokens tokens, int i, Name name, boolean title, boolean headlineCase, Set<String> people) {
    int last = i + name.words().size() - 1;
    Evidence evidence = evidence(tokens, i, last + 1, title);
    Meaning first = name.meanings().get(0);
    boolean preposition = i > 0 && prepositions.contains(tokens.folded(i - 1));
    boolean dateline = evidence == Evidence.DATELINE;
    boolean sentenceStart = tokens.opensSentence(i);
    double factor = first.kind() == Kind.DEMONYM ? 0.6 : 1;
    boolean supported = dateline || preposition;

    if (!dateline && last + 1 < tokens.count()) {
      String next = tokens.folded(last + 1);
      if (tokens.touchesNext(last)) {
        if (counties.contains(next)) {
          factor *= 0.5;
        } else if (institutions.contains(next)) {
          factor *= 0.9;
          supported = true;
        } else if (tokens.capitalised(last + 1)) {
          if (elsewhere.contains(next)) {
            return null;
          }
          boolean personal =
              givenNames.contains(tokens.folded(i)) || (first.kind() == Kind.CITY && !preposition);
          if (personal && !headlineCase && first.kind() != Kind.DEMONYM) {
            return null;
          }
        }
      }
    }
    if (!dateline && i > 0 && tokens.touchesNext(i - 1) && tokens.capitalised(i - 1)) {
      String previous = tokens.folded(i - 1);
      boolean allowed =
          preposition
              || before.contains(previous)
              || institutions.contains(previous)
              || headlineCase
              || namesCountryOrRegion(previous);
      boolean large = first.kind() == Kind.COUNTRY || first.prior() > LARGE_PRIOR;
      if (!allowed
          && first.kind() != Kind.DEMONYM
          && (!large || givenNames.contains(tokens.folded(i)))) {
        people.add(name.written());
        return null;
      }
    }
    if (first.word() && !supported && (sentenceStart || headlineCase || last == i)) {
      return null;
    }
    return new Found(
        last + 1,
        evidence == Evidence.DATELINE ? "" : name.written(),
        name.meanings(),
        null,
        evidence,
        title,
        span(tokens, i, last),
        factor,
        supported);
  }

  private boolean namesCountryOrRegion(String word) {
    List<Name> names = gazetteer.startingWith(word);
    return !names.isEmpty() && names.get(0).meanings().get(0).kind() != Kind.CITY;
  }

  private static Evidence evidence(Tokens tokens, int from, int to, boolean title) {
    if (title) {
      return Evidence.TITLE;
    }
    int start = tokens.start(from);
    if (start < BODY && opensParagraph(tokens, from) && dashFollows(tokens, from, to)) {
      return Evidence.DATELINE;
    }
    return start < LEAD ? Evidence.LEAD : start < BODY ? Evidence.BODY : Evidence.TAIL;
  }

  private static boolean opensParagraph(Tokens tokens, int i) {
    if (i == 0) {
      return true;
    }
    String text = tokens.text();
    for (int k = tokens.start(i) - 1; k >= 0; k--) {
      char c = text.charAt(k);
      if (c == '\n') {
        int paragraphs = 0;
        for (int m = 0; m < k; m++) {
          if (text.charAt(m) == '\n') {
            paragraphs++;
          }
        }
        return paragraphs <= 2 * DATELINE_PARAGRAPHS;
      }
      if (Character.isLetterOrDigit(c)) {
        return false;
      }
    }
    return true;
  }

  /** Whether the agency's dash follows: "CAIRO (AP) --", "LONDON, Jan. 3 -". */
  private static boolean dashFollows(Tokens tokens, int from, int to) {
    String text = tokens.text();
    boolean capitals = tokens.allCapitals(from);
    boolean bracket = false;
    int start = tokens.end(to - 1);
    int limit = Math.min(text.length(), start + 60);
    for (int k = start; k < limit; k++) {
      char c = text.charAt(k);
      if (c == '\u2014' || c == '\u2013') {
        return capitals || bracket || k - start < 4;
      }
      if (c == '-' && k > start && (isBlank(text, k - 1) || text.charAt(k - 1) == '-')) {
        return capitals || bracket;
      }
      if (c == '-'
          && k + 1 < text.length()
          && (isBlank(text, k + 1) || text.charAt(k + 1) == '-')) {
        return capitals || bracket;
      }
      if (c == '(') {
        bracket = true;
      }
      if (c == '\n' || c == ';' || c == '"' || c == '?' || c == '!') {
        return false;
      }
    }
    return false;
  }

  private static boolean isBlank(String text, int k) {
    char c = text.charAt(k);
    return c == ' ' || c == ')' || c == '.';
  }

  // -------------------------------------------------------------- resolving

  /** How strongly regions and countries are named by mentions that leave no doubt. */
  private static Map<String, Double> support(List<Found> found) {
    Map<String, Double> support = new HashMap<>();
    for (Found f : found) {
      Place place = f.qualified();
      if (place == null && unambiguous(f.meanings())) {
        place = f.meanings().get(0).place();
      }
      if (place != null) {
        support.merge(place.country(), weight(f), Double::sum);
        if (place.region() != null) {
          support.merge(place.country() + "/" + place.region(), weight(f), Double::sum);
        }
      }
    }
    return support;
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

  private static @Nullable Place resolve(Found f, Map<String, Double> support) {
    if (f.qualified() != null) {
      return f.qualified();
    }
    Meaning best = null;
    double most = Double.NEGATIVE_INFINITY;
    for (Meaning m : f.meanings()) {
      double score = m.prior() + backing(m.place(), support, f);
      if (score > most) {
        most = score;
        best = m;
      }
    }
    if (best == null) {
      return null;
    }
    double backing = backing(best.place(), support, f);
    boolean small = best.kind() == Kind.CITY && best.prior() < SMALL_PRIOR;
    if (small && f.evidence() != Evidence.DATELINE && (backing < 2 || !f.supportedByWord())) {
      return null;
    }
    if (best.word() && f.evidence() != Evidence.DATELINE && backing < 2) {
      return null;
    }
    return best.place();
  }

  private static double backing(Place place, Map<String, Double> support, Found f) {
    double country = support.getOrDefault(place.country(), 0.0);
    double region =
        place.region() == null
            ? 0
            : support.getOrDefault(place.country() + "/" + place.region(), 0.0);
    if (f.qualified() == null && unambiguous(f.meanings())) {
      country -= weight(f); // a mention does not back itself
      region -= place.region() == null ? 0 : weight(f);
    }
    return 2 * Math.min(1, Math.max(0, country) / 3) + 3 * Math.min(1, Math.max(0, region) / 2);
  }

  // -------------------------------------------------------------- ranking

  private static PlaceReading rank(Map<Place, List<PlaceMention>> mentions, List<String> unlisted) {
    if (mentions.isEmpty()) {
      return new PlaceReading(null, List.of(), List.of(), unlisted);
    }
    List<RankedPlace> places = ranked(mentions);
    Map<Place, List<PlaceMention>> byCountry = new LinkedHashMap<>();
    mentions.forEach(
        (place, list) ->
            byCountry
                .computeIfAbsent(Place.country(place.country()), c -> new ArrayList<>())
                .addAll(list));
    List<RankedPlace> countries = ranked(byCountry);
    return new PlaceReading(
        main(countries.get(0).place().country(), places),
        countries.subList(0, Math.min(countries.size(), PlaceReading.MOST)),
        places.subList(0, Math.min(places.size(), PlaceReading.MOST)),
        unlisted);
  }

  private static Place main(String country, List<RankedPlace> places) {
    Map<String, Double> regions = new LinkedHashMap<>();
    for (RankedPlace p : places) {
      if (p.place().country().equals(country) && p.place().region() != null) {
        regions.merge(p.place().region(), p.weight(), Double::sum);
      }
    }
    @Nullable String region = null;
    double most = 0;
    for (Map.Entry<String, Double> entry : regions.entrySet()) {
      if (entry.getValue() > most) {
        most = entry.getValue();
        region = entry.getKey();
      }
    }
    for (RankedPlace p : places) {
      Place place = p.place();
      if (place.country().equals(country)
          && place.city() != null
          && (region == null || region.equals(place.region()))) {
        return place;
      }
    }
    return new Place(country, region, null);
  }

  private static List<RankedPlace> ranked(Map<Place, List<PlaceMention>> mentions) {
    List<RankedPlace> list = new ArrayList<>();
    mentions.forEach(
        (place, of) -> {
          double sum = 0;
          for (PlaceMention mention : of) {
            sum += mention.weight();
          }
          list.add(new RankedPlace(place, sum, of));
        });
    // Ties go to the place named first: the sort is stable, the map in order of mention.
    list.sort(Comparator.comparingDouble(RankedPlace::weight).reversed());
    return list;
  }
}
