package org.wiretally.consensus;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.wiretally.article.Span;
import org.wiretally.figures.Claim;
import org.wiretally.figures.Figure;
import org.wiretally.figures.Qualifier;
import org.wiretally.figures.Quantity;
import org.wiretally.figures.Role;
import org.wiretally.figures.Unit;

/**
 * A readable stream of articles and the updates that it must give. The grammar is described in
 * {@code corpus/consensus/README.md}.
 */
final class Scenario {
  private static final Pattern ARTICLE =
      Pattern.compile(
          "(?<time>\\d{4}-\\S+) (?:article|version (?<version>\\d+) of) (?<id>\\S+)"
              + "(?: in (?<story>\\S+))?(?: copy of (?<root>\\S+))?(?: by (?<publisher>.+))?");
  private static final Pattern CLAIM =
      Pattern.compile(
          "(?<beside>beside )?(?<figure>[A-Z_]+)(?:/(?<group>[A-Z_]+))?"
              + " (?:(?<role>total|part|subset|increment|derived) )?(?<quantity>.+?)(?<unit>"
              + " families| households)?(?: in (?<place>[A-Z][a-z]+))?(?: as of (?<asof>\\S+))?(?: according to"
              + " (?<claimant>.+?))?(?: noting (?<quote>.+))?");

  /** One line of the stream and the updates expected after it. */
  record Step(String text, List<LiveClaim> claims, String article, List<String> expected) {}

  final List<Step> steps = new ArrayList<>();
  private final Map<String, String> storyOf = new HashMap<>();
  private final Map<String, TreeMap<String, Consensus>> answers = new TreeMap<>();
  private final Map<String, List<LiveClaim>> live = new TreeMap<>();

  static Scenario parse(String file) {
    Scenario scenario = new Scenario();
    List<String> header = new ArrayList<>();
    List<LiveClaim> claims = new ArrayList<>();
    List<String> expected = new ArrayList<>();
    String article = "";
    for (String line : (file + "\nend").split("\n", -1)) {
      String trimmed = line.strip();
      if (trimmed.isEmpty() || trimmed.startsWith("#")) {
        continue;
      }
      if (trimmed.startsWith("->")) {
        expected.add(trimmed.substring(2).strip());
      } else if (line.startsWith(" ")) {
        claims.add(claim(trimmed, header.get(0), claims.size()));
      } else {
        if (!header.isEmpty()) {
          scenario.steps.add(
              new Step(header.get(0), List.copyOf(claims), article, List.copyOf(expected)));
        }
        header.clear();
        claims.clear();
        expected.clear();
        header.add(trimmed);
        Matcher matcher = ARTICLE.matcher(trimmed);
        article = matcher.matches() ? Objects.requireNonNull(matcher.group("id")) : "";
      }
    }
    return scenario;
  }

  private static LiveClaim claim(String line, String header, int index) {
    Matcher a = ARTICLE.matcher(header);
    Matcher c = CLAIM.matcher(line);
    if (!a.matches() || !c.matches()) {
      throw new IllegalArgumentException("cannot read \"" + line + "\" under \"" + header + "\"");
    }
    String id = Objects.requireNonNull(a.group("id"));
    int version = a.group("version") == null ? 1 : Integer.parseInt(a.group("version"));
    String role = Objects.requireNonNullElse(c.group("role"), "total");
    String unit = c.group("unit");
    String asOf = c.group("asof");
    Quantity quantity = quantity(Objects.requireNonNull(c.group("quantity")));
    Span span = new Span(10 * index, 10 * index + 2);
    int sentence = c.group("beside") == null ? index : index - 1;
    return new LiveClaim(
        id + "#" + version + "#" + index,
        id,
        version,
        a.group("publisher"),
        time(Objects.requireNonNull(a.group("time"))),
        Objects.requireNonNullElse(a.group("root"), id),
        new Claim(
            new Figure(Objects.requireNonNull(c.group("figure"))),
            quantity,
            unit == null ? Unit.PERSONS : Unit.valueOf(unit.strip().toUpperCase(Locale.ROOT)),
            role.equals("derived") ? Role.TOTAL : Role.valueOf(role.toUpperCase(Locale.ROOT)),
            Objects.requireNonNullElse(c.group("group"), Claim.ALL),
            c.group("claimant"),
            c.group("place"),
            asOf == null ? null : time(asOf),
            false,
            span,
            new Span(10 * sentence, 10 * sentence + 8),
            Objects.requireNonNullElse(c.group("quote"), line),
            role.equals("derived") ? List.of(span) : List.of(),
            "scenario"));
  }

  private static Instant time(String text) {
    return LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
  }

