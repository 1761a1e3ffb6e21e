package org.wiretally.figures;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.wiretally.text.Tokens;

/**
 * Whether a clause states a fact about the event reported: neither denied nor feared, planned,
 * asked or habitual, and no other event in the background. One for each text.
 */
final class Factuality {
  private static final int REACH = 9;

  /** What governs a verb but no clause does not reach further. */
  private static final int NEAR = 5;

  /** A negation without a complement clause stands beside its verb or its verb's subject. */
  private static final int ADJACENT = 3;

  /** A mark behind a longer text that opens like no question asks something else. */
  private static final int SHORT = 8;

  /** Films that make a list. */
  private static final int CLIPS = 2;

  private final Items items;
  private final Lexemes lexemes;
  private int from;
  private int to;
  private final Background background;
  private final Fiction fiction;
  private boolean question;
  private boolean teaser;

  Factuality(Items items, Lexemes lexemes, @Nullable Instant published) {
    this.items = items;
    this.lexemes = lexemes;
    this.background = new Background(items, lexemes, published);
    this.fiction = new Fiction(items, lexemes);
  }

  /** Turns to the sentence at lexemes {@code [begin, to)}, whose items have been cut. */
  void open(int begin, int end) {
    from = begin;
    to = end;
    background.open(from, to);
    fiction.open(from, to);
    teaser = leadsElsewhere(lexemes, from, to);
    boolean asks = false;
    for (int i = Math.max(from, to - 3); i < to; i++) {
      asks |= lexemes.kind(i) == Tokens.QUESTION;
    }
    int first = from;
    while (first < to - 1 && lexemes.kind(first) != Tokens.WORD) {
      first++;
    }
    question = asks && (to - from < SHORT || lexemes.term(first).is(Tag.INTERROGATIVE));
  }

  /** The reason why the trigger's victims are no claim, or null. */
  @Nullable String against(Clauses clauses, int trigger, VerbGroup group, Mention victim) {
    if (teaser || clips()) {
      return "another-story";
    }
    if (question) {
      return "question";
    }
    if (group.not || deniedBefore(victim.from)) {
      return "negated";
    }
    if (group.modal) {
      return "modal";
    }
    if (group.fear) {
      return "feared";
    }
    if (group.almost) {
      return "almost";
    }
    if (fiction.tells(trigger)) {
      return "fiction";
    }
    if (fiction.general()) {
      return "general";
    }
    if (fiction.figurative(trigger)) {
      return "figurative";
    }
    if (sought(trigger)) {
      return "sought";
    }
    Term term = items.get(trigger).term;
    if (group.infinitive && !group.have && !group.said && !(group.be && term.form(Term.GERUND))) {
      return "purpose";
    }
    if (Figure.DETAINED.equals(term.verb) && background.earlier(trigger, group)) {
      return "history";
    }
    boolean held =
        Figure.DETAINED.equals(term.verb)
            || Figure.DETAINED.equals(term.state)
            || Figure.DETAINED.equals(term.fled);
    if (held && background.unrelated(trigger)) {
      return "unrelated";
    }
    if (background.setAgainst(trigger)) {
      return "history";
    }
    if (unfounded(trigger, group)) {
      return "denied";
    }
    if (bareBase(term, group, trigger) && infinitiveBefore(group.start - 1)) {
      return "purpose";
    }
    String governed = governed(group);
    return governed != null ? governed : background.against(clauses, trigger);
  }

  /** "0:31 Groom wounded in brawl 0:58 Cook arrested": films beside the story. */
  private boolean clips() {
    String text = lexemes.tokens().text();
    int lengths = 0;
    for (int l = from; l + 1 < to; l++) {
      if (lexemes.kind(l) == Tokens.CODE && lexemes.has(l + 1, Tokens.CAPITAL)) {
        // an hour of the day has no such nought, unless two of them
        int at = lexemes.start(l);
        lengths += text.charAt(at) == '0' && text.charAt(at + 1) == ':' ? 1 : 0;
      }
    }
    return lengths >= CLIPS;
  }

  /** "not the pilot", "neither the pilot nor his wife". */
  private boolean deniedBefore(int victim) {
    return victim > 0
        && (lexemes.term(victim - 1).is(Tag.NOT) || lexemes.term(victim - 1).is(Tag.NOR));
  }

  private static boolean bareBase(Term term, VerbGroup group, int trigger) {
    return group.start == trigger
        && term.form(Term.BASE)
        && !term.form(Term.PAST | Term.PARTICIPLE | Term.GERUND);
  }

  /** "wanted to storm the hall and kill": the verb behind "and" is an infinitive too. */
  private boolean infinitiveBefore(int and) {
    if (and < 0 || items.get(and).type != ItemType.AND) {
      return false;
    }
    for (int j = and - 1; j >= 0 && and - j < REACH; j--) {
      Item item = items.get(j);
      if (item.type == ItemType.BREAK || item.type == ItemType.RELATIVE) {
        return false;
      }
      if (item.type == ItemType.TO) {
        return switch (items.get(j + 1).type) {
          case FINITE, VERB, LIGHT, TAKER, FORCED -> true;
          case OTHER -> {
            Term after = items.get(j + 1).term;
            yield !after.is(Tag.DEFINITE) && after.whole == null;
          }
          case MENTION -> verbLike(items.get(j + 1).mention);
          default -> false;
        };
      }
    }
    return false;
  }

  /** "to storm the hall": a noun's word without anything of a noun phrase. */
  private static boolean verbLike(@Nullable Mention m) {
    return m != null
        && m.head == Mention.Head.THING
        && m.quantity == null
        && m.to - m.from == 1
        && !m.noun.manyThings;
  }

