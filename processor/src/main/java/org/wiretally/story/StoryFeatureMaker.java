package org.wiretally.story;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.wiretally.article.Article;
import org.wiretally.figures.Claim;
import org.wiretally.figures.Extraction;
import org.wiretally.figures.Figure;
import org.wiretally.figures.Role;
import org.wiretally.place.PlaceReading;
import org.wiretally.place.Whereabouts;
import org.wiretally.text.ArticleWords;
import org.wiretally.text.WordMemo;
import org.wiretally.text.WordTable;
import org.wiretally.text.Words;

/**
 * Reads out of an article what tells its event: one walk over its words that counts the hashes of
 * their stems, then a sort of the distinct ones. Pure; any number of threads may call it.
 */
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

  /** Words that stand for the title of an article without one. */
  private static final int TITLE_WORDS = 25;

  /** Letters of the shortest words that count. */
  private static final int SHORTEST = 3;

  /** Sets decimals apart from whole numbers. */
  private static final int DECIMAL = 1_000_000;

  /** What an occurrence counts, in halves. */
  private static final int TITLE_COUNT = 3;

  private static final int LEAD_COUNT = 2;
  private static final int LATE_COUNT = 1;

  private static final ThreadLocal<Gathering> GATHERINGS = ThreadLocal.withInitial(Gathering::new);

  private StoryFeatureMaker() {}

  /** The features of one version of an article. */
  public static StoryFeatures of(Article article, Extraction extraction, PlaceReading places) {
    return of(
        article,
        ArticleWords.of(article.title(), article.text()),
        extraction,
        Whereabouts.of(places));
  }

  /** The features of one version of an article whose words and places were read. */
  public static StoryFeatures of(
      Article article, ArticleWords words, Extraction extraction, Whereabouts whereabouts) {
    Gathering gathering = GATHERINGS.get();
    gathering.begin(readingDay(article), article.dated());
    gathering.toll(extraction, Figure.KILLED, StoryFeatures.KILLED);
    gathering.toll(extraction, Figure.INJURED, StoryFeatures.INJURED);
    if (words.title() != null) {
      gathering.read(words.title(), true);
    }
    gathering.read(words.text(), false);
    return gathering.features(
        headline(article.title(), article.text()), whereabouts, gathering.titleTerms(words));
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

  /** What is counted while an article is read. Its tables serve one article after another. */
  private static final class Gathering {
    /** Of most sums; there are some hundred stems in an article, and logarithms are slow. */
    private static final double[] FREQUENCIES =
        IntStream.range(0, 64).mapToDouble(sum -> 1 + Math.log(sum / 2.0)).toArray();

    private final Lexicon lexicon = Lexicon.STANDARD;
    private LocalDate published = UNDATED;
    private boolean dated;
    private final TermCounts terms = new TermCounts(200);
    private final TermCounts names = new TermCounts(60);
    private final TermCounts leadNames = new TermCounts(30);
    private final TermCounts title = new TermCounts(TITLE_WORDS);
    private final int[] types = new int[lexicon.types()];
    private final Rising details = new Rising(StoryFeatures.MOST_DETAILS);
    private final Rising days = new Rising(StoryFeatures.MOST_DAYS);
    private final Rising years = new Rising(StoryFeatures.MOST_YEARS);

    /** Of a word what {@link StoryWord} tells apart. */
    private final WordMemo known = new WordMemo();

    /** Of the words of the title, of those of the text. */
    private long[] inTitle = new long[64];

    private long[] inText = new long[512];

    /** Which words of the title or of the text are counted. */
    private int[] telling = new int[512];

    void begin(LocalDate day, boolean isDated) {
      published = day;
      dated = isDated;
      terms.clear();
      names.clear();
      leadNames.clear();
      title.clear();
      details.clear();
      days.clear();
      years.clear();
      Arrays.fill(types, 0);
    }

    void read(Words words, boolean isTitle) {
      int count = counted(words);
      long[] each = learned(words, Math.max(count, Math.min(TITLE_WORDS, words.count())), isTitle);
      if (telling.length < count) {
        telling = new int[each.length];
      }
      int tellingCount = 0;
      for (int i = 0; i < count; i++) {
        if (startsWithDigit(words, i)) {
          detail(words, i);
          continue;
        }
        int calendar = StoryWord.calendar(each[i]);
        if (calendar != StoryWord.NO_DATE) {
          day(words, i, calendar);
        }
        // half of all words tell nothing: which, no processor guesses, so none is asked
        telling[tellingCount] = i;
        tellingCount += StoryWord.telling(each[i]);
      }
      for (int k = 0; k < tellingCount; k++) {
        int i = telling[k];
        int times = isTitle ? TITLE_COUNT : i < LEAD_WORDS ? LEAD_COUNT : LATE_COUNT;
        terms.add(StoryWord.term(each[i]), StoryWord.meaning(each[i]), times);
      }
      if (!isTitle) {
        names(words, count, each);
      }
    }

    private static boolean startsWithDigit(Words words, int i) {
      return words.key(i) < 0 && words.length(i) > 0 && Character.isDigit(words.letter(i, 0));
    }

    /** What is known of the first so many words. */
    private long[] learned(Words words, int count, boolean isTitle) {
      long[] each = isTitle ? inTitle : inText;
      if (each.length < count) {
        each = new long[count + count / 2];
        if (isTitle) {
          inTitle = each;
        } else {
          inText = each;
        }
      }
      for (int i = 0; i < count; i++) {
        int word = known.find(words.key(i));
        each[i] = word == WordTable.UNKNOWN ? learned(words, i) : known.value(word);
      }
      return each;
    }

    private long learned(Words words, int i) {
      int term = Terms.stem(words, i);
      int meaning = lexicon.meaning(term);
      long value =
          StoryWord.of(
              term,
              meaning,
              Calendar.code(words, i),
              words.length(i) >= SHORTEST && lexicon.telling(meaning));
      known.add(words.key(i), value, (short) 0);
      return value;
    }

    private static int counted(Words words) {
      int count = words.count();
      while (count > 0 && words.start(count - 1) >= READ) {
        count--;
      }
      return count;
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
    private void detail(Words words, int i) {
      int value = number(words, i, words.length(i));
      if (value < 0 || details.full()) {
        return;
      }
      if (i + 1 < words.count()
          && words.start(i + 1) == words.end(i) + 1
          && words.text().charAt(words.end(i)) == '.'
          && number(words, i + 1) >= 0) {
        details.add(DECIMAL + 100 * value + number(words, i + 1));
        return;
      }
      boolean year = value >= 1900 && value < 2100 && words.length(i) == 4;
      if (year && i < LEAD_WORDS) {
        years.add(value);
      }
      if (value > 12 && !year && value % 15 != 0) {
        details.add(value);
      }
    }

    /** "Tuesday": that or the last one before publication; "Jan. 3": the last one before it. */
    private void day(Words words, int i, int calendar) {
      if (days.full()) {
        return;
      }
      if (Calendar.isDay(calendar)) {
        int back = (published.getDayOfWeek().getValue() - calendar + 7) % 7;
        days.add((int) published.minusDays(back).toEpochDay());
      } else if (words.capitalised(i)) {
        date(words, i, Calendar.month(calendar));
      }
    }

    private void date(Words words, int i, int month) {
      int date = dayOfMonth(words, i + 1);
      int next = i + 2;
      if (date < 0) { // 3 January
        date = dayOfMonth(words, i - 1);
        next = i + 1;
      }
      if (date < 0) {
        return;
      }
      int year = number(words, next);
      boolean stated = year > 1900 && year < 2100;
      LocalDate found = date(stated ? year : published.getYear(), month, date);
      if (found != null && found.isAfter(published) && !stated) {
        found = date(published.getYear() - 1, month, date);
      }
      if (found != null && !(dated && found.isAfter(published))) {
        days.add((int) found.toEpochDay());
      }
    }

    private static int dayOfMonth(Words words, int i) {
      if (i < 0 || i >= words.count()) {
        return -1;
      }
      int length = words.length(i);
      int day = number(words, i, length > 2 && ordinal(words, i) ? length - 2 : length);
      return day >= 1 && day <= 31 ? day : -1;
    }

    private static boolean ordinal(Words words, int i) {
      int length = words.length(i);
      char a = words.letter(i, length - 2);
      char b = words.letter(i, length - 1);
      return (a == 't' && b == 'h')
          || (a == 's' && b == 't')
          || (a == 'n' && b == 'd')
          || (a == 'r' && b == 'd');
    }

    private static @Nullable LocalDate date(int year, int month, int day) {
      return day > YearMonth.of(year, month).lengthOfMonth()
          ? null
          : LocalDate.of(year, month, day);
    }

    private static int number(Words words, int i) {
      return i < words.count() ? number(words, i, words.length(i)) : -1;
    }

    /** The number that the first letters of a word are, or -1. */
    private static int number(Words words, int i, int length) {
      if (length < 1 || length > 4) {
        return -1;
      }
      int value = 0;
      for (int k = 0; k < length; k++) {
        int digit = words.letter(i, k) - '0';
        if (digit < 0 || digit > 9) {
          return -1;
        }
        value = value * 10 + digit;
      }
      return value;
    }

    private void names(Words words, int count, long[] each) {
      int i = words.nextCapitalised(0);
      while (i < count) {
        if (words.length(i) < 2) {
          i = words.nextCapitalised(i + 1);
          continue;
        }
        int last = i;
        while (last + 1 < count
            && last - i < 3
            && words.capitalised(last + 1)
            && words.touchesNext(last)) {
          last++;
        }
        boolean everyday = common(each[i]) && words.opensSentence(i);
        name(words, everyday ? i + 1 : i, last, i < LEAD_WORDS, each);
        i = words.nextCapitalised(last + 1);
      }
    }

    private boolean common(long word) {
      return lexicon.common(StoryWord.meaning(word));
    }

    private void name(Words words, int from, int last, boolean leads, long[] each) {
      boolean rareLast = last >= from && !common(each[last]);
      boolean rare = rareLast;
      for (int k = from; k < last && !rare; k++) {
        rare = !common(each[k]);
      }
      if (!rare) {
        return;
      }
      int times = leads ? LEAD_COUNT : LATE_COUNT;
      if (last > from) {
        name(Terms.name(words, from, last), 2 * times, leads);
      }
      if (rareLast && words.length(last) > 2) {
        name(Terms.name(words, last, last), times, leads);
      }
    }

    private void name(int name, int times, boolean leads) {
      names.add(name, times);
      if (leads) {
        leadNames.add(name, times);
      }
    }

    /** Of the title, or of the first words where there is none; once they were read. */
    int[] titleTerms(ArticleWords article) {
      Words own = article.title();
      boolean titled = own != null && !own.text().isBlank();
      Words words = titled && own != null ? own : article.text();
      long[] each = titled ? inTitle : inText;
      int count = titled ? counted(words) : Math.min(TITLE_WORDS, words.count());
      for (int i = 0; i < count; i++) {
        if (titled
            ? words.length(i) > 2 && !startsWithDigit(words, i)
            : Terms.stemLength(words, i) > 2) {
          title.add(StoryWord.term(each[i]), StoryWord.meaning(each[i]), 1);
        }
      }
      return title
          .heaviest(StoryFeatures.MOST_TITLE_TERMS, (meaning, sum) -> rarity(meaning))
          .terms();
    }

    /** 0 for words that most events have. */
    private float rarity(int meaning) {
      double rarity = lexicon.weight(meaning);
      return rarity > Lexicon.LEAST_TELLING ? (float) rarity : 0;
    }

    StoryFeatures features(String headline, Whereabouts whereabouts, int[] titleTerms) {
      TermCounts.Weighted kept = terms.heaviest(StoryFeatures.MOST_TERMS, this::weight);
      double square = 0;
      for (float weight : kept.weights()) {
        square += weight * weight;
      }
      int[] thousandths = new int[kept.weights().length];
      double length = Math.sqrt(square);
      for (int i = 0; i < thousandths.length; i++) {
        thousandths[i] = (int) Math.round(1000 * kept.weights()[i] / length);
      }
      return new StoryFeatures(
          dated,
          headline,
          whereabouts,
          heaviestTypes(),
          kept.terms(),
          thousandths,
          names.mostCounted(StoryFeatures.MOST_NAMES),
          leadNames.mostCounted(StoryFeatures.MOST_LEAD_NAMES),
          titleTerms,
          details.toArray(),
          days.toArray(),
          years.toArray());
    }

    /** The weight of a stem that occurs so often, for which its event types are counted. */
    private float weight(int meaning, int sum) {
      for (int type : lexicon.typesOf(meaning)) {
        types[type] += sum;
      }
      double rarity = lexicon.weight(meaning);
      return rarity > Lexicon.LEAST_TELLING ? (float) (frequency(sum) * rarity) : 0;
    }

    /** What a stem weighs for its occurrences, which are counted in halves. */
    private static double frequency(int sum) {
      return sum < FREQUENCIES.length ? FREQUENCIES[sum] : 1 + Math.log(sum / 2.0);
    }

    /** Those that were counted most; of equals the first by name. */
    private String[] heaviestTypes() {
      int spoken = 0;
      for (int sum : types) {
        spoken += sum > 0 ? 1 : 0;
      }
      String[] heaviest = new String[Math.min(spoken, StoryFeatures.MOST_TYPES)];
      for (int k = 0; k < heaviest.length; k++) {
        int most = 0;
        for (int type = 1; type < types.length; type++) {
          most = types[type] > types[most] ? type : most;
        }
        heaviest[k] = lexicon.type(most);
        types[most] = 0;
      }
      return heaviest;
    }
  }

  /** What is the same of a word in every text, in 64 bits. */
  private static final class StoryWord {
    /** The code of a word that is not of the calendar. */
    static final int NO_DATE = 0;

    private StoryWord() {}

    /**
     * @param term hash of its stem
     * @param meaning as {@link Lexicon#meaning} gives it
     * @param calendar its code in the {@link Calendar}, or {@link #NO_DATE}
     * @param telling whether it says something of the event
     */
    static long of(int term, int meaning, int calendar, boolean telling) {
      return ((long) term << 32) | ((long) meaning << 16) | (calendar << 1) | (telling ? 1 : 0);
    }

    static int term(long word) {
      return (int) (word >>> 32);
    }

    static int meaning(long word) {
      return (int) word >>> 16;
    }

    static int calendar(long word) {
      return ((int) word & 0xffff) >>> 1;
    }

    /** 1 for a word that says something of the event, 0 for others. */
    static int telling(long word) {
      return (int) word & 1;
    }
  }

  /** English names of the days of the week and of the months, folded. */
  private static final class Calendar {
    private static final int FIRST_MONTH = 10;

    private static final int[] CODES;

    private static final WordTable NAMES;

    static {
      Map<String, Integer> codes = new LinkedHashMap<>();
      for (DayOfWeek day : DayOfWeek.values()) {
        codes.put(day.name().toLowerCase(Locale.ROOT), day.getValue());
      }
      for (Month month : Month.values()) {
        String name = month.name().toLowerCase(Locale.ROOT);
        codes.put(name, FIRST_MONTH + month.getValue());
        codes.put(name.substring(0, 3), FIRST_MONTH + month.getValue());
      }
      codes.put("sept", FIRST_MONTH + Month.SEPTEMBER.getValue());
      NAMES = new WordTable(codes.keySet());
      CODES = codes.values().stream().mapToInt(Integer::intValue).toArray();
    }

    /** The code of word i, {@link StoryWord#NO_DATE} where it is no name of the calendar. */
    static int code(Words words, int i) {
      int name = words.find(i, NAMES);
      return name == WordTable.UNKNOWN ? StoryWord.NO_DATE : CODES[name];
    }

    /** Whether the code is that of a day: 1 (Monday) to 7. */
    static boolean isDay(int code) {
      return code < FIRST_MONTH;
    }

    /** 1 to 12. */
    static int month(int code) {
      return code - FIRST_MONTH;
    }
  }
}