  private static Quantity quantity(String words) {
    Matcher range = Pattern.compile("(\\d+) to (\\d+)").matcher(words);
    if (range.matches()) {
      long low = Long.parseLong(range.group(1));
      long high = Long.parseLong(range.group(2));
      return new Quantity(low, (low + high) / 2, high, Qualifier.RANGE);
    }
    return switch (words) {
      case "several" -> new Quantity(2L, null, null, Qualifier.VAGUE);
      case "tens" -> new Quantity(10L, null, 99L, Qualifier.VAGUE);
      case "dozens" -> new Quantity(12L, null, 99L, Qualifier.VAGUE);
      case "hundreds" -> new Quantity(100L, null, 999L, Qualifier.VAGUE);
      case "thousands" -> new Quantity(1000L, null, 9999L, Qualifier.VAGUE);
      default -> hedged(words);
    };
  }

  private static Quantity hedged(String words) {
    long n = Long.parseLong(words.replaceAll("\\D", ""));
    String hedge = words.replaceAll("[\\d, ]+$", "");
    return switch (hedge) {
      case "" -> Quantity.exact(n);
      case "at least" -> new Quantity(n, n, null, Qualifier.AT_LEAST);
      case "more than" -> new Quantity(n + 1, n, null, Qualifier.MORE_THAN);
      case "about" -> new Quantity(n - n / 10, n, n + n / 10, Qualifier.ABOUT);
      case "up to" -> new Quantity(0L, null, n, Qualifier.UP_TO);
      case "fewer than" -> new Quantity(null, null, n - 1, Qualifier.FEWER_THAN);
      default -> throw new IllegalArgumentException("no quantity: " + words);
    };
  }

  /** Takes the step and gives the updates that it caused, as the corpus writes them. */
  List<String> take(Step step, ConsensusFold fold) {
    String[] words = step.text().split(" ", -1);
    List<String> updates = new ArrayList<>();
    switch (words[0]) {
      case "withdraw" -> {
        String story = storyOf.getOrDefault(words[1], "s1");
        remove(words[1]);
        look(story, Cause.WITHDRAWN, fold, updates);
      }
      case "move" -> {
        String from = storyOf.getOrDefault(words[1], "s1");
        List<LiveClaim> claims = remove(words[1]);
        live.computeIfAbsent(words[3], s -> new ArrayList<>()).addAll(claims);
        storyOf.put(words[1], words[3]);
        look(from, Cause.WITHDRAWN, fold, updates);
        look(words[3], Cause.ARRIVED, fold, updates);
      }
      case "merge" -> {
        List<LiveClaim> moved = Objects.requireNonNull(live.remove(words[1]));
        live.computeIfAbsent(words[3], s -> new ArrayList<>()).addAll(moved);
        moved.forEach(claim -> storyOf.put(claim.articleId(), words[3]));
        look(words[1], Cause.MERGED, fold, updates);
        look(words[3], Cause.MERGED, fold, updates);
      }
      default -> {
        Matcher matcher = ARTICLE.matcher(step.text());
        if (!matcher.matches()) {
          throw new IllegalArgumentException("cannot read \"" + step.text() + "\"");
        }
        String story =
            Objects.requireNonNullElse(
                matcher.group("story"), storyOf.getOrDefault(step.article(), "s1"));
        boolean revised = matcher.group("version") != null;
        if (revised) {
          remove(step.article());
        }
        storyOf.put(step.article(), story);
        live.computeIfAbsent(story, s -> new ArrayList<>()).addAll(step.claims());
        look(story, revised ? Cause.REVISED : Cause.ARRIVED, fold, updates);
      }
    }
    return updates;
  }

  private List<LiveClaim> remove(String article) {
    List<LiveClaim> removed = new ArrayList<>();
    for (List<LiveClaim> claims : live.values()) {
      claims.removeIf(claim -> claim.articleId().equals(article) && removed.add(claim));
    }
    return removed;
  }

  private void look(String story, Cause cause, ConsensusFold fold, List<String> updates) {
    TreeMap<String, Consensus> before = answers.computeIfAbsent(story, s -> new TreeMap<>());
    TreeMap<String, Consensus> now = new TreeMap<>();
    for (Consensus consensus : fold.fold(live.getOrDefault(story, List.of()))) {
      now.put(key(consensus), consensus);
    }
    TreeMap<String, Consensus> keys = new TreeMap<>(before);
    keys.putAll(now);
    for (String key : keys.keySet()) {
      Consensus was = before.get(key);
      Change change =
          new ChangeReader().read(was == null ? null : Shown.of(was), now.get(key), cause);
      if (change instanceof Change.Update update) {
        updates.add(
            (story.equals("s1") ? "" : story + ": ")
                + update.kind()
                + " "
                + key
                + " "
                + values(now.get(key))
                + " "
                + update.reason());
      }
    }
    answers.put(story, now);
  }

  private static String key(Consensus consensus) {
    return consensus.group().equals(Claim.ALL)
        ? consensus.figure().name()
        : consensus.figure() + "/" + consensus.group();
  }

  static String values(@Nullable Consensus consensus) {
    return consensus == null
        ? "[]"
        : "["
            + text(consensus.low())
            + " "
            + text(consensus.best())
            + " "
            + text(consensus.high())
            + "]";
  }

  private static String text(@Nullable Long value) {
    return value == null ? "-" : value.toString();
  }

  Map<String, List<LiveClaim>> live() {
    return live;
  }
}
