package org.wiretally.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Who an article's single victims are: "a man was shot", "Tom Hill, 34, died" and "he" may be one
 * person. Names, ages and sexes that do not go together keep them apart, as does one sentence.
 */
final class Persons {
  private final List<Finding> findings;

  /** For all findings of an article, in the order of the text. */
  Persons(List<Finding> findings) {
    this.findings = findings;
  }

  /** Gives each single victim a person; mentions of one person share it. */
  void assign() {
    List<Person> victims = new ArrayList<>();
    List<Person> suspects = new ArrayList<>();
    for (int i = 0; i < findings.size(); i++) {
      Finding finding = findings.get(i);
      if (!finding.mention.single || finding.mention.quantity == null) {
        continue;
      }
      // one mention may be the victim of several verbs
      for (int j = 0; j < i && finding.person == null; j++) {
        Finding earlier = findings.get(j);
        if (earlier.mention.equals(finding.mention) && suspected(earlier) == suspected(finding)) {
          finding.person = earlier.person;
        }
      }
      if (finding.person == null) {
        // "the man" who was arrested is not the man who was shot
        finding.person = resolve(finding, suspected(finding) ? suspects : victims);
      }
    }
  }

  /** Whether the sentence tells of nobody else. */
  private boolean alone(Finding finding) {
    for (Finding other : findings) {
      if (other.sentence.order() == finding.sentence.order()
          && !other.mention.equals(finding.mention)) {
        return false;
      }
    }
    return true;
  }

  private static boolean suspected(Finding finding) {
    return finding.figure.equals(Figure.DETAINED) || finding.figure.equals(Figure.CHARGED);
  }

  private Person resolve(Finding finding, List<Person> persons) {
    Mention m = finding.mention;
    List<String> names = names(finding);
    List<Person> taken = List.of();
    for (int i = 0; i < findings.size(); i++) {
      Finding other = findings.get(i);
      boolean together =
          other.sentence.order() == finding.sentence.order()
              && !other.mention.pronoun
              && !m.pronoun
              && !event(other.mention)
              && !event(m)
              && !repeats(other, finding)
              && !other.mention.equals(m)
              && other.person != null
              && !sameName(other, names);
      if (together) {
        taken = taken.isEmpty() ? new ArrayList<>() : taken;
        taken.add(other.person);
      }
    }
    // "another" is another than those of its sentence, else than all before
    boolean fresher = m.another && alone(finding);
    if (m.named() && !fresher) {
      for (int i = persons.size() - 1; i >= 0; i--) {
        Person p = persons.get(i);
        boolean same = p.figures.contains(finding.figure);
        if (same && !taken.contains(p) && compatible(p, m, names)) {
          return merge(p, finding, names);
        }
      }
    }
    for (int i = persons.size() - 1; i >= 0 && !fresher; i--) {
      Person p = persons.get(i);
      if (!taken.contains(p) && compatible(p, m, names)) {
        return merge(p, finding, names);
      }
    }
    Person fresh = new Person(persons.size(), suspected(finding));
    persons.add(fresh);
    return merge(fresh, finding, names);
  }

  /** "Man killed in fire A man was killed when ...": a headline ran into its first sentence. */
  private static boolean repeats(Finding headline, Finding finding) {
    Mention bare = headline.mention;
    Mention m = finding.mention;
    return m.indefinite
        && !m.another
        && bare.noun.equals(m.noun)
        && !bare.indefinite
        && !bare.definite
        && !bare.possessive
        && !bare.named()
        && headline.figure.equals(finding.figure)
        && headline.coordination == 0
        && finding.coordination == 0;
  }

  /** "made an arrest": an event, whoever it is told of. */
  private static boolean event(Mention m) {
    return m.head == Mention.Head.COUNT;
  }

  private boolean sameName(Finding other, List<String> names) {
    return !names.isEmpty() && other.mention.named() && Person.sameNames(names, names(other));
  }

  /** The words of a mention's name in lower case. */
  private static List<String> names(Finding finding) {
    Mention m = finding.mention;
    if (!m.named()) {
      return List.of();
    }
    Lexemes lexemes = finding.sentence.lexemes();
    List<String> names = new ArrayList<>();
    for (int i = m.nameFrom; i < m.nameTo; i++) {
      if (lexemes.end(i) - lexemes.start(i) > 2 && !lexemes.term(i).is(Tag.TITLE)) {
        names.add(
            lexemes
                .tokens()
                .text()
                .substring(lexemes.start(i), lexemes.end(i))
                .toLowerCase(Locale.ROOT));
      }
    }
    return names;
  }

  private static boolean compatible(Person p, Mention m, List<String> names) {
    if (!names.isEmpty() && !p.names.isEmpty()) {
      return Person.sameNames(names, p.names) && (m.age < 0 || p.age < 0 || m.age == p.age);
    }
    if (m.sex != 0 && p.sex != 0 && m.sex != p.sex) {
      return false;
    }
    if (m.age >= 0 && p.age >= 0 && m.age != p.age) {
      return false;
    }
    if (m.pronoun) {
      return true;
    }
    // whoever is arrested may be called a suspect, a boy and a soldier
    boolean attacker = m.group.equals("ATTACKERS");
    return p.suspected
        || attacker == p.noun.equals("ATTACKERS")
        || p.noun.isEmpty()
        || m.group.equals(Claim.ALL);
  }

  private static Person merge(Person p, Finding finding, List<String> names) {
    Mention m = finding.mention;
    if (!p.figures.contains(finding.figure)) {
      p.figures.add(finding.figure);
    }
    if (names.size() > p.names.size()) {
      p.names = names;
    }
    if (p.age < 0) {
      p.age = m.age;
    }
    if (p.sex == 0) {
      p.sex = m.sex;
    }
    if (p.noun.isEmpty() && !m.group.equals(Claim.ALL)) {
      p.noun = m.group;
    }
    return p;
  }
}
