package org.wiretally.story;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
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

  /** The story as its members are now; null where it has none. */
  static @Nullable Story of(String storyId, Table<Member> members) {
    String prefix = storyId + StoryIndex.SEPARATOR;
    List<Entry> entries = new ArrayList<>();
    members.scan(
        prefix, (key, member) -> entries.add(new Entry(key.substring(prefix.length()), member)));
    if (entries.isEmpty()) {
      return null;
    }
    entries.sort(
        Comparator.comparing((Entry e) -> e.member().published()).thenComparing(Entry::articleId));
    Place place = place(entries);
    String type = most(entries, Member::type);
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
