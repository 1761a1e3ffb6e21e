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
    TEASER,
    TEASERS;

    boolean sparesSentences() {
      return this == FRAGMENT || this == TEASER;
    }
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

  /** No rule begins with a longer word. */
  private static final int LONGEST_WORD = 32;

  private static final Chrome DEFAULT = new Chrome(Vocabulary.lines("chrome.txt"));

  private final Map<String, List<Rule>> anchored = new HashMap<>();
  private final Map<String, List<Rule>> anywhere = new HashMap<>();
  private final Set<String> figureWords = Vocabulary.lines("figure-words.txt");
  private final Set<String> numberWords = Vocabulary.lines("number-words.txt");
  private final int shortestFigureWord;
  private final int longest;
  private final int longestAnywhere;

  private Chrome(Set<String> lines) {
    int most = 0;
    int mostAnywhere = 0;
    for (String line : lines) {
      Rule rule = Rule.parse(line);
      (rule.fromStart() ? anchored : anywhere)
          .computeIfAbsent(rule.firstWord(), word -> new ArrayList<>())
          .add(rule);
      most = Math.max(most, rule.longest());
      mostAnywhere = rule.fromStart() ? mostAnywhere : Math.max(mostAnywhere, rule.longest());
    }
    longest = most;
    longestAnywhere = mostAnywhere;
    shortestFigureWord = figureWords.stream().mapToInt(String::length).min().orElse(0);
  }

  static Chrome standard() {
    return DEFAULT;
  }

  /** The rule that takes the paragraph away, null where none does. */
  @Nullable Rule match(CharSequence paragraph) {
    int length = paragraph.length();
    if (length > longest || (length > longestAnywhere && !mayBegin(paragraph))) {
      return null;
    }
    String words = Fold.words(paragraph);
    boolean sentence = Words.endsSentence(paragraph);
    Rule rule = match(anchored.get(wordAt(words, 1)), length, sentence, words);
    int start = 1;
    while (rule == null && length <= longestAnywhere && start < words.length()) {
      String word = wordAt(words, start);
      rule = match(anywhere.get(word), length, sentence, words);
      start += word.length() + 1;
    }
    return rule == null || isProtected(words, rule.reach()) ? null : rule;
  }

  /**
   * Whether any rule begins with the paragraph's first word; spares most paragraphs the folding.
   */
  private boolean mayBegin(CharSequence paragraph) {
    CharSequence head = paragraph.subSequence(0, Math.min(paragraph.length(), LONGEST_WORD));
    return anchored.containsKey(wordAt(Fold.words(head), 1));
  }

  private static String wordAt(String words, int start) {
    int end = words.indexOf(' ', start);
    return end < 0 ? "" : words.substring(start, end);
  }

  /** Whether the paragraph counts people who came to harm. */
  boolean statesFigure(CharSequence paragraph) {
    return isProtected(Fold.words(paragraph), Reach.LINE);
  }

  private static @Nullable Rule match(
      @Nullable List<Rule> rules, int length, boolean sentence, String words) {
    if (rules != null) {
      for (Rule rule : rules) {
        if (length <= rule.longest()
            && !(sentence && rule.reach().sparesSentences())
            && rule.matches(words)) {
          return rule;
        }
      }
    }
    return null;
  }

  /** Whether the folded paragraph may state a figure, which no rule of that reach takes away. */
  private boolean isProtected(String words, Reach reach) {
    if (reach == Reach.TEASER || reach == Reach.TEASERS) {
      return false;
    }
    boolean number = reach == Reach.FRAGMENT;
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
