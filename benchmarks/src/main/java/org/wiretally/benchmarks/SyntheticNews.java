package org.wiretally.benchmarks;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Prints made-up news as JSON lines, the same for the same seed: events in forty cities whose tolls
 * rise, told by agencies and copied by outlets, in texts of about 2,000 characters whose words are
 * as unevenly frequent as those of a language (Zipf's law: the n-th word comes about 1/n as often).
 */
public final class SyntheticNews {
  private static final List<String> CITIES =
      List.of(
          "Manila",
          "Lagos",
          "Quito",
          "Karachi",
          "Bamako",
          "Dhaka",
          "Goma",
          "Lima",
          "Kabul",
          "Tripoli",
          "Mosul",
          "Aleppo",
          "Donetsk",
          "Port-au-Prince",
          "Jakarta",
          "Yangon",
          "Nairobi",
          "Kampala",
          "Khartoum",
          "Bogota",
          "Caracas",
          "Managua",
          "Tbilisi",
          "Baku",
          "Tehran",
          "Lahore",
          "Kathmandu",
          "Colombo",
          "Hanoi",
          "Phnom Penh",
          "Accra",
          "Dakar",
          "Maputo",
          "Lusaka",
          "Harare",
          "Kinshasa",
          "Luanda",
          "La Paz",
          "Santiago",
          "Tegucigalpa");
  private static final List<String> EVENTS =
      List.of("fire", "earthquake", "flood", "bombing", "landslide", "ferry accident", "riot");
  private static final List<String> AGENCIES =
      List.of("Meridian", "Northern Wire", "Harbour News", "Courier", "Evening Post", "Tribune");
  private static final int WORDS = 20_000;
  private static final int RUNNING_EVENTS = 200;
  private static final double COPIED = 0.35;

  private final SplittableRandom random;
  private final String[] vocabulary = new String[WORDS];
  private final double[] cumulative = new double[WORDS];
  private final Deque<Event> running = new ArrayDeque<>();
  private Instant now = Instant.parse("2024-01-01T00:00:00Z");
  private int events;

  private SyntheticNews(long seed) {
    random = new SplittableRandom(seed);
    double sum = 0;
    for (int i = 0; i < WORDS; i++) {
      vocabulary[i] = word();
      sum += 1.0 / (i + 3);
      cumulative[i] = sum;
    }
  }

  /** One thing that happened, and what was written of it so far. */
  private static final class Event {
    final String city;
    final String kind;
    final String district;
    final int expected;
    final List<String> texts = new ArrayList<>();
    int killed;
    int injured;

    Event(String city, String kind, String district, int expected) {
      this.city = city;
      this.kind = kind;
      this.district = district;
      this.expected = expected;
    }
  }

  /**
   * Prints them.
   *
   * @param arguments how many articles, and optionally a seed
   */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length < 1) {
      System.err.println("usage: SyntheticNews COUNT [SEED]");
      System.exit(2);
    }
    int count = Integer.parseInt(arguments[0]);
    SyntheticNews news = new SyntheticNews(arguments.length > 1 ? Long.parseLong(arguments[1]) : 1);
    try (BufferedWriter out =
        new BufferedWriter(
            new OutputStreamWriter(
                new FileOutputStream(FileDescriptor.out), StandardCharsets.UTF_8))) {
      for (int i = 0; i < count; i++) {
        out.write(news.line(i));
        out.newLine();
      }
    }
  }

  private String line(int number) throws IOException {
    now = now.plus(Duration.ofSeconds(random.nextInt(60)));
    while (running.size() < RUNNING_EVENTS) {
      running.add(
          new Event(
              CITIES.get(random.nextInt(CITIES.size())),
              EVENTS.get(random.nextInt(EVENTS.size())),
              capital(word()) + " " + ++events,
              1 + random.nextInt(40)));
    }
    Event event = running.removeFirst();
    String agency = AGENCIES.get(random.nextInt(AGENCIES.size()));
    String text =
        !event.texts.isEmpty() && random.nextDouble() < COPIED
            ? event.texts.get(random.nextInt(event.texts.size()))
            : told(event, agency);
    event.texts.add(text);
    if (event.texts.size() < event.expected) {
      running.addLast(event);
    }
    StringWriter line = new StringWriter();
    try (JsonGenerator json = new ObjectMapper().createGenerator(line)) {
      json.writeStartObject();
      json.writeStringField("id", "made-up-" + number);
      json.writeStringField("title", capital(event.kind) + " in " + event.city);
      json.writeStringField("text", text);
      json.writeStringField("published", now.toString());
      json.writeStringField("publisher", agency);
      json.writeEndObject();
    }
    return line.toString();
  }

  private String told(Event event, String agency) {
    event.killed += random.nextInt(5);
    event.injured += random.nextInt(9);
    StringBuilder text = new StringBuilder();
    text.append(event.city.toUpperCase(Locale.ROOT)).append(" (").append(agency).append(") - ");
    text.append(
        "At least %d people were killed and %d injured in a %s in the %s district of %s, police said."
            .formatted(
                1 + event.killed, 2 + event.injured, event.kind, event.district, event.city));
    while (text.length() < 2_000) {
      text.append(random.nextInt(4) == 0 ? "\n\n" : " ");
      sentence(text);
    }
    return text.toString();
  }

  private void sentence(StringBuilder text) {
    int words = 8 + random.nextInt(16);
    for (int i = 0; i < words; i++) {
      String word = frequent();
      text.append(i == 0 ? capital(word) : word).append(i + 1 < words ? " " : ".");
    }
  }

  private String frequent() {
    double at = random.nextDouble() * cumulative[WORDS - 1];
    int found = Arrays.binarySearch(cumulative, at);
    return vocabulary[found < 0 ? Math.min(-found - 1, WORDS - 1) : found];
  }

  private String word() {
    StringBuilder word = new StringBuilder();
    for (int syllables = 1 + random.nextInt(3); syllables > 0; syllables--) {
      word.append("bcdfglmnprstv".charAt(random.nextInt(13)))
          .append("aeiou".charAt(random.nextInt(5)));
    }
    return word.append("nrstl".charAt(random.nextInt(5))).toString();
  }

  private static String capital(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }
}