  /** "the report that the envoy was wounded is unfounded". */
  private boolean unfounded(int trigger, VerbGroup group) {
    int that = group.start - 1;
    while (that >= 0 && group.start - that < REACH && !items.get(that).term.that) {
      that--;
    }
    if (that < 0 || group.start - that >= REACH) {
      return false;
    }
    boolean is = false;
    for (int j = trigger + 1; j < items.size() && items.get(j).type != ItemType.BREAK; j++) {
      is |= items.get(j).type == ItemType.BE;
      if (is && items.get(j).term.is(Tag.UNFOUNDED)) {
        return true;
      }
    }
    return false;
  }

  /** "Related: 51 arrested in ...": a line that leads to another article. */
  private static boolean leadsElsewhere(Lexemes lexemes, int from, int to) {
    int i = from;
    while (i < to && lexemes.kind(i) != Tokens.WORD) {
      i++;
    }
    return i + 1 < to && lexemes.term(i).is(Tag.TEASER) && lexemes.kind(i + 1) == Tokens.COLON;
  }

  /** "a warrant for his arrest", "plans for an evacuation of the town", "halt the murder of". */
  private boolean sought(int trigger) {
    ItemType type = items.get(trigger).type;
    if (type != ItemType.ACT && type != ItemType.MENTION) {
      return false;
    }
    for (int j = trigger - 1; j >= 0 && trigger - j < REACH; j--) {
      Item item = items.get(j);
      if (item.type == ItemType.BREAK || item.type == ItemType.AFTER) {
        return false;
      }
      boolean meant = type == ItemType.ACT && trigger - j <= ADJACENT;
      for (int l = item.from; l < item.to; l++) {
        if (lexemes.term(l).is(Tag.SOUGHT) || (meant && lexemes.term(l).is(Tag.MEANT))) {
          return true;
        }
      }
    }
    return false;
  }

  /** Words left of the clause that make it no fact: "fears that", "denied", "if", "plot to". */
  private @Nullable String governed(VerbGroup group) {
    int steps = 0;
    boolean complement = false;
    for (int j = group.start - 1; j >= 0 && steps < REACH; j--, steps++) {
      if (items.get(j).type == ItemType.CLOSE) {
        // what stands in brackets governs nothing outside
        int open = j;
        while (open > 0 && j - open < REACH && items.get(open).type != ItemType.OPEN) {
          open--;
        }
        j = open;
        continue;
      }
      switch (items.get(j).type) {
        case BREAK, AND, BUT, WHERE, COMMA, AFTER -> {
          return null;
        }
        case RELATIVE -> {
          if (!items.get(j).term.that || describes(j)) {
            return null;
          }
          complement = true;
        }
        case FEAR -> {
          if (governs(j) && (steps < NEAR || clausal(j))) {
            return "feared";
          }
        }
        case DENY -> {
          return "denied";
        }
        case IF -> {
          return "conditional";
        }
        case MODAL -> {
          ItemType governs = j + 1 < items.size() ? items.get(j + 1).type : ItemType.BREAK;
          boolean verb =
              governs == ItemType.LIGHT
                  || governs == ItemType.TAKER
                  || governs == ItemType.FORCED
                  || governs == ItemType.FINITE;
          if (verb) {
            return "modal";
          }
        }
        case SAID -> complement = true;
        case NOT -> {
          if (steps < (complement ? NEAR : ADJACENT) && !withoutThing(j)) {
            return "negated";
          }
        }
        default -> {
          if (complement && items.get(j).term.is(Tag.INITIAL) && butBehind(group.start)) {
            return "superseded";
          }
        }
      }
    }
    return null;
  }

  /** "initially said that seven were hurt, but ..." */
  private boolean butBehind(int start) {
    for (int j = start; j < items.size(); j++) {
      if (items.get(j).type == ItemType.BUT) {
        return true;
      }
    }
    return false;
  }

  /** "without a licence": nothing else is negated. */
  private boolean withoutThing(int not) {
    if (!lexemes.term(items.get(not).from).phrase.equals("without") || not + 1 >= items.size()) {
      return false;
    }
    Mention m = items.get(not + 1).mention;
    return m != null && m.head == Mention.Head.THING;
  }

  /** "the attack that killed 12" tells of the attack; "denied that 12 died" does not. */
  private boolean describes(int that) {
    ItemType before = that > 0 ? items.get(that - 1).type : null;
    boolean noun =
        before == ItemType.MENTION || before == ItemType.OTHER || before == ItemType.NAME;
    ItemType after = that + 1 < items.size() ? items.get(that + 1).type : null;
    return noun
        && (after == ItemType.VERB
            || after == ItemType.LIGHT
            || after == ItemType.TAKER
            || after == ItemType.FORCED
            || after == ItemType.BE
            || after == ItemType.HAVE
            || after == ItemType.ADVERB);
  }

  /** "threats to kill", "fears that 12 died", "attempted murder"; not "the threats came". */
  private boolean governs(int fear) {
    if (fear + 1 >= items.size()) {
      return false;
    }
    return switch (items.get(fear + 1).type) {
      case TO, RELATIVE, OF, VERB, ACT, BE, ADVERB -> true;
      case MENTION ->
          items.get(fear).term.phrase.startsWith("fear") || items.get(fear + 1).term.count != null;
      default -> false;
    };
  }

  /** "fears that 12 died" reaches further than "threatened to kill 12". */
  private boolean clausal(int fear) {
    return items.get(fear + 1).type != ItemType.TO;
  }
}
