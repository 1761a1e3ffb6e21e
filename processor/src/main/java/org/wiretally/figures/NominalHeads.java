package org.wiretally.figures;

/**
 * The head of a noun phrase that ends before a verb, past what hangs on it: of "the driver of a bus
 * in the town of Arl" the driver.
 */
final class NominalHeads {
  private final Clauses clauses;

  NominalHeads(Clauses clauses) {
    this.clauses = clauses;
  }

  /** The head of the nominal group that ends at {@code p}, past its prepositional phrases. */
  int before(int p, boolean pastVerbs) {
    int unknown = 0;
    int ofFallback = -1;
    for (int j = p; j >= 0 && p - j < 24; ) {
      ItemType type = clauses.at(j).type;
      switch (type) {
        case MENTION -> {
          int q = j - 1;
          while (clauses.type(q) == ItemType.QUOTE) {
            q--;
          }
          ItemType before = clauses.type(q);
          boolean object =
              before == ItemType.PREPOSITION
                  || before == ItemType.OF
                  || before == ItemType.BY
                  || before == ItemType.TO
                  || (before == ItemType.OTHER && clauses.at(q).term.is(Tag.SOUGHT))
                  || (before == ItemType.AFTER && !clauses.mention(j).countable());
          int relative = clauses.relativeBefore(q);
          if (relative >= 0 && pastVerbs) {
            // "the gunman who killed 12 people": back to the antecedent
            j = relative;
            continue;
          }
          if (pastVerbs && !clauses.mention(j).countable() && gerundAt(q)) {
            int beside = besides(q);
            if (beside >= 0) {
              // "a man driving a car": back to the man
              j = beside;
              continue;
            }
          }
          if (pastVerbs && accusation(q)) {
            // "the man accused of shooting a girl": back to the man
            j = q - 3;
            continue;
          }
          boolean tail =
              (before == ItemType.NAME
                      || (before == ItemType.OTHER
                          && (clauses.mention(j).head == Mention.Head.THING
                              || clauses.mention(j).named())))
                  && !clauses.mention(j).counted()
                  && !clauses.mention(j).indefinite
                  && !clauses.mention(j).definite
                  && !clauses.mention(j).pronoun;
          boolean ofName =
              before == ItemType.MENTION
                  && (clauses.mention(q).named()
                      || (clauses.mention(q).head == Mention.Head.THING
                          && !clauses.mention(q).counted()))
                  && clauses.mention(j).head == Mention.Head.THING
                  && !clauses.mention(j).counted()
                  && !clauses.mention(j).definite;
          boolean address =
              clauses.mention(j).named()
                  && (before == ItemType.REJECTED
                      || (before == ItemType.MENTION
                          && clauses.mention(q).counted()
                          && clauses.mention(q).head == Mention.Head.NUMBER));
          if ((tail && q - 1 >= 0) || ofName || address) {
            // "in Bima city": the last word of a longer name
            j = q;
          } else if (object) {
            if (before == ItemType.OF
                && clauses.mention(j).countable()
                && clauses.mention(j).counted()) {
              ofFallback = j;
            }
            j = q - 1;
          } else {
            return j;
          }
        }
        case NAME, OTHER, TIME, REJECTED, ADVERB, QUOTE, HOMEWARD, TOLLVERB, ACT -> {
          if (++unknown > 7) {
            return ofFallback;
          }
          j--;
        }
        case PREPOSITION, OF, BY -> j--;
        case TO -> {
          if (clauses.type(j + 1) != ItemType.NAME && clauses.type(j + 1) != ItemType.MENTION) {
            return ofFallback;
          }
          j--;
        }
        case VERB -> {
          Term term = clauses.at(j).term;
          boolean reduced = term.form(Term.PARTICIPLE | Term.GERUND) && clauses.group(j).start == j;
          int relative = clauses.relativeBefore(j);
          if (pastVerbs && relative >= 0) {
            j = relative;
            continue;
          }
          if (!pastVerbs || !reduced) {
            return ofFallback;
          }
          j--;
        }
        case FINITE, LIGHT, FORCED -> {
          int beside = pastVerbs ? besides(j) : -1;
          if (beside < 0) {
            return ofFallback;
          }
          j = beside;
        }
        case COMMA, AND -> {
          // "aged 9, 11 and 12"
          boolean ages =
              clauses.type(j - 1) == ItemType.REJECTED && clauses.type(j + 1) == ItemType.REJECTED;
          if (!ages) {
            return ofFallback;
          }
          j--;
        }
        case CLOSE -> {
          int q = clauses.skipLeft(j);
          if (q == j) {
            return ofFallback;
          }
          j = q;
        }
        case RELATIVE -> {
          int who = pastVerbs && j < p ? antecedent(j) : -1;
          if (who < 0) {
            return ofFallback;
          }
          j = who;
        }
        default -> {
          int relative = pastVerbs ? clauses.relativeBefore(j) : -1;
          if (relative < 0) {
            return ofFallback;
          }
          j = relative;
        }
      }
    }
    return ofFallback;
  }

