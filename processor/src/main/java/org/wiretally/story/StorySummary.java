package org.wiretally.story;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.wiretally.place.Place;
import org.wiretally.state.Table;

/** Sums up a story from its members: place and type by majority, times, label. */
final class StorySummary {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  private StorySummary() {}

  private record Entry(String articleId, Member member) {}

  /**
   * The story as its members are now.
   *
   * @param trees those it is made of, which have members
   */
  static Story of(String storyId, List<String> trees, Table<Member> members) {
    List<Entry> entries = new ArrayList<>();
    for (String tree : trees) {
      String prefix = tree + StoryIndex.SEPARATOR;
      members.scan(
          prefix, (key, member) -> entries.add(new Entry(key.substring(prefix.length()), member)));
    }
    entries.sort(
        Comparator.comparing((Entry e) -> e.member().published()).thenComparing(Entry::articleId));
    Place place = place(entries);
    String type = type(entries);
    Instant first = entries.get(0).member().published();
    return new Story(
        storyId,
        label(entries, place, type, first),
        place,
        type == null ? "other" : type,
        first,
        entries.get(entries.size() - 1).member().published(),
        entries.stream().map(Entry::articleId).toList());
  }

  /**
   * The event type that the originals speak for most, an article's first one thrice, its second
   * twice; of equals the one that came first. What half of them put second, such as the protest
   * that ended in an attack, is so not lost to what the other half put first.
   */
  private static @Nullable String type(List<Entry> entries) {
    Map<String, Integer> votes = new LinkedHashMap<>();
    for (Entry entry : entries) {
      List<String> types = entry.member().types();
      for (int i = 0; i < types.size() && !entry.member().copy(); i++) {
        votes.merge(types.get(i), StoryFeatures.MOST_TYPES - i, Integer::sum);
      }
    }
    String best = null;
    int most = 0;
    for (Map.Entry<String, Integer> each : votes.entrySet()) {
      if (each.getValue() > most) {
        most = each.getValue();
        best = each.getKey();
      }
    }
    return best;
  }

  private static @Nullable Place place(List<Entry> entries) {
    String country = most(entries, m -> m.place() == null ? null : m.place().country());
    if (country == null) {
      return null;
    }
    String region = most(entries, m -> regionWithin(m, country));
    String city = region == null ? null : most(entries, m -> cityWithin(m, country, region));
    return new Place(country, region, city);
  }

  private static @Nullable String regionWithin(Member member, String country) {
    Place place = member.place();
    return place != null && country.equals(place.country()) ? place.region() : null;
  }

  private static @Nullable String cityWithin(Member member, String country, String region) {
    Place place = member.place();
    boolean within = place != null && new Place(country, region, null).contains(place);
    return place != null && within ? place.city() : null;
  }

  /** The commonest value among originals; of equals the one that came first. */
  private static @Nullable String most(
      List<Entry> entries, Function<Member, @Nullable String> value) {
    Map<String, Integer> counts = new HashMap<>();
    String best = null;
    int most = 0;
    for (Entry entry : entries) {
      String v = entry.member().copy() ? null : value.apply(entry.member());
      if (v != null) {
        counts.merge(v, 1, Integer::sum);
      }
    }
    for (Entry entry : entries) {
      String v = value.apply(entry.member());
      if (v != null && counts.getOrDefault(v, 0) > most) {
        most = counts.getOrDefault(v, 0);
        best = v;
      }
    }
    return best;
  }

  private static String label(
      List<Entry> entries, @Nullable Place place, @Nullable String type, Instant first) {
    if (entries.size() >= 3 && place != null && type != null) {
      String country = name(place);
      return country + ": " + Lexicon.STANDARD.label(type) + ", " + DAY.format(first);
    }
    return entries.get(0).member().headline();
  }

  private static String name(Place place) {
    String country =
        new Locale.Builder().setRegion(place.country()).build().getDisplayCountry(Locale.ENGLISH);
    if (place.city() != null) {
      String region = place.region();
      return place.city()
          + ", "
          + (region == null || region.equals(place.city()) ? country : region);
    }
    return place.region() == null ? country : place.region() + ", " + country;
  }
}
