package org.wiretally.figures;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One line of the corpus: a text, {@code =>}, and all claims that it states.
 *
 * <p>A claim is {@code FIGURE value [role] [#GROUP] [@claimant]}, claims are apart by {@code ;}.
 * Values: {@code 26}, {@code >=26} at least, {@code >26} more than, {@code ~26} about, {@code <=26}
 * up to, {@code <26} fewer than, {@code 20..30} a range, {@code ?12..99} and {@code ?2..} vague.
 * Roles: none for TOTAL, {@code part}, {@code subset}, {@code more} for INCREMENT, {@code sum} for
 * a derived TOTAL. {@code families} and {@code households} name a unit. No claim at all is {@code
 * nothing}, with the reason of a rejection behind it where it matters. {@code ||} in the text
 * stands between paragraphs.
 *
 * @param text the text that is read
 * @param expected claims in the line's own notation, sorted; without what the line leaves open
 * @param reason that some rejection must have, or null
 */
record CorpusLine(String text, List<String> expected, @Nullable String reason) {
  static CorpusLine parse(String line) {
    int arrow = line.lastIndexOf("=>");
    while (arrow > 0 && line.charAt(arrow + 2) != ' ') {
      arrow = line.lastIndexOf("=>", arrow - 1);
    }
    if (arrow < 0) {
      throw new IllegalArgumentException("no => in corpus line: " + line);
    }
    String text = line.substring(0, arrow).strip().replace(" || ", "\n\n");
    String right = line.substring(arrow + 2).strip();
    if (right.startsWith("nothing")) {
      String reason = right.substring("nothing".length()).strip();
      return new CorpusLine(text, List.of(), reason.isEmpty() ? null : reason);
    }
    List<String> expected = new ArrayList<>();
    for (String claim : right.split(";", -1)) {
      expected.add(claim.strip());
    }
    return new CorpusLine(text, expected, null);
  }

  /** The expected claims that no claim meets, and the claims that none expects. */
  List<String> differences(Collection<Claim> claims) {
    List<Claim> left = new ArrayList<>(claims);
    List<String> differences = new ArrayList<>();
    for (String wanted : expected) {
      boolean found = false;
      for (Claim claim : left) {
        if (meets(claim, wanted)) {
          left.remove(claim);
          found = true;
          break;
        }
      }
      if (!found) {
        differences.add("missing: " + wanted);
      }
    }
    for (Claim claim : left) {
      differences.add("unexpected: " + notation(claim));
    }
    return differences;
  }

  private static boolean meets(Claim claim, String wanted) {
    String plain = wanted;
    int at = plain.indexOf('@');
    if (at >= 0) {
      String claimant = plain.substring(at + 1).strip();
      plain = plain.substring(0, at).strip();
      String actual = claim.claimant() == null ? "nobody" : claim.claimant();
      if (!actual.toLowerCase(Locale.ROOT).equals(claimant.toLowerCase(Locale.ROOT))) {
        return false;
      }
    }
    int hash = plain.indexOf('#');
    if (hash >= 0) {
      String group = plain.substring(hash + 1).strip();
      plain = plain.substring(0, hash).strip();
      if (!claim.group().equals(group)) {
        return false;
      }
    }
    return core(claim).equals(plain);
  }

  static String notation(Claim claim) {
    return core(claim)
        + (claim.group().equals(Claim.ALL) ? "" : " #" + claim.group())
        + (claim.claimant() == null ? "" : " @" + claim.claimant())
        + " {"
        + claim.rule()
        + "}";
  }

  private static String core(Claim claim) {
    Quantity q = claim.quantity();
    String value =
        switch (q.qualifier()) {
          case EXACT -> "" + q.best();
          case AT_LEAST -> ">=" + q.best();
          case MORE_THAN -> ">" + q.best();
          case ABOUT -> "~" + q.best();
          case UP_TO -> "<=" + q.high();
          case FEWER_THAN -> "<" + (q.high() == null ? "" : q.high() + 1);
          case RANGE -> q.low() + ".." + q.high();
          case VAGUE -> "?" + q.low() + ".." + (q.high() == null ? "" : q.high());
        };
    String role =
        switch (claim.role()) {
          case TOTAL -> claim.derived() ? " sum" : "";
          case PART -> " part";
          case SUBSET -> " subset";
          case INCREMENT -> " more";
          case UNKNOWN -> " unknown";
        };
    String unit =
        switch (claim.unit()) {
          case PERSONS -> "";
          case FAMILIES -> " families";
          case HOUSEHOLDS -> " households";
        };
    return claim.figure() + " " + value + unit + role;
  }
}
