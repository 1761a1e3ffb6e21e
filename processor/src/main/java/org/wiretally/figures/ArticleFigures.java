package org.wiretally.figures;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wiretally.article.Span;

/**
 * What one article says as a whole: which findings tell of the same persons, which is the whole and
 * which a part, and what the parts add up to.
 */
final class ArticleFigures {
  /** More findings than this in one article are a list or a stress test; the rest is left out. */
  private static final int MOST_FINDINGS = 400;

  private final List<Finding> findings = new ArrayList<>();
  private final Map<String, String> fullNames = new HashMap<>();

  /** By the surname of who speaks for it. */
  private final Map<String, String> bodies = new HashMap<>();

  private @Nullable String quotedLast;
  private int sentences;

  int nextSentence() {
    return sentences++;
  }

  void add(Finding finding) {
    if (findings.size() < MOST_FINDINGS) {
      findings.add(finding);
    }
  }

  // ------------------------------------------------------------------ claimants' names

  void named(String full) {
    String last = full.substring(full.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
    fullNames.put(last, full);
  }

  /** Takes note of whom somebody speaks for. */
  void speaks(String surname, String body) {
    bodies.put(surname.toLowerCase(Locale.ROOT), body);
  }

  /** The body that the claimant speaks for, wherever the article says so; else the claimant. */
  private @Nullable String body(@Nullable String claimant) {
    if (claimant == null || bodies.isEmpty()) {
      return claimant;
    }
    String last = claimant.substring(claimant.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
    return bodies.getOrDefault(last, claimant);
  }

  /** Takes note of who is quoted; gives the name in full. */
  String quoted(String name) {
    String full = inFull(name);
    quotedLast = full;
    return full;
  }

  /** Who was quoted last; null where nobody was yet. */
  @Nullable String quotedLast() {
    return quotedLast;
  }

  String inFull(String name) {
    if (name.indexOf(' ') >= 0) {
      return name;
    }
    return fullNames.getOrDefault(name.toLowerCase(Locale.ROOT), name);
  }

  // ------------------------------------------------------------------ claims

  List<Claim> claims() {
    if (findings.isEmpty()) {
      return List.of();
    }
    new Persons(findings).assign();
    List<Claim> claims = new ArrayList<>();
    gunfire();
    Map<Figure, List<Finding>> byFigure = new LinkedHashMap<>();
    for (Finding finding : findings) {
      byFigure.computeIfAbsent(finding.figure, f -> new ArrayList<>()).add(finding);
    }
    for (List<Finding> own : byFigure.values()) {
      figure(own, claims);
    }
    claims.sort(ArticleFigures::inOrder);
    return claims;
  }

  private static int inOrder(Claim a, Claim b) {
    if (a.inTitle() != b.inTitle()) {
      return a.inTitle() ? -1 : 1;
    }
    int starts = Integer.compare(a.span().start(), b.span().start());
    if (starts != 0) {
      return starts;
    }
    int figures = a.figure().compareTo(b.figure());
    return figures != 0 ? figures : Boolean.compare(a.derived(), b.derived());
  }

  /** Those hit by gunfire are injured unless the article says that they died. */
  private void gunfire() {
    Set<Person> killed = new LinkedHashSet<>();
    boolean anyKilled = false;
    for (Finding finding : findings) {
      if (finding.figure.equals(Figure.KILLED)) {
        Long best = finding.best();
        anyKilled |= best != null && best > 0;
        if (finding.person != null) {
          killed.add(finding.person);
        }
      }
    }
    List<Finding> kept = new ArrayList<>();
    for (Finding finding : findings) {
      boolean shot = finding.figure.equals(Figure.SHOT);
      boolean injured = finding.figure.equals(Figure.INJURED);
      if ((shot || injured) && finding.person != null && killed.contains(finding.person)) {
        continue;
      }
      if (!shot) {
        kept.add(finding);
        continue;
      }
      // "one man is dead and two others were shot": those two are not among the dead
      boolean apart = finding.mention.another && besidesOtherFigure(finding);
      boolean unsplit = anyKilled && finding.mention.counted() && !apart;
      Figure figure = unsplit ? Figure.CASUALTIES : Figure.INJURED;
      Finding read = new Finding(figure, finding.mention, finding.rule, finding.sentence);
      read.coordination = finding.coordination;
      read.person = finding.person;
      read.role = finding.role;
      read.place = finding.place;
      kept.add(read);
    }
    findings.clear();
    findings.addAll(kept);
  }

  private void figure(List<Finding> own, List<Claim> claims) {
    boolean plural = false;
    for (Finding f : own) {
      plural |= !f.mention.single;
    }
    Set<Person> persons = new LinkedHashSet<>();
    boolean before = false;
    for (Finding f : own) {
      Mention m = f.mention;
      Role role;
      if (m.included || f.role == Role.SUBSET) {
        role = Role.SUBSET;
      } else if (m.ofThem && before && sameSentenceBefore(own, f)) {
        role = Role.SUBSET;
      } else if ((m.more || (m.another && !m.single && (before || opensWithAnother(f))))
          && f.coordination == 0
          && !besidesOtherFigure(f)) {
        role = Role.INCREMENT;
      } else if (f.coordination > 0 && companions(own, f) > 1) {
        role = Role.PART;
        if (m.single && f.person != null && f.figure.equals(Figure.DETAINED)) {
          // whom the police hold has a name, so that another is told apart
          persons.add(f.person);
        }
      } else if (m.single) {
        boolean nth = (m.ordinal > 0 && f.figure.equals(Figure.DETAINED)) || isNthToDie(f);
        role = plural || nth || !m.group.equals(Claim.ALL) ? Role.PART : Role.TOTAL;
        if (f.person != null) {
          persons.add(f.person);
        }
      } else {
        role = m.group.equals(Claim.ALL) ? Role.TOTAL : Role.PART;
      }
      before |= m.single || (f.best() != null && f.best() > 0);
      f.decided = role;
    }
    for (Finding f : own) {
      if (persons.size() > 1 && !plural && f.decided == Role.TOTAL && f.mention.single) {
        f.decided = Role.PART;
      }
      if (f.mention.quantity != null) {
        claims.add(claim(f, f.decided, f.mention.group));
      }
    }
    unnumbered(own, claims);
    sums(own, claims);
    whole(own, claims);
  }

  /** "Another 14 people died overnight": those before stand in other articles. */
  private static boolean opensWithAnother(Finding f) {
    return f.mention.from == f.sentence.from()
        && f.sentence.lexemes().term(f.mention.from).is(Tag.ANOTHER);
  }

  /** "left a woman dead and four others injured": others than the dead, not four more injured. */
  private boolean besidesOtherFigure(Finding finding) {
    for (Finding other : findings) {
      if (other.sentence.order() == finding.sentence.order()
          && !other.figure.equals(finding.figure)
          && other.mention.from < finding.mention.from) {
        return true;
      }
    }
    return false;
  }

  /** "Passengers were killed": two at least, where the article gives no number at all. */
  private void unnumbered(List<Finding> own, List<Claim> claims) {
    for (Finding f : own) {
      if (f.mention.counted()) {
        return;
      }
    }
    for (Finding f : own) {
      Mention m = f.mention;
      if (m.quantity == null && !m.numbered && !m.pronoun && !m.possessive && !m.included) {
        m.quantity = new Quantity(2L, null, null, Qualifier.VAGUE);
        claims.add(claim(f, Role.UNKNOWN, m.group));
        m.quantity = null;
        return;
      }
    }
  }

  private static boolean sameSentenceBefore(List<Finding> own, Finding finding) {
    for (Finding other : own) {
      if (other.equals(finding)) {
        return false;
      }
      if (other.sentence.order() == finding.sentence.order() && other.mention.counted()) {
        return true;
      }
    }
    return false;
  }

  private static int companions(List<Finding> own, Finding finding) {
    int n = 0;
    for (Finding other : own) {
      if (together(other, finding) && !other.mention.included) {
        n++;
      }
    }
    return n;
  }

  /** "40 families and 12 students" are no 52 of anything. */
  private static boolean together(Finding a, Finding b) {
    return a.sentence.order() == b.sentence.order()
        && a.mention.unit == b.mention.unit
        && a.coordination == b.coordination
        && a.coordination > 0;
  }

  /** "26 armed criminals and 18 security officers": the total of a coordination. */
  private void sums(List<Finding> own, List<Claim> claims) {
    Set<Finding> done = new LinkedHashSet<>();
    for (Finding f : own) {
      if (f.coordination == 0 || f.decided != Role.PART || !done.add(f)) {
        continue;
      }
      List<Finding> parts = new ArrayList<>();
      for (Finding other : own) {
        if (together(f, other) && other.decided == Role.PART) {
          parts.add(other);
          done.add(other);
        }
      }
      derived(parts, "sum-of-parts", claims);
    }
  }

  /** The article's whole, where it is stated nowhere: distinct persons, or groups apart. */
  private void whole(List<Finding> own, List<Claim> claims) {
    long together = 0;
    for (Claim c : claims) {
      Long best = c.quantity().best();
      if (c.role() == Role.TOTAL
          && (best == null || best != 0)
          && c.group().equals(Claim.ALL)
          && c.figure().equals(own.get(0).figure)) {
        if (best == null || c.parts().size() != best || !c.figure().equals(Figure.DETAINED)) {
          // stated
          return;
        }
        // "Ann Hill and Carl Reed were arrested": the article may tell of a third
        together = Math.max(together, best);
      }
    }
    boolean open = false;
    for (Finding f : own) {
      open |= f.mention.quantity == null;
    }
    Map<Object, Finding> parts = new LinkedHashMap<>();
    Set<String> groups = new LinkedHashSet<>();
    for (Finding f : own) {
      if (f.mention.counted() && f.decided == Role.PART && f.best() != null) {
        Finding largest = parts.get(f.mention.group);
        Long best = largest == null ? null : largest.best();
        if (best == null || f.best() > best) {
          parts.put(f.mention.group, f);
        }
        groups.add(f.mention.group);
      }
    }
    for (Finding f : own) {
      if (f.mention.single && f.person != null && f.decided == Role.PART) {
        boolean attacker = f.mention.group.equals("ATTACKERS");
        boolean inGroup = groups.contains(f.mention.group) || (!groups.isEmpty() && !attacker);
        inGroup &= !besideGroup(own, f);
        if (!inGroup) {
          parts.putIfAbsent(f.person, f);
        }
      }
    }
    Finding dead = lastToDie(own);
    if (dead != null) {
      claims.add(sum(List.of(dead), Quantity.exact(dead.mention.ordinal), "ordinal"));
      return;
    }
    if (open || parts.isEmpty()) {
      return;
    }
    Finding more = increment(own);
    if (more != null) {
      parts.put(more, more);
    }
    Finding last = ordinal(own, parts.size());
    if (last != null) {
      claims.add(sum(List.of(last), Quantity.exact(last.mention.ordinal), "ordinal"));
      return;
    }
    if (parts.size() > together) {
      derived(new ArrayList<>(parts.values()), "sum-of-article", claims);
    }
  }

  /**
   * "A woman was killed. Two others were killed inland": the others add to those told of before.
   */
  private static @Nullable Finding increment(List<Finding> own) {
    boolean counted = false;
    Finding largest = null;
    for (Finding f : own) {
      Long best = f.best();
      if (f.decided == Role.INCREMENT && best != null) {
        Long most = largest == null ? null : largest.best();
        largest = most == null || best > most ? f : largest;
      } else {
        counted |= f.mention.counted();
      }
    }
    return counted ? null : largest;
  }

  /**
   * "Third suspect arrested": the last of three arrests, where the article tells of fewer. Of two
   * suspects the first may as well have died or got away, and "a third suspect was later held"
   * tells which of the suspects, not of how many arrests.
   */
  private static @Nullable Finding ordinal(List<Finding> own, int told) {
    Finding last = null;
    int most = Math.max(told, 2);
    for (Finding f : own) {
      boolean arrests = f.figure.equals(Figure.DETAINED) && f.rule.equals("participle");
      if (arrests && f.mention.ordinal > most) {
        last = f;
        most = f.mention.ordinal;
      }
    }
    return last;
  }

  /**
   * "A second person has died": the last of two dead, however many of them the article tells of. "A
   * second officer has died" tells of the officers alone.
   */
  private static @Nullable Finding lastToDie(List<Finding> own) {
    Finding last = null;
    int most = 1;
    for (Finding f : own) {
      if (isNthToDie(f) && f.mention.ordinal > most) {
        last = f;
        most = f.mention.ordinal;
      }
    }
    return last;
  }

  private static boolean isNthToDie(Finding f) {
    return f.mention.ordinal > 1
        && f.mention.group.equals(Claim.ALL)
        && f.figure.equals(Figure.KILLED)
        && f.rule.equals("subject");
  }

  /** "two boys killed, father commits suicide": one more than those counted before it. */
  private static boolean besideGroup(List<Finding> own, Finding single) {
    Mention m = single.mention;
    if ((m.pronoun && !m.reflexive) || m.definite || m.ofThem || m.included) {
      return false;
    }
    for (Finding other : own) {
      boolean counted = other.mention.counted() && !other.mention.group.equals(Claim.ALL);
      if (counted
          && !other.mention.group.equals(m.group)
          && other.sentence.order() == single.sentence.order()) {
        return true;
      }
    }
    return false;
  }

  private void derived(List<Finding> parts, String rule, List<Claim> claims) {
    long low = 0;
    long best = 0;
    boolean openHigh = false;
    long high = 0;
    Qualifier qualifier = Qualifier.EXACT;
    for (Finding part : parts) {
      Quantity q = part.mention.quantity;
      if (q == null
          || q.best() == null
          || part.mention.unit != parts.get(0).mention.unit
          || part.sentence.inTitle() != parts.get(0).sentence.inTitle()) {
        return;
      }
      best = Math.addExact(best, q.best());
      low += q.low() == null ? 0 : q.low();
      openHigh |= q.high() == null;
      high += q.high() == null ? 0 : q.high();
      if (q.qualifier() != Qualifier.EXACT) {
        qualifier = q.qualifier();
      }
    }
    claims.add(sum(parts, new Quantity(low, best, openHigh ? null : high, qualifier), rule));
  }

  private Claim sum(List<Finding> parts, Quantity sum, String rule) {
    Claim one = claim(parts.get(0), Role.TOTAL, Claim.ALL);
    return new Claim(
        one.figure(),
        sum,
        one.unit(),
        Role.TOTAL,
        Claim.ALL,
        one.claimant(),
        samePlace(parts) ? one.place() : null,
        one.asOf(),
        one.inTitle(),
        one.span(),
        one.sentence(),
        one.quote(),
        parts.stream().map(Finding::span).toList(),
        rule);
  }

  private static boolean samePlace(List<Finding> parts) {
    @Nullable Span place = parts.get(0).place;
    for (Finding part : parts) {
      if (!Objects.equals(part.place, place)) {
        return false;
      }
    }
    return true;
  }

  private Claim claim(Finding f, Role role, String group) {
    Quantity quantity = f.mention.quantity;
    if (quantity == null) {
      throw new IllegalStateException("a claim needs a quantity");
    }
    return new Claim(
        f.figure,
        quantity,
        f.mention.unit,
        role,
        group,
        body(f.sentence.claimant()),
        f.place == null ? null : OneLine.of(f.sentence.text(f.place)),
        f.sentence.asOf(),
        f.sentence.inTitle(),
        f.span(),
        f.sentence.whole(),
        f.sentence.quote(),
        List.of(),
        f.rule);
  }
}
