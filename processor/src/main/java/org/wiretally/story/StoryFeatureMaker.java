package org.wiretally.story;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.wiretally.article.Article;
import org.wiretally.figures.Claim;
import org.wiretally.figures.Extraction;
import org.wiretally.figures.Figure;
import org.wiretally.figures.Role;
import org.wiretally.place.PlaceReading;
import org.wiretally.place.Tokens;
import org.wiretally.place.Whereabouts;

/** Reads out of an article what tells its event. Pure. */
public final class StoryFeatureMaker {
  /**
   * The day by which undated articles are read: any will do, so that "Tuesday" is the same day in
   * two of them, whenever they are delivered.
   */
  private static final LocalDate UNDATED = LocalDate.of(2020, 1, 1);

  /** Characters that are read. */
  private static final int READ = 4_000;

  /** Words at the beginning, which say what happened; later words count half. */
  private static final int LEAD_WORDS = 90;

  /** Sets decimals apart from whole numbers. */
  private static final int DECIMAL = 1_000_000;

  private static final double TITLE_WEIGHT = 1.5;
  private static final double LATE_WEIGHT = 0.5;

  private StoryFeatureMaker() {}

  /** The features of one version of an article. */
  public static StoryFeatures of(Article article, Extraction extraction, PlaceReading places) {
    Gathering gathering = new Gathering(readingDay(article), article.dated());
    gathering.toll(extraction, Figure.KILLED, StoryFeatures.KILLED);
    gathering.toll(extraction, Figure.INJURED, StoryFeatures.INJURED);
    String title = article.title();
    if (title != null) {
      gathering.read(Tokens.of(title, READ), true);
    }
    Tokens body = Tokens.of(article.text(), READ);
    gathering.read(body, false);
    int[] titleTerms =
        title != null && !title.isBlank() ? gathering.titleTerms() : gathering.leadTerms(body);
    return gathering.features(headline(title, article.text()), Whereabouts.of(places), titleTerms);
  }

  private static LocalDate readingDay(Article article) {
    return article.dated() ? article.published().atZone(ZoneOffset.UTC).toLocalDate() : UNDATED;
  }

  static String headline(@Nullable String title, String text) {
    String line = title != null && !title.isBlank() ? title.strip() : text.strip();
    int end = line.indexOf('\n');
    line = (end < 0 ? line : line.substring(0, end)).strip();
    if (line.length() <= StoryFeatures.HEADLINE_LENGTH) {
      return line;
    }
    int cut = line.lastIndexOf(' ', StoryFeatures.HEADLINE_LENGTH - 2);
    return line.substring(0, cut < 40 ? StoryFeatures.HEADLINE_LENGTH - 2 : cut) + " …";
  }

  private static int[] sorted(SortedSet<Integer> values) {
    int[] array = new int[values.size()];
    int i = 0;
    for (int value : values) {
      array[i++] = value;
    }
    return array;
  }

  /** What is counted while an article is read. */
  private static final class Gathering {
    private final Lexicon lexicon = Lexicon.STANDARD;
    private final LocalDate published;
    private final boolean dated;
    private final Map<String, Double> terms = new HashMap<>();
    private final Map<String, Double> names = new LinkedHashMap<>();
    private final Map<String, Double> leadNames = new LinkedHashMap<>();
    private final TreeSet<Integer> years = new TreeSet<>();
    private final Map<String, Double> types = new LinkedHashMap<>();
    private final Map<String, Double> title = new LinkedHashMap<>();
    private final TreeSet<Integer> details = new TreeSet<>();
    private final TreeSet<Integer> days = new TreeSet<>();

    Gathering(LocalDate published, boolean dated) {
      this.published = published;
      this.dated = dated;
    }

    void read(Tokens tokens, boolean isTitle) {
      for (int i = 0; i < tokens.count(); i++) {
        String word = tokens.folded(i);
        double position = isTitle ? TITLE_WEIGHT : i < LEAD_WORDS ? 1 : LATE_WEIGHT;
        if (Character.isDigit(word.charAt(0))) {
          detail(tokens, i, word);
          continue;
        }
        day(tokens, i, word);
        if (word.length() < 3) {
          continue;
        }
        String stem = Terms.stem(word);
        terms.merge(stem, position, Double::sum);
        if (isTitle) {
          title.putIfAbsent(stem, lexicon.weight(stem));
        }
        for (String type : lexicon.types(stem)) {
          types.merge(type, position, Double::sum);
        }
      }
      names(tokens, isTitle);
    }

