package org.wiretally.consensus;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads claimants' words into {@link Claimant}s. The bodies and their phrases are data ({@code
 * claimants.tsv}). Immutable and thread-safe.
 */
final class ClaimantLexicon {
  private static final Set<String> FUNCTION_WORDS =
      Set.of("the", "a", "an", "of", "for", "from", "by", "with", "and", "at", "in", "s", "to");
  private static final Set<String> RANKS =
      Set.of(
          "local",
          "state",
          "senior",
          "top",
          "several",
          "some",
          "two",
          "chief",
          "deputy",
          "spokesman",
          "spokeswoman",
          "spokesperson",
          "mr",
          "mrs",
          "ms",
          "dr",
          "meanwhile",
          "but",
          "however",
          "one",
          "city",
          "county",
          "federal",
          "national",
          "regional",
          "provincial",
          "other",
          "according");
  private static final int LONGEST_OWN_NAME = 4;

  private record Body(String name, Claimant.Kind kind) {}

  private final Map<String, Body> phrases = new HashMap<>();
  private final Set<String> firstWords = new HashSet<>();
  private final int longestPhrase;

  private ClaimantLexicon(List<List<String>> rows) {
    int longest = 1;
    for (List<String> row : rows) {
      Body body = new Body(row.get(0), Claimant.Kind.valueOf(row.get(1)));
      for (String phrase : row.get(2).split("\\|", -1)) {
        phrases.putIfAbsent(phrase, body);
        firstWords.add(phrase.split(" ", -1)[0]);
        longest = Math.max(longest, phrase.split(" ", -1).length);
      }
    }
    longestPhrase = longest;
  }

  static ClaimantLexicon load() {
    return new ClaimantLexicon(DataTable.read("claimants.tsv", 3));
  }

  /** The canonical claimant of the words that a text names one with; null if there is no word. */
  @Nullable Claimant canonical(String words) {
    List<String> tokens = tokens(words);
    List<String> lower = tokens.stream().map(token -> token.toLowerCase(Locale.ROOT)).toList();
    for (int length = Math.min(longestPhrase, tokens.size()); length > 0; length--) {
      for (int at = 0; at + length <= tokens.size(); at++) {
        if (firstWords.contains(lower.get(at))) {
          Body body = phrases.get(String.join(" ", lower.subList(at, at + length)));
          if (body != null) {
            return new Claimant(body.name(), whose(body.kind(), tokens, at), body.kind());
          }
        }
      }
    }
    return named(tokens);
  }

  /**
   * Local bodies are one in one story; states, parties and media are told apart by their adjective.
   */
  private static @Nullable String whose(Claimant.Kind kind, List<String> tokens, int before) {
    if (kind != Claimant.Kind.OFFICIAL && kind != Claimant.Kind.PARTY) {
      return null;
    }
    int from = before;
    while (from > 0 && ownName(tokens.get(from - 1))) {
      from--;
    }
    return from == before
        ? null
        : String.join(" ", tokens.subList(from, before)).toLowerCase(Locale.ROOT);
  }

  private static boolean ownName(String token) {
    String lower = token.toLowerCase(Locale.ROOT);
    return Character.isUpperCase(token.charAt(0))
        && !FUNCTION_WORDS.contains(lower)
        && !RANKS.contains(lower);
  }

  private static @Nullable Claimant named(List<String> tokens) {
    List<String> kept = new ArrayList<>();
    for (String token : tokens) {
      String lower = token.toLowerCase(Locale.ROOT);
      if (!FUNCTION_WORDS.contains(lower)
          && !RANKS.contains(lower)
          && kept.size() < LONGEST_OWN_NAME) {
        kept.add(lower);
      }
    }
    return kept.isEmpty() ? null : new Claimant(String.join(" ", kept), null, Claimant.Kind.OTHER);
  }

  private static List<String> tokens(String words) {
    List<String> tokens = new ArrayList<>();
    int start = -1;
    for (int i = 0; i <= words.length(); i++) {
      boolean inside =
          i < words.length()
              && (Character.isLetterOrDigit(words.charAt(i))
                  || (start >= 0 && isInnerApostrophe(words, i)));
      if (inside && start < 0) {
        start = i;
      } else if (!inside && start >= 0) {
        tokens.add(words.substring(start, i).replace('\u2019', '\''));
        start = -1;
      }
    }
    return tokens;
  }

  private static boolean isInnerApostrophe(String words, int at) {
    char c = words.charAt(at);
    return (c == '\'' || c == '\u2019')
        && at + 1 < words.length()
        && Character.isLetter(words.charAt(at + 1));
  }
}