  /** "driving", "holding". */
  private boolean gerundAt(int q) {
    ItemType type = clauses.type(q);
    return (type == ItemType.LIGHT && (clauses.at(q).term.lightForms & Term.GERUND) != 0)
        || (type == ItemType.FORCED && (clauses.at(q).term.forcedForms & Term.GERUND) != 0);
  }

  /**
   * Where those end of whom the verb at {@code j} tells beside the sentence's own verb ("a man who
   * fled", "the two accused in the case"), or -1.
   */
  private int besides(int j) {
    int relative = clauses.relativeBefore(j);
    if (relative >= 0) {
      return relative;
    }
    Term term = clauses.at(j).term;
    boolean participle =
        gerundAt(j) || (term.lightForms & Term.PARTICIPLE) != 0 || term.is(Tag.BESIDE);
    boolean reduced = clauses.type(j - 1) == ItemType.MENTION && clauses.mention(j - 1).persons();
    return participle && reduced ? j - 1 : -1;
  }

  /** The antecedent of the "who" at {@code j}, whose own verb is an unknown word; -1 for none. */
  private int antecedent(int j) {
    int q = clauses.type(j - 1) == ItemType.COMMA ? j - 2 : j - 1;
    boolean who = clauses.at(j).term.is(Tag.WHO) && clauses.type(q) == ItemType.MENTION;
    return who && clauses.mention(q).persons() ? q : -1;
  }

  /** Whether the gerund at {@code q} says what someone right before it is accused of. */
  private boolean accusation(int q) {
    if (clauses.type(q) != ItemType.VERB || !clauses.at(q).term.form(Term.GERUND)) {
      return false;
    }
    ItemType preposition = clauses.type(q - 1);
    boolean of = preposition == ItemType.OF || preposition == ItemType.PREPOSITION;
    ItemType accused = clauses.type(q - 2);
    return of
        && (accused == ItemType.FINITE
            || accused == ItemType.SAID
            || accused == ItemType.VERB
            || accused == ItemType.FEAR
            || accused == ItemType.OTHER)
        && clauses.type(q - 3) == ItemType.MENTION;
  }

  /** The head of a member of a list that ends at {@code p}; -1 where a verb took it. */
  int listHead(int p) {
    if (p < 0) {
      return -1;
    }
    ItemType type = clauses.type(p);
    if (type == ItemType.VERB || type == ItemType.STATE || type == ItemType.FLED) {
      return -1;
    }
    int head = before(p, false);
    if (head < 0 || !clauses.mention(head).countable()) {
      return -1;
    }
    return objectAt(head) || complementAt(head) ? -1 : head;
  }

  /** "is a good child": told of the subject; "there were 12 dead" is no such thing. */
  private boolean complementAt(int head) {
    return clauses.type(head - 1) == ItemType.BE
        && clauses.mention(head).indefinite
        && clauses.type(head - 2) == ItemType.MENTION;
  }

  /** Whether the mention is the object of a verb right before it. */
  private boolean objectAt(int head) {
    int p = head - 1;
    while (clauses.type(p) == ItemType.ADVERB || clauses.type(p) == ItemType.QUOTE) {
      p--;
    }
    ItemType type = clauses.type(p);
    return type == ItemType.VERB || type == ItemType.TAKER || type == ItemType.FINITE;
  }
}
