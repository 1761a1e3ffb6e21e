package org.wiretally.figures;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Attaches the mentions of one sentence to its triggers: voice, subject, object, coordination.
 *
 * <p>English word order decides; there is no parse tree. All walks over items are bounded by {@link
 * #REACH} or less, so the cost is linear in the sentence.
 */
final class Clauses {
  /** Items that a walk passes at most. */
  static final int REACH = 40;

  private final Items items;
  private final Subjects subjects;
  private final VerbObjects objects;

  Clauses(Items items) {
    this.items = items;
    this.subjects = new Subjects(this);
    this.objects = new VerbObjects(this);
  }

  /** The mentions that are the subject of a verb group which starts at {@code start}. */
  List<Mention> subject(int start) {
    return subjects.of(start);
  }

  /**
   * The subject of a participle without an auxiliary: the phrase right before it, prepositions or
   * not ("a service for six people killed in the fire").
   */
  List<Mention> described(int start) {
    return subjects.described(start);
  }

  /** The mentions that follow a verb (or "of") at {@code k} as its objects. */
  List<Mention> objects(int k) {
    return objects.behind(k);
  }

  /** "was killed, along with two bodyguards": those who share a passive verb's fate. */
  List<Mention> companions(int k) {
    return objects.companions(k);
  }

  Item at(int i) {
    return items.get(i);
  }

  int size() {
    return items.size();
  }

  @Nullable ItemType type(int i) {
    return items.type(i);
  }

  Mention mention(int i) {
    Mention mention = at(i).mention;
    if (mention == null) {
      throw new IllegalStateException("item " + i + " is no mention");
    }
    return mention;
  }

  /** The verb group that ends in a trigger. */
  VerbGroup group(int trigger) {
    VerbGroup group = new VerbGroup();
    int j = trigger - 1;
    loop:
    for (; j >= 0 && trigger - j < 12; j--) {
      if (j == trigger - 1 && at(j).term.is(Tag.HELD_TRUE) && countedAt(j - 1)) {
        // "six soldiers believed dead"
        group.said = true;
        continue;
      }
      switch (at(j).type) {
        case BE -> {
          group.be |= !group.infinitive;
          group.present |= at(j).term.is(Tag.PRESENT);
          group.ongoing |= at(j).term.phrase.equals("being");
          group.plural |= at(j).term.is(Tag.PLURAL_VERB);
        }
        case HAVE -> {
          group.have = true;
          group.plural |= at(j).term.is(Tag.PLURAL_VERB);
        }
        case MODAL -> group.modal = true;
        case NOT -> group.not = true;
        case DO, ADVERB, QUOTE -> {}
        case LIGHT -> {
          if (type(j - 1) == ItemType.MENTION && !group.be && !passiveBefore(j)) {
            // "left dead": the mention before is the subject all the same
            group.light = true;
          } else if (type(j - 1) == null || type(j - 1) == ItemType.COMMA) {
            group.light = true;
          } else if (passiveBefore(j) || coordinatedLight(j)) {
            group.light = true;
          } else {
            break loop;
          }
        }
        case SAID -> {
          // "were reported killed", "were believed dead"
          if (!passiveBefore(j)) {
            break loop;
          }
          group.said = true;
        }
        case FEAR -> {
          if (passiveBefore(j) || type(j - 1) == ItemType.MENTION) {
            group.fear = true;
          } else {
            break loop;
          }
        }
        case OTHER -> {
          if (at(j).term.is(Tag.HELD_TRUE) && group.infinitive && passiveBefore(j)) {
            // "are known to have died"
            group.said = true;
            continue;
          }
          if (at(j).term.below && !at(j).term.isAny(Tag.PREPOSITION.bit)) {
            group.almost = true;
            continue;
          }
          // an adverb that the lexicon does not hold: "were pre-emptively evacuated"
          ItemType left = type(j - 1) == ItemType.OTHER ? type(j - 2) : type(j - 1);
          if (at(j).term.known() || (left != ItemType.BE && left != ItemType.HAVE)) {
            break loop;
          }
        }
        case AND -> {
          // "must be sick or dead", "will be found and arrested"
          group.modal |=
              (at(trigger).type == ItemType.STATE || at(trigger).term.form(Term.PARTICIPLE))
                  && predicative(j - 1)
                  && type(j - 2) == ItemType.BE
                  && type(j - 3) == ItemType.MODAL;
          break loop;
        }
        case TO -> {
          if (j == trigger - 1 || group.be || group.have) {
            group.infinitive = true;
          } else {
            break loop;
          }
        }
        default -> {
          break loop;
        }
      }
    }
    group.start = j + 1;
    group.relative = type(j) == ItemType.RELATIVE;
    group.detached = type(j) == ItemType.COMMA || type(j) == ItemType.MENTION;
    return group;
  }

  /** "sick", "found". */
  private boolean predicative(int i) {
    ItemType type = type(i);
    return type == ItemType.OTHER
        || type == ItemType.FINITE
        || type == ItemType.LIGHT
        || type == ItemType.SAID;
  }

  /** "was shot in the back and later pronounced dead". */
  private boolean coordinatedLight(int j) {
    int q = j - 1;
    while (type(q) == ItemType.ADVERB) {
      q--;
    }
    return type(q) == ItemType.AND && (at(j).term.lightForms & Term.PARTICIPLE) != 0;
  }

  boolean countedAt(int i) {
    return type(i) == ItemType.MENTION && mention(i).counted() && mention(i).persons();
  }

  private boolean passiveBefore(int j) {
    int k = j - 1;
    while (type(k) == ItemType.ADVERB || type(k) == ItemType.NOT) {
      k--;
    }
    return type(k) == ItemType.BE;
  }

  /** Past adverbs, times and brackets, from {@code p} to the left. */
  int skipLeft(int p) {
    int q = p;
    while (q >= 0) {
      ItemType type = at(q).type;
      if (type == ItemType.ADVERB || type == ItemType.TIME || type == ItemType.QUOTE) {
        q--;
      } else if (type == ItemType.CLOSE) {
        int open = q - 1;
        while (open >= 0 && q - open < 15 && type(open) != ItemType.OPEN) {
          open--;
        }
        if (type(open) != ItemType.OPEN) {
          return q;
        }
        q = open - 1;
      } else {
        return q;
      }
    }
    return q;
  }

  /**
   * Where the antecedent ends, if the verb at {@code verb} is the one of a relative clause; else
   * -1.
   */
  int relativeBefore(int verb) {
    ItemType type = type(verb);
    boolean known =
        type == ItemType.VERB
            || type == ItemType.TAKER
            || type == ItemType.FINITE
            || type == ItemType.LIGHT
            || type == ItemType.BE
            || type == ItemType.HAVE
            || type == ItemType.STATE;
    if (!known && type != ItemType.OTHER) {
      return -1;
    }
    int q = known ? group(verb).start - 1 : verb - 1;
    if (type(q) != ItemType.RELATIVE) {
      return -1;
    }
    q = skipLeft(q - 1);
    return type(q) == ItemType.COMMA ? skipLeft(q - 1) : q;
  }

  boolean verbAt(int i) {
    ItemType type = type(i);
    return type == ItemType.BE
        || type == ItemType.HAVE
        || type == ItemType.VERB
        || type == ItemType.STATE;
  }

  /** Whether a finite verb follows the mention, so that it is the subject of another clause. */
  boolean subjectAt(int i) {
    for (int p = i + 1; p < size() && p - i < 16; p++) {
      ItemType type = at(p).type;
      switch (type) {
        case BE, HAVE, MODAL, DO, LIGHT, SAID, FINITE, TAKER, FORCED, STATE, FLED -> {
          return true;
        }
        case VERB -> {
          return !at(p).term.form(Term.GERUND) || at(p).term.form(Term.PARTICIPLE);
        }
        case PREPOSITION, OF, NAME, MENTION, ADVERB, QUOTE, TIME, OTHER, REJECTED -> {}
        default -> {
          return false;
        }
      }
    }
    return false;
  }
}
