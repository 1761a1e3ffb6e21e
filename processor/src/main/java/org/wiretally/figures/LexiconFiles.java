package org.wiretally.figures;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Reads the data files of one language.
 *
 * <p>A file holds sections: a line {@code [name argument ... key=value]} and below it entries. What
 * an entry looks like depends on the section: phrases apart by commas, five forms of a verb, {@code
 * singular / plural}, {@code phrase = low high}, or {@code word=number}. {@code #} starts a
 * comment.
 */
final class LexiconFiles {
  private static final List<String> FILES =
      List.of(
          "language",
          "numbers",
          "hedges",
          "victims",
          "things",
          "triggers",
          "grammar",
          "claimants",
          "verbs",
          // last, as a given name that is a word besides stays that word
          "names",
          "teasers");

  /** Sections of things that have a singular; what else stands behind a number has none. */
  private static final Set<String> ONE_OR_MANY = Set.of("thing", "animal", "storm");

  private final Map<String, Term> terms = new LinkedHashMap<>();
  private final Map<String, String> settings = new HashMap<>();
  private final Map<String, Figure> figures = new HashMap<>();

  private LexiconFiles() {}

  static LexiconFiles read(Language language) {
    LexiconFiles files = new LexiconFiles();
    for (String file : FILES) {
      files.file("/org/wiretally/lexicon/" + language.code() + "/" + file + ".txt");
    }
    return files;
  }

  /** By phrase: its words, folded, apart by single blanks. */
  Map<String, Term> terms() {
    return terms;
  }

  char setting(String name) {
    String value = settings.get(name);
    if (value == null || value.length() != 1) {
      throw new IllegalStateException(
          "lexicon setting \"" + name + "\" is missing: give one character in language.txt");
    }
    return value.charAt(0);
  }

  private void file(String path) {
    try (InputStream in = LexiconFiles.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalArgumentException(
            "lexicon file " + path + " is not there: add it, or choose a language that has one");
      }
      BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      String[] section = {};
      int number = 0;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        number++;
        line = line.strip();
        if (line.isEmpty() || line.startsWith("#")) {
          continue;
        }
        if (line.startsWith("[") && line.endsWith("]")) {
          section = line.substring(1, line.length() - 1).split(" ", -1);
          continue;
        }
        try {
          entry(path, section, line);
        } catch (RuntimeException e) {
          throw new IllegalStateException(
              "lexicon file "
                  + path
                  + ", line "
                  + number
                  + ": cannot read \""
                  + line
                  + "\" in section "
                  + String.join(" ", section),
              e);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("lexicon file " + path + " cannot be read", e);
    }
  }

  private void entry(String path, String[] section, String line) {
    String file = path.substring(path.lastIndexOf('/') + 1);
    switch (file) {
      case "language.txt" -> {
        int equals = line.indexOf('=');
        settings.put(line.substring(0, equals).strip(), line.substring(equals + 1).strip());
      }
      case "numbers.txt" -> number(section[0], line);
      case "hedges.txt" -> hedge(section[0], term(line));
      case "victims.txt" -> victim(section, line);
      case "things.txt" -> nouns(line, (t, plural) -> thing(section[0], t, plural));
      case "names.txt" -> given(section, line);
      case "teasers.txt" -> teaser(line);
      case "triggers.txt" -> trigger(section, line);
      case "grammar.txt" -> grammar(section[0], line);
      case "claimants.txt", "verbs.txt" -> grammar(section[0], line);
      default -> throw new IllegalStateException("no rule for file " + file);
    }
  }

  // ------------------------------------------------------------------ sections

  private static void thing(String section, Term term, boolean plural) {
    term.thing = section;
    term.manyThings |= plural || !ONE_OR_MANY.contains(section);
  }

  private void given(String[] section, String line) {
    for (String name : line.split(" ", -1)) {
      Term term = term(name);
      term.marginal = term.unused();
      term.given = true;
      term.sex = section.length > 1 ? section[1].charAt("sex=".length()) : 0;
    }
  }

  private void teaser(String phrase) {
    Term term = term(phrase);
    term.marginal |= term.unused() && !term.given;
    mark(term, Tag.TEASER);
  }

  private void number(String section, String line) {
    switch (section) {
      case "half" -> term(line).numberKind = Term.NumberKind.HALF;
      case "joint" -> term(line).joint = true;
      case "vague" -> {
        int equals = line.indexOf('=');
        String[] bounds = line.substring(equals + 1).strip().split(" ", -1);
        Term term = term(line.substring(0, equals));
        term.vague = true;
        term.low = Long.parseLong(bounds[0]);
        term.high = bounds[1].equals("open") ? Long.MAX_VALUE : Long.parseLong(bounds[1]);
      }
      default -> {
        for (String item : line.split(" ", -1)) {
          int equals = item.indexOf('=');
          Term term = term(item.substring(0, equals));
          term.numberKind = Term.NumberKind.valueOf(section.toUpperCase(Locale.ROOT));
          term.number = Long.parseLong(item.substring(equals + 1));
        }
      }
    }
  }

  private static void hedge(String section, Term term) {
    switch (section) {
      case "BELOW" -> term.below = true;
      case "NONE" -> term.filler = true;
      case "AFTER_AT_LEAST" -> term.afterHedge = Qualifier.AT_LEAST;
      case "AFTER_ABOUT" -> term.afterHedge = Qualifier.ABOUT;
      case "AFTER_UP_TO" -> term.afterHedge = Qualifier.UP_TO;
      default -> term.hedge = Qualifier.valueOf(section);
    }
  }

  private void victim(String[] section, String line) {
    Unit unit =
        switch (section[0]) {
          case "HOUSEHOLDS" -> Unit.HOUSEHOLDS;
          case "FAMILIES" -> Unit.FAMILIES;
          default -> Unit.PERSONS;
        };
    boolean sized = section.length > 1 && section[1].startsWith("size=");
    char sex = section.length > 1 && !sized ? section[1].charAt("sex=".length()) : 0;
    int size = sized ? Integer.parseInt(section[1].substring("size=".length())) : 1;
    nouns(
        line,
        (term, plural) -> {
          term.size = plural ? 1 : size;
          term.group = unit == Unit.PERSONS ? section[0] : Claim.ALL;
          term.unit = unit;
          term.sex = sex;
          term.singular |= !plural;
          term.plural |= plural;
        });
  }

  private void trigger(String[] section, String line) {
    Figure figure = section.length > 1 ? figure(section[1]) : null;
    switch (section[0]) {
      case "verb" -> {
        boolean transitive = !section[2].equals("intransitive");
        boolean intransitive = !section[2].equals("transitive");
        forms(
            line,
            (term, form) -> {
              term.verb = figure;
              term.forms |= form;
              term.transitive |= transitive;
              term.intransitive |= intransitive;
            });
      }
      case "light" -> forms(line, (term, form) -> mark(term, Tag.LIGHT).lightForms |= form);
      case "taker" -> forms(line, (term, form) -> mark(term, Tag.TAKER).takerForms |= form);
      case "forced" -> forms(line, (term, form) -> mark(term, Tag.FORCED).forcedForms |= form);
      case "house" -> nouns(line, (term, plural) -> term.house = true);
      case "among" -> mark(term(line), Tag.INCLUDING).among = figure;
      case "whole" -> term(line).whole = figure;
      case "state" -> term(line).state = figure;
      case "homeward" -> term(line).homeward = figure;
      case "fled" -> term(line).fled = figure;
      case "toll" -> term(line).toll = figure;
      case "act" ->
          nouns(
              line,
              (term, plural) -> {
                term.act = figure;
                term.manyActs |= plural;
              });
      case "count" ->
          nouns(
              line,
              (term, plural) -> {
                term.count = figure;
                term.singular |= !plural;
                term.plural |= plural;
              });
      case "held" ->
          nouns(
              line,
              (term, plural) -> {
                term.held = figure;
                term.group = term.group == null ? Claim.ALL : term.group;
                term.singular |= !plural;
                term.plural |= plural;
                if (term.phrase.contains("famil")) {
                  term.unit = Unit.FAMILIES;
                }
              });
      default -> throw new IllegalStateException("no section " + section[0]);
    }
  }

  private void grammar(String section, String line) {
    int equals = section.indexOf('=');
    String name = equals < 0 ? section : section.substring(0, equals);
    int value = equals < 0 ? 0 : Integer.parseInt(section.substring(equals + 1));
    for (String phrase : line.split(",", -1)) {
      Term term = term(phrase);
      if (name.equals("weekday")) {
        term.weekday = value;
      } else if (name.equals("ordinal")) {
        term.ordinal = value;
      } else if (value > 0) {
        term.month = value;
      } else {
        Tag tag = Tag.valueOf(name.toUpperCase(Locale.ROOT));
        term.marginal |= tag.contextual() && (term.unused() || term.onlyAbbreviates());
        mark(term, tag);
      }
    }
  }

  /** One for each name, so that most comparisons need no look at its letters. */
  private Figure figure(String name) {
    return figures.computeIfAbsent(name, Figure::named);
  }

  private static Term mark(Term term, Tag tag) {
    if (tag.second) {
      term.moreTags |= tag.bit;
    } else {
      term.tags |= tag.bit;
    }
    return term;
  }

  // ------------------------------------------------------------------ entries

  private interface NounUse {
    void accept(Term term, boolean plural);
  }

  private interface FormUse {
    void accept(Term term, int form);
  }

  private void nouns(String line, NounUse use) {
    int slash = line.indexOf('/');
    String singular = slash < 0 ? line : line.substring(0, slash);
    Consumer<String> plural = phrase -> use.accept(term(phrase), true);
    if (!singular.isBlank()) {
      use.accept(term(singular), false);
    }
    if (slash >= 0) {
      plural.accept(line.substring(slash + 1));
    }
  }

  private void forms(String line, FormUse use) {
    String[] forms = line.split(",", -1);
    if (forms.length != 5) {
      throw new IllegalArgumentException("a verb has five forms, here are " + forms.length);
    }
    for (int i = 0; i < 5; i++) {
      use.accept(term(forms[i]), 1 << i);
    }
  }

  private Term term(String phrase) {
    return terms.computeIfAbsent(words(phrase), Term::new);
  }

  /**
   * The phrase as the lexer will see it: hyphens and apostrophes cut, dots of abbreviations off.
   */
  static String words(String phrase) {
    StringBuilder out = new StringBuilder();
    for (String word : phrase.strip().toLowerCase(Locale.ROOT).split("[ -]+", -1)) {
      int apostrophe = word.indexOf('\'');
      boolean dots = word.indexOf('.') < word.length() - 1;
      String bare = word.endsWith(".") && !dots ? word.substring(0, word.length() - 1) : word;
      if (apostrophe > 0 && !bare.equals("n't")) {
        bare = bare.substring(0, apostrophe) + " " + bare.substring(apostrophe);
      }
      out.append(out.isEmpty() ? "" : " ").append(bare);
    }
    return out.toString();
  }
}
