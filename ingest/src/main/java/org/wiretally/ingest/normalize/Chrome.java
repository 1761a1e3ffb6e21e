package org.wiretally.ingest.normalize;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rules of {@code chrome.txt}: which paragraphs of a page are no part of its article.
 *
 * <p>Rules are looked up by their first word, so a paragraph costs its own length, whatever the
 * number of rules. Immutable.
 */
final class Chrome {
  /** What a rule takes away. */
  enum Reach {
    LINE,
    FRAGMENT,
    TEASERS
  }

  /**
   * One line of {@code chrome.txt}.
   *
   * @param parts what has to occur in this order, each with a space at either end
   */
  record Rule(
      String name, Reach reach, int longest, boolean fromStart, boolean toEnd, List<String> parts) {
    static Rule parse(String line) {
      String[] cells = line.split("\\|", -1);
      if (cells.length != 4) {
        throw new IllegalStateException("chrome.txt: \"" + line + "\" has not four cells");
      }
      String pattern = cells[3].strip();
      boolean fromStart = pattern.startsWith("^");
      boolean toEnd = pattern.endsWith("$");
      pattern = pattern.substring(fromStart ? 1 : 0, pattern.length() - (toEnd ? 1 : 0));
      List<String> parts = new ArrayList<>();
      for (String part : pattern.split("\\.\\.", -1)) {
        parts.add(" " + part.strip() + " ");
      }
      return new Rule(
          cells[0].strip(),
          Reach.valueOf(cells[1].strip().toUpperCase(Locale.ROOT)),
          Integer.parseInt(cells[2].strip()),
          fromStart,
          toEnd,
          parts);
    }

    /** Whether the rule's parts occur in the folded paragraph. */
    boolean matches(String words) {
      int at = 0;
      for (int i = 0; i < parts.size(); i++) {
        String part = parts.get(i);
        int found;
        if (i == 0 && fromStart) {
          found = words.startsWith(part) ? 0 : -1;
        } else if (i == parts.size() - 1 && toEnd) {
          found = words.endsWith(part) ? words.length() - part.length() : -1;
        } else {
          found = words.indexOf(part, at);
        }
        if (found < at) {
          return false;
        }
        at = found + part.length() - 1;
      }
      return !toEnd || at == words.length() - 1;
    }

    String firstWord() {
      String part = parts.get(0);
      return part.substring(1, part.indexOf(' ', 1));
    }
  }

  private static final Chrome DEFAULT = new Chrome(Vocabulary.lines("chrome.txt"));

  private final Map<String, List<Rule>> anchored = new HashMap<>();
  private final Map<String, List<Rule>> anywhere = new HashMap<>();
  private final Set<String> figureWords = Vocabulary.lines("figure-words.txt");
  private final Set<String> numberWords = Vocabulary.lines("number-words.txt");
  private final int shortestFigureWord;
  private final int longest;

  private Chrome(Set<String> lines) {
    int most = 0;
    for (String line : lines) {
      Rule rule = Rule.parse(line);
      (rule.fromStart() ? anchored : anywhere)
          .computeIfAbsent(rule.firstWord(), word -> new ArrayList<>())
          .add(rule);
      most = Math.max(most, rule.longest());
    }
    longest = most;
    shortestFigureWord = figureWords.stream().mapToInt(String::length).min().orElse(0);
  }

  static Chrome standard() {
    return DEFAULT;
  }

  /** The rule that takes the paragraph away, null where none does. */
  @Nullable Rule match(CharSequence paragraph) {
    if (paragraph.length() > longest) {
      return null;
    }
    String words = Fold.words(paragraph);
    boolean sentence = Words.endsSentence(paragraph);
    int start = 1;
    boolean first = true;
    while (start < words.length()) {
      int end = words.indexOf(' ', start);
      String word = words.substring(start, end);
      Rule rule = first ? match(anchored.get(word), paragraph.length(), sentence, words) : null;
      if (rule == null) {
        rule = match(anywhere.get(word), paragraph.length(), sentence, words);
      }
      if (rule != null) {
        return rule.reach() != Reach.TEASERS && statesFigure(words) ? null : rule;
      }
      first = false;
      start = end + 1;
    }
    return null;
  }

  private static @Nullable Rule match(
      @Nullable List<Rule> rules, int length, boolean sentence, String words) {
    if (rules != null) {
      for (Rule rule : rules) {
        if (length <= rule.longest()
            && !(sentence && rule.reach() == Reach.FRAGMENT)
            && rule.matches(words)) {
          return rule;
        }
      }
    }
    return null;
  }

  /** Whether a number and a word for people's harm stand in the folded paragraph. */
  private boolean statesFigure(String words) {
    boolean number = false;
    boolean harm = false;
    int start = 1;
    while (start < words.length()) {
      int end = words.indexOf(' ', start);
      String word = words.substring(start, end);
      number |= word.startsWith("#") || numberWords.contains(word);
      for (int cut = shortestFigureWord; !harm && cut <= word.length(); cut++) {
        harm = figureWords.contains(word.substring(0, cut));
      }
      start = end + 1;
    }
    return number && harm;
  }
}
