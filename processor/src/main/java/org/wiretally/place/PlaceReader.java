package org.wiretally.place;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wiretally.article.Span;
import org.wiretally.place.Gazetteer.Context;
import org.wiretally.place.Gazetteer.Kind;
import org.wiretally.place.Gazetteer.Meaning;
import org.wiretally.place.Gazetteer.Name;
import org.wiretally.text.ArticleWords;
import org.wiretally.text.Words;

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

  private static final int LEAD = 320;
  private static final int BODY = 1_520;
  private static final int DATELINE_PARAGRAPHS = 6;

  /** Towns of a million or more are meant even behind an unknown capitalised word. */
  private static final double LARGE_PRIOR = Math.log(1 + 1_000.0);

  /** Towns below some 20,000 people need support from the article. */
  private static final double SMALL_PRIOR = Math.log(1 + 20.0);

  private static final PlaceReader WORLD = new PlaceReader(Gazetteer.load());

  private final Gazetteer gazetteer;

  private PlaceReader(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
  }

  /** The reader with the whole gazetteer, loaded once. */
  public static PlaceReader world() {
    return WORLD;
  }

  /**
   * A name found in the text, not yet resolved.
   *
   * @param name folded, as the gazetteer lists it; empty where it cannot be a person's
   * @param unambiguous whether the first meaning is meant whatever stands around it
   * @param qualified the place where the words beside the name settle it
   * @param sure the meaning in whose region and country the mention leaves no doubt that it is
   * @param supportedByWord a preposition or an office beside it says that a place is meant
   */
  private record Found(
      int to,
      String name,
      List<Meaning> meanings,
      boolean unambiguous,
      @Nullable Place qualified,
      @Nullable Meaning sure,
      Evidence evidence,
      boolean inTitle,
      Span span,
      double factor,
      boolean supportedByWord) {}

  /** The places of an article; title null where the source delivers none. */
  public PlaceReading read(@Nullable String title, String text) {
    return read(ArticleWords.of(title, text));
  }

  /** The places of an article whose words were read. */
  public PlaceReading read(ArticleWords article) {
    List<Found> found = new ArrayList<>();
    Set<String> people = new HashSet<>();
    Set<String> unlisted = new LinkedHashSet<>();
    if (article.title() != null) {
      find(article.title(), true, found, people, unlisted);
    }
    find(article.text(), false, found, people, unlisted);
    Support support = Support.of(found);
    Map<Place, List<PlaceMention>> mentions = new LinkedHashMap<>();
    for (Found f : found) {
      boolean person = !people.isEmpty() && people.contains(f.name());
      Place place = person ? null : resolve(f, support);
      if (place != null) {
        mentions
            .computeIfAbsent(place, p -> new ArrayList<>())
            .add(new PlaceMention(place, f.span(), f.evidence(), weight(f)));
      } else if (f.supportedByWord() && f.evidence().opens() && !f.name().isEmpty()) {
        unlisted.add(f.name());
      }
    }
    return rank(
        mentions,
        unlisted.isEmpty() ? List.of() : unlisted.stream().limit(PlaceReading.MOST).toList());
  }

  private static double weight(Found f) {
    return f.evidence().weight() * f.factor();
  }

  // -------------------------------------------------------------- finding

  private void find(
      Words words, boolean title, List<Found> found, Set<String> people, Set<String> unlisted) {
    boolean headlineCase = title && words.capitalised() * 10 > words.count() * 6;
    int i = words.nextCapitalised(0);
    while (i < words.count()) {
      Found town = townBeforeRegion(words, i, title);
      Name name = town == null ? gazetteer.longest(words, i) : null;
      if (town != null) {
        found.add(town);
        i = town.to();
      } else if (name == null) {
        i = unlisted(words, i, title, unlisted);
      } else {
        Found f = judge(words, i, name, title, headlineCase, people);
        if (f != null) {
          found.add(f);
          i = f.to();
        } else {
          i += name.words().size();
        }
      }
      i = words.nextCapitalised(i);
    }
  }

  /** Notes an unknown name where a place is told: "in Zwaloro". Returns the word to go on with. */
  private int unlisted(Words words, int i, boolean title, Set<String> unlisted) {
    if (i > 0 && words.capitalised(i - 1) && words.touchesNext(i - 1)) {
      return i + 1;
    }
    int last = i;
    while (last + 1 < words.count()
        && last - i < LONGEST_UNLISTED
        && words.capitalised(last + 1)
        && words.touchesNext(last)) {
      last++;
    }
    if (last - i < LONGEST_UNLISTED) {
      Evidence evidence = evidence(words, i, last + 1, title);
      boolean told =
          evidence == Evidence.DATELINE
              || (evidence.opens() && i > 0 && gazetteer.is(words, i - 1, Context.WITHIN));
      if (told && !gazetteer.is(words, i, Context.TIME)) {
        unlisted.add(joined(words, i, last));
      }
    }
    return i + 1;
  }

  private static String joined(Words words, int from, int last) {
    StringBuilder name = new StringBuilder(words.folded(from));
    for (int i = from + 1; i <= last; i++) {
      name.append(' ').append(words.folded(i));
    }
    return name.toString();
  }

  /** "Eureka, Texas": a town that only its region makes one, gazetteer or not. */
  private @Nullable Found townBeforeRegion(Words words, int i, boolean title) {
    int last = i;
    while (last < i + 3 && last + 1 < words.count() && !commaFollows(words, last)) {
      if (!words.capitalised(last + 1) || words.start(last + 1) - words.end(last) > 2) {
        return null;
      }
      last++;
    }
    if (last + 1 >= words.count() || !commaFollows(words, last)) {
      return null;
    }
    if (!words.capitalised(last + 1)) {
      return null;
    }
    Name region = gazetteer.longest(words, last + 1);
    if (region == null) {
      return null;
    }
    for (Meaning meaning : region.meanings()) {
      boolean abroad = meaning.kind() == Kind.COUNTRY;
      if (meaning.kind() != Kind.REGION && !abroad) {
        continue;
      }
      Place within = meaning.place();
      Meaning known = townWithin(words, i, last, within);
      if (known == null && (abroad || !within.country().equals("US"))) {
        continue; // lists of countries look like this too
      }
      if (known == null && (words.opensSentence(i) && !words.allCapitals(i))) {
        continue;
      }
      if (known == null
          && (gazetteer.is(words, i, Context.BEFORE)
              || gazetteer.is(words, i, Context.PREPOSITION)
              || gazetteer.is(words, last, Context.COUNTY))) {
        continue;
      }
      Place place =
          known != null
              ? known.place()
              : new Place(within.country(), within.region(), title(words, i, last));
      int to = last + 1 + region.words().size();
      Evidence evidence = evidence(words, i, to, title);
      return new Found(
          to,
          "",
          List.of(),
          false,
          place,
          known != null ? known : meaning,
          evidence,
          title,
          span(words, i, last),
          1.5,
          true);
    }
    return null;
  }

  private static boolean commaFollows(Words words, int i) {
    return words.end(i) < words.text().length()
        && words.text().charAt(words.end(i)) == ','
        && i + 1 < words.count()
        && words.start(i + 1) - words.end(i) <= 2;
  }

  private @Nullable Meaning townWithin(Words words, int from, int last, Place within) {
    for (Name name : gazetteer.startingWith(words, from)) {
      if (name.words().size() != last - from + 1 || !Gazetteer.writtenAt(words, from, name)) {
        continue;
      }
      for (Meaning meaning : name.meanings()) {
        if (meaning.kind() == Kind.CITY && within.contains(meaning.place())) {
          return meaning;
        }
      }
    }
    return null;
  }

  private static String title(Words words, int from, int last) {
    StringBuilder name = new StringBuilder();
    for (int i = from; i <= last; i++) {
      String word = words.folded(i);
      if (i > from) {
        name.append(' ');
      }
      name.append(Character.toUpperCase(word.charAt(0))).append(word, 1, word.length());
    }
    return name.toString();
  }

  private static Span span(Words words, int from, int last) {
    return new Span(words.start(from), words.end(last));
  }

  // -------------------------------------------------------------- judging one name

  private @Nullable Found judge(
      Words words, int i, Name name, boolean title, boolean headlineCase, Set<String> people) {
    int last = i + name.words().size() - 1;
    Evidence evidence = evidence(words, i, last + 1, title);
    Meaning first = name.meanings().get(0);
    int before = i > 0 ? gazetteer.contexts(words, i - 1) : 0;
    boolean preposition = Context.PREPOSITION.in(before);
    boolean dateline = evidence == Evidence.DATELINE;
    boolean sentenceStart = words.opensSentence(i);
    double factor = first.kind() == Kind.DEMONYM ? 0.6 : 1;
    boolean supported = dateline || preposition;

    if (!dateline && last + 1 < words.count()) {
      if (words.touchesNext(last)) {
        int behind = gazetteer.contexts(words, last + 1);
        if (Context.COUNTY.in(behind)) {
          factor *= 0.5;
        } else if (Context.INSTITUTION.in(behind)) {
          factor *= 0.9;
          supported = true;
        } else if (words.capitalised(last + 1)) {
          if (Context.ELSE.in(behind)) {
            return null;
          }
          boolean personal =
              (first.kind() == Kind.CITY && !preposition)
                  || gazetteer.is(words, i, Context.GIVEN_NAME);
          if (personal && !headlineCase && first.kind() != Kind.DEMONYM) {
            return null;
          }
        }
      }
    }
    if (!dateline && i > 0 && words.touchesNext(i - 1) && words.capitalised(i - 1)) {
      boolean allowed =
          preposition
              || Context.BEFORE.in(before)
              || Context.INSTITUTION.in(before)
              || headlineCase
              || namesCountryOrRegion(words, i - 1);
      boolean large = first.kind() == Kind.COUNTRY || first.prior() > LARGE_PRIOR;
      if (!allowed
          && first.kind() != Kind.DEMONYM
          && (!large || gazetteer.is(words, i, Context.GIVEN_NAME))) {
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
        name.unambiguous(),
        null,
        name.unambiguous() ? first : null,
        evidence,
        title,
        span(words, i, last),
        factor,
        supported);
  }

  private boolean namesCountryOrRegion(Words words, int i) {
    List<Name> names = gazetteer.startingWith(words, i);
    return !names.isEmpty() && names.get(0).meanings().get(0).kind() != Kind.CITY;
  }

  private static Evidence evidence(Words words, int from, int to, boolean title) {
    if (title) {
      return Evidence.TITLE;
    }
    int start = words.start(from);
    if (start < BODY
        && opensParagraph(words, from)
        && dashFollows(words, from, to)
        && words.line(from) <= 2 * DATELINE_PARAGRAPHS + 1) {
      return Evidence.DATELINE;
    }
    return start < LEAD ? Evidence.LEAD : start < BODY ? Evidence.BODY : Evidence.TAIL;
  }

  private static boolean opensParagraph(Words words, int i) {
    if (i == 0) {
      return true;
    }
    String text = words.text();
    for (int k = words.start(i) - 1; k >= 0; k--) {
      char c = text.charAt(k);
      if (c == '\n') {
        return true;
      }
      if (Character.isLetterOrDigit(c)) {
        return false;
      }
    }
    return true;
  }

  /** Whether the agency's dash follows: "CAIRO (AP) --", "LONDON, Jan. 3 -". */
  private static boolean dashFollows(Words words, int from, int to) {
    String text = words.text();
    boolean capitals = words.allCapitals(from);
    boolean bracket = false;
    int start = words.end(to - 1);
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
  private static final class Support {
    private int[] areas = new int[8];
    private double[] sums = new double[8];
    private int count;

    static Support of(List<Found> found) {
      Support support = new Support();
      for (Found f : found) {
        if (f.sure() != null) {
          support.add(f.sure().country(), weight(f));
          if (f.sure().region() != Meaning.NO_REGION) {
            support.add(f.sure().region(), weight(f));
          }
        }
      }
      return support;
    }

    private void add(int area, double weight) {
      int at = 0;
      while (at < count && areas[at] != area) {
        at++;
      }
      if (at == count) {
        if (count == areas.length) {
          areas = Arrays.copyOf(areas, count * 2);
          sums = Arrays.copyOf(sums, count * 2);
        }
        areas[count++] = area;
      }
      sums[at] += weight;
    }

    double of(int area) {
      for (int i = 0; i < count; i++) {
        if (areas[i] == area) {
          return sums[i];
        }
      }
      return 0;
    }
  }

  private static @Nullable Place resolve(Found f, Support support) {
    if (f.qualified() != null) {
      return f.qualified();
    }
    Meaning best = null;
    double most = Double.NEGATIVE_INFINITY;
    for (Meaning m : f.meanings()) {
      double score = m.prior() + backing(m, support, f);
      if (score > most) {
        most = score;
        best = m;
      }
    }
    if (best == null) {
      return null;
    }
    double backing = backing(best, support, f);
    boolean small = best.kind() == Kind.CITY && best.prior() < SMALL_PRIOR;
    if (small && f.evidence() != Evidence.DATELINE && (backing < 2 || !f.supportedByWord())) {
      return null;
    }
    if (best.word() && f.evidence() != Evidence.DATELINE && backing < 2) {
      return null;
    }
    return best.place();
  }

  private static double backing(Meaning meaning, Support support, Found f) {
    boolean inRegion = meaning.region() != Meaning.NO_REGION;
    double country = support.of(meaning.country());
    double region = inRegion ? support.of(meaning.region()) : 0;
    if (f.qualified() == null && f.unambiguous()) {
      country -= weight(f); // a mention does not back itself
      region -= inRegion ? weight(f) : 0;
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