    /** The largest total that the article states as a fact. */
    void toll(Extraction extraction, Figure figure, int offset) {
      long most = 0;
      for (Claim claim : extraction.claims()) {
        Long best = claim.quantity().best();
        if (best != null && claim.role() == Role.TOTAL && claim.figure().equals(figure)) {
          most = Math.max(most, best);
        }
      }
      if (most > 0 && most < StoryFeatures.INJURED - StoryFeatures.KILLED) {
        details.add(offset + (int) most);
      }
    }

    /** Ages, house numbers, scores, and decimals such as a magnitude. */
    private void detail(Tokens tokens, int i, String word) {
      int value = number(word);
      if (value < 0 || details.size() >= StoryFeatures.MOST_DETAILS) {
        return;
      }
      if (i + 1 < tokens.count()
          && tokens.start(i + 1) == tokens.end(i) + 1
          && tokens.text().charAt(tokens.end(i)) == '.'
          && number(tokens.folded(i + 1)) >= 0) {
        details.add(DECIMAL + 100 * value + number(tokens.folded(i + 1)));
        return;
      }
      boolean year = value >= 1900 && value < 2100 && word.length() == 4;
      if (year && i < LEAD_WORDS && years.size() < StoryFeatures.MOST_YEARS) {
        years.add(value);
      }
      if (value > 12 && !year && value % 15 != 0) {
        details.add(value);
      }
    }

    /** "Tuesday": that or the last one before publication; "Jan. 3": the last one before it. */
    private void day(Tokens tokens, int i, String word) {
      if (days.size() >= StoryFeatures.MOST_DAYS) {
        return;
      }
      DayOfWeek day = Days.BY_NAME.get(word);
      if (day != null) {
        int back = (published.getDayOfWeek().getValue() - day.getValue() + 7) % 7;
        days.add((int) published.minusDays(back).toEpochDay());
        return;
      }
      Integer month = Days.MONTHS.get(word);
      if (month == null || !tokens.capitalised(i)) {
        return;
      }
      int date = i + 1 < tokens.count() ? dayOfMonth(tokens.folded(i + 1)) : -1;
      int next = i + 2;
      if (date < 0 && i > 0) { // 3 January
        date = dayOfMonth(tokens.folded(i - 1));
        next = i + 1;
      }
      if (date < 0) {
        return;
      }
      int year = next < tokens.count() ? number(tokens.folded(next)) : -1;
      boolean stated = year > 1900 && year < 2100;
      LocalDate found = date(stated ? year : published.getYear(), month, date);
      if (found != null && found.isAfter(published) && !stated) {
        found = date(published.getYear() - 1, month, date);
      }
      if (found != null && !(dated && found.isAfter(published))) {
        days.add((int) found.toEpochDay());
      }
    }

    private static int dayOfMonth(String word) {
      String digits =
          word.endsWith("th") || word.endsWith("st") || word.endsWith("nd") || word.endsWith("rd")
              ? word.substring(0, word.length() - 2)
              : word;
      int day = digits.isEmpty() ? -1 : number(digits);
      return day >= 1 && day <= 31 ? day : -1;
    }

    private static @Nullable LocalDate date(int year, int month, int day) {
      return day > YearMonth.of(year, month).lengthOfMonth()
          ? null
          : LocalDate.of(year, month, day);
    }

    private static int number(String word) {
      return word.length() <= 4 && word.chars().allMatch(c -> c >= '0' && c <= '9')
          ? Integer.parseInt(word)
          : -1;
    }

    private void names(Tokens tokens, boolean isTitle) {
      int i = 0;
      while (i < tokens.count()) {
        if (!tokens.capitalised(i) || tokens.folded(i).length() < 2) {
          i++;
          continue;
        }
        int last = i;
        while (last + 1 < tokens.count()
            && last - i < 3
            && tokens.capitalised(last + 1)
            && tokens.touchesNext(last)) {
          last++;
        }
        boolean opens = tokens.opensSentence(i);
        if (!isTitle) {
          int from = opens && lexicon.common(Terms.stem(tokens.folded(i))) ? i + 1 : i;
          name(tokens, from, last, i < LEAD_WORDS ? 1 : LATE_WEIGHT);
        }
        i = last + 1;
      }
    }

    private void name(Tokens tokens, int from, int last, double weight) {
      boolean rare = false;
      for (int k = from; k <= last; k++) {
        rare |= !lexicon.common(Terms.stem(tokens.folded(k)));
      }
      if (!rare || from > last) {
        return;
      }
      StringBuilder whole = new StringBuilder();
      for (int k = from; k <= last; k++) {
        whole.append(k > from ? " " : "").append(tokens.folded(k));
      }
      if (last > from) {
        names.merge(whole.toString(), 2 * weight, Double::sum);
        if (weight == 1) {
          leadNames.merge(whole.toString(), 2 * weight, Double::sum);
        }
      }
      String surname = tokens.folded(last);
      if (!lexicon.common(Terms.stem(surname)) && surname.length() > 2) {
        names.merge(surname, weight, Double::sum);
        if (weight == 1) {
          leadNames.merge(surname, weight, Double::sum);
        }
      }
    }

    int[] titleTerms() {
      return rarest(title);
    }

    int[] leadTerms(Tokens tokens) {
      Map<String, Double> lead = new LinkedHashMap<>();
      for (int i = 0; i < Math.min(25, tokens.count()); i++) {
        String stem = Terms.stem(tokens.folded(i));
        if (stem.length() > 2) {
          lead.putIfAbsent(stem, lexicon.weight(stem));
        }
      }
      return rarest(lead);
    }

    private static int[] rarest(Map<String, Double> weights) {
      TreeSet<Integer> hashes = new TreeSet<>();
      for (String term : heaviest(weights, StoryFeatures.MOST_TITLE_TERMS)) {
        if (weights.getOrDefault(term, 0.0) > 1) {
          hashes.add(Terms.hash(term));
        }
      }
      return sorted(hashes);
    }

    private static List<String> heaviest(Map<String, Double> weights, int most) {
      List<Map.Entry<String, Double>> entries = new ArrayList<>(weights.entrySet());
      entries.sort(
          Comparator.comparingDouble((Map.Entry<String, Double> e) -> -e.getValue())
              .thenComparing(Map.Entry::getKey));
      List<String> kept = new ArrayList<>();
      for (Map.Entry<String, Double> entry : entries) {
        if (kept.size() < most) {
          kept.add(entry.getKey());
        }
      }
      return kept;
    }

    StoryFeatures features(String headline, Whereabouts whereabouts, int[] titleTerms) {
      Map<String, Double> weighted = new HashMap<>();
      terms.forEach(
          (term, count) -> {
            double rarity = lexicon.weight(term);
            if (rarity > 1) {
              weighted.put(term, (1 + Math.log(Math.max(0.5, count))) * rarity);
            }
          });
      List<String> kept = heaviest(weighted, StoryFeatures.MOST_TERMS);
      double square = 0;
      Map<Integer, Double> byHash = new HashMap<>();
      for (String term : kept) {
        double w = weighted.getOrDefault(term, 0.0);
        square += w * w;
        byHash.put(Terms.hash(term), w);
      }
      int[] hashes = byHash.keySet().stream().mapToInt(Integer::intValue).sorted().toArray();
      int[] weights = new int[hashes.length];
      double length = Math.sqrt(square);
      for (int i = 0; i < hashes.length; i++) {
        weights[i] = (int) Math.round(1000 * byHash.getOrDefault(hashes[i], 0.0) / length);
      }
      TreeSet<Integer> nameHashes = new TreeSet<>();
      for (String name : heaviest(names, StoryFeatures.MOST_NAMES)) {
        nameHashes.add(Terms.nameHash(name));
      }
      TreeSet<Integer> leadHashes = new TreeSet<>();
      for (String name : heaviest(leadNames, StoryFeatures.MOST_LEAD_NAMES)) {
        leadHashes.add(Terms.nameHash(name));
      }
      return new StoryFeatures(
          headline,
          whereabouts,
          heaviest(types, StoryFeatures.MOST_TYPES).toArray(new String[0]),
          hashes,
          weights,
          sorted(nameHashes),
          sorted(leadHashes),
          titleTerms,
          sorted(details),
          sorted(days),
          sorted(years));
    }
  }

  /** English names of the days of the week and of the months, folded. */
  private static final class Days {
    static final Map<String, DayOfWeek> BY_NAME = byName();
    static final Map<String, Integer> MONTHS = months();

    private static Map<String, DayOfWeek> byName() {
      Map<String, DayOfWeek> days = new HashMap<>();
      Arrays.stream(DayOfWeek.values()).forEach(d -> days.put(Tokens.fold(d.name()), d));
      return Map.copyOf(days);
    }

    private static Map<String, Integer> months() {
      Map<String, Integer> months = new HashMap<>();
      for (Month month : Month.values()) {
        String name = Tokens.fold(month.name());
        months.put(name, month.getValue());
        months.put(name.substring(0, 3), month.getValue());
      }
      months.put("sept", 9);
      return Map.copyOf(months);
    }
  }
}
