package org.wiretally.figures;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
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

  /** Lexemes at a sentence's head among which "in the film" names what is told of. */
  private static final int OPENING = 8;

  /** Items behind a verb among which "of boredom" stands. */
  private static final int PHRASE = 5;

  /** Smaller numbers are years only where "in" stands before them. */
  private static final int RECENT = 1900;

  /** A mark behind a longer text that opens like no question asks something else. */
  private static final int SHORT = 8;

  /** Films that make a list. */
  private static final int CLIPS = 2;

  private final Items items;
  private final Lexemes lexemes;
  private int from;
  private int to;
  private final @Nullable Instant published;
  private final NamedStorms storms;
  private boolean question;
  private boolean teaser;

  Factuality(Items items, Lexemes lexemes, @Nullable Instant published) {
    this.items = items;
    this.lexemes = lexemes;
    this.published = published;
    this.storms = new NamedStorms(lexemes);
  }

  /** Turns to the sentence at lexemes {@code [begin, to)}, whose items have been cut. */
  void open(int begin, int end) {
    from = begin;
    to = end;
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
    if (fiction(trigger)) {
      return "fiction";
    }
    if (general()) {
      return "general";
    }
    if (figurative(trigger)) {
      return "figurative";
    }
    if (sought(trigger)) {
      return "sought";
    }
    Term term = items.get(trigger).term;
    if (group.infinitive && !group.have && !group.said && !(group.be && term.form(Term.GERUND))) {
      return "purpose";
    }
    if (Figure.DETAINED.equals(term.verb) && earlier(trigger, group)) {
      return "history";
    }
    boolean held =
        Figure.DETAINED.equals(term.verb)
            || Figure.DETAINED.equals(term.state)
            || Figure.DETAINED.equals(term.fled);
    if (held && unrelated(trigger)) {
      return "unrelated";
    }
    if (setAgainst(trigger) || storms.tellOfAnother(from, to)) {
      return "history";
    }
    if (unfounded(trigger, group)) {
      return "denied";
    }
    if (bareBase(term, group, trigger) && infinitiveBefore(group.start - 1)) {
      return "purpose";
    }
    String governed = governed(group);
    return governed != null ? governed : background(clauses, trigger);
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

  /** "any person who is arrested must be brought before a judge". */
  private boolean general() {
    if ((lexemes.traits(from, to) & Term.FICTION) == 0) {
      return false;
    }
    for (int l = from; l < to; l++) {
      if (lexemes.term(l).is(Tag.GENERAL)) {
        return true;
      }
    }
    return false;
  }

  /** "in the film, ...", "a novel in which ...", "the thriller opens with ...". */
  private boolean fiction(int trigger) {
    if (inTitle() || cast(trigger)) {
      return true;
    }
    int until = items.get(trigger).from;
    if ((lexemes.traits(from, until) & Term.FICTION) == 0) {
      return false;
    }
    for (int l = from; l < until; l++) {
      if (!lexemes.hasTrait(l, Term.FICTION)) {
        continue;
      }
      boolean comma = lexemes.kind(l + 1) == Tokens.COMMA;
      boolean name = lexemes.has(l + 1, Tokens.CAPITAL) && !lexemes.tokens().upperCase();
      if ((comma || name) && l - from < OPENING && lexemes.term(from).is(Tag.WITHIN)) {
        return true;
      }
      if (lexemes.term(comma ? l + 2 : l + 1).is(Tag.PLOT)) {
        return true;
      }
    }
    return false;
  }

  /** "In "The Mill", a clerk is killed": a title in quotes, which is no operation's. */
  private boolean inTitle() {
    if (from + 3 >= to
        || lexemes.kind(from + 1) != Tokens.QUOTE
        || !lexemes.term(from).is(Tag.WITHIN)
        || !lexemes.has(from + 2, Tokens.CAPITAL)
        || lexemes.term(from + 2).is(Tag.CAMPAIGN)) {
      return false;
    }
    for (int l = from + 3; l < to && l - from < OPENING + 2; l++) {
      if (lexemes.kind(l) == Tokens.QUOTE) {
        return true;
      }
    }
    return false;
  }

  /** "Carl (Adam Reed) dies": who plays whom. */
  private boolean cast(int trigger) {
    for (int j = trigger - 4; j >= 0; j--) {
      boolean brackets =
          items.type(j + 1) == ItemType.OPEN
              && items.type(j + 2) == ItemType.MENTION
              && items.type(j + 3) == ItemType.CLOSE;
      if (brackets && named(j) && given(items.get(j + 2).mention)) {
        return true;
      }
    }
    return false;
  }

  private boolean named(int k) {
    Mention m = items.get(k).mention;
    return items.type(k) == ItemType.NAME || (m != null && m.named());
  }

  /** A given name and more. */
  private boolean given(@Nullable Mention m) {
    return m != null
        && m.nameTo - m.nameFrom > 1
        && m.nameFrom == m.from
        && lexemes.term(m.nameFrom).given;
  }

  /** "died of boredom", "imprisoned by fear"; one may well die in poverty. */
  private boolean figurative(int trigger) {
    boolean dies = Figure.KILLED.equals(items.get(trigger).term.verb);
    for (int j = trigger + 1; j + 1 < items.size() && j - trigger < PHRASE; j++) {
      switch (items.get(j).type) {
        case PREPOSITION, OF, BY -> {
          boolean within = lexemes.term(items.get(j).from).is(Tag.WITHIN);
          return !(dies && within) && lexemes.term(items.get(j + 1).from).is(Tag.FIGURATIVE);
        }
        case MENTION, ADVERB, OTHER -> {}
        default -> {
          return false;
        }
      }
    }
    return false;
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

  /** "arrested on unrelated charges", "in custody on a warrant unrelated to the shooting". */
  private boolean unrelated(int trigger) {
    int behind = items.get(trigger).to;
    for (int l = behind; l < to && l < behind + REACH; l++) {
      byte kind = lexemes.kind(l);
      if (kind == Tokens.COMMA || kind == Tokens.STOP || lexemes.term(l).is(Tag.AND)) {
        return false;
      }
      if (lexemes.term(l).is(Tag.UNRELATED)) {
        return true;
      }
    }
    return false;
  }

  /** "had been arrested before", "was previously arrested": for something else. */
  private boolean earlier(int trigger, VerbGroup group) {
    for (int j = group.start; j < trigger; j++) {
      if (items.get(j).term.is(Tag.EARLIER)) {
        return true;
      }
    }
    if (trigger + 1 >= items.size()) {
      return false;
    }
    if (timesAt(trigger + 1)) {
      return true;
    }
    if (!items.get(trigger + 1).term.is(Tag.EARLIER)) {
      return false;
    }
    ItemType behind = trigger + 2 < items.size() ? items.get(trigger + 2).type : ItemType.BREAK;
    return behind == ItemType.BREAK
        || behind == ItemType.COMMA
        || behind == ItemType.AND
        || behind == ItemType.FINITE
        || behind == ItemType.PREPOSITION;
  }

  /** "arrested several times". */
  private boolean timesAt(int k) {
    Item item = items.get(k);
    return item.mention != null && lexemes.term(item.to - 1).is(Tag.TIMES);
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

  /**
   * "two years after gunmen killed 12", "seven years after his arrest", "the deadliest since 32
   * were killed": the clause tells of what the event is set against.
   */
  private boolean setAgainst(int trigger) {
    for (int j = trigger - 1; j > 0 && trigger - j < REACH; j--) {
      Item item = items.get(j);
      switch (item.type) {
        case BREAK, COMMA, AND, BUT, SAID -> {
          return false;
        }
        case AFTER -> {
          return item.term.is(Tag.SINCE) ? compared(trigger) : yearsBefore(item.from);
        }
        case PREPOSITION -> {
          if (yearsBefore(item.from)) { // "after 30 people were killed"
            return true;
          }
        }
        default -> {}
      }
    }
    return false;
  }

  /** "years after", "years to the day after". */
  private boolean yearsBefore(int after) {
    if (!lexemes.term(after).phrase.equals("after")) {
      return false;
    }
    int years = after - 1;
    while (years > from && after - years <= ADJACENT && toTheDay(years)) {
      years--;
    }
    return years > from
        && lexemes.term(years).is(Tag.YEAR)
        && !lexemes.term(years).is(Tag.BRIEF)
        && !lasting(years);
  }

  private boolean toTheDay(int l) {
    Term term = lexemes.term(l);
    return term.is(Tag.TO) || term.is(Tag.DEFINITE) || term.phrase.equals("day");
  }

  /** "for one year after his arrest": what lasts from the event on. */
  private boolean lasting(int years) {
    for (int l = years - 1; l >= from && years - l <= ADJACENT; l--) {
      if (lexemes.term(l).phrase.equals("for")) {
        return true;
      }
    }
    return false;
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

  /** Averages, and other events: an earlier year, an anniversary, "last year". */
  private @Nullable String background(Clauses clauses, int trigger) {
    if (openedInHistory(trigger)) {
      return "history";
    }
    int from = trigger;
    while (from > 0 && !bounds(clauses.type(from - 1))) {
      from--;
    }
    int to = trigger;
    while (to + 1 < items.size()
        && !bounds(clauses.type(to + 1))
        && clauses.type(to + 1) != ItemType.COMMA) {
      to++;
    }
    // "the 2009 attack, in which 12 died": a marker right before the boundary reaches over it
    int back = from - 1;
    ItemType boundary = back >= 0 ? clauses.type(back) : null;
    if (boundary == ItemType.WHERE || boundary == ItemType.RELATIVE) {
      int before = back;
      while (before > 0 && back - before < 8 && clauses.type(before - 1) != ItemType.BREAK) {
        before--;
      }
      if (markerIn(before, back, true) != null || compared(back)) {
        return "history";
      }
      if (rumoured(back)) {
        return "denied";
      }
    }
    return markerIn(from, to + 1, false);
  }

  /** "Last year, riots broke out in which 12 died": told of the whole sentence. */
  private boolean openedInHistory(int trigger) {
    if (!lexemes.term(from).is(Tag.HISTORY) || lexemes.kind(from + 1) != Tokens.COMMA) {
      return false;
    }
    for (int j = 0; j < trigger; j++) {
      if (items.type(j) == ItemType.BREAK || items.type(j) == ItemType.BUT) {
        return false;
      }
    }
    return true;
  }

  /** "the deadliest since the Arl crash, in which 70 died": the clause tells of what it names. */
  private boolean compared(int back) {
    boolean since = false;
    for (int j = back - 1; j >= 0 && back - j < REACH + NEAR; j--) {
      Item item = items.get(j);
      if (item.type == ItemType.BREAK) {
        return false;
      }
      since |= item.type == ItemType.AFTER && item.term.is(Tag.SINCE);
      if (since && comparisonIn(item)) {
        return true;
      }
    }
    return false;
  }

  /** "rumours of a raid during which 12 died". */
  private boolean rumoured(int back) {
    for (int j = back - 1; j >= 0 && back - j < REACH + NEAR; j--) {
      if (items.get(j).type == ItemType.BREAK) {
        return false;
      }
      if (items.get(j).term.is(Tag.RUMOR)) {
        return true;
      }
    }
    return false;
  }

  private boolean comparisonIn(Item item) {
    for (int l = item.from; l < item.to; l++) {
      if (lexemes.term(l).is(Tag.COMPARISON)) {
        return true;
      }
    }
    return false;
  }

  private static boolean bounds(@Nullable ItemType type) {
    return type == ItemType.BREAK
        || type == ItemType.WHERE
        || type == ItemType.RELATIVE
        || type == ItemType.BUT;
  }

  private @Nullable String markerIn(int from, int to, boolean evenCompared) {
    if (from >= to) {
      return null;
    }
    int first = items.get(from).from;
    int end = items.get(to - 1).to;
    if ((lexemes.traits(first, end) & Term.BACKGROUND) == 0) {
      return null;
    }
    boolean compared = false;
    for (int l = first; l < end; l++) {
      if (!lexemes.hasTrait(l, Term.BACKGROUND)) {
        continue;
      }
      Term term = lexemes.term(l);
      boolean per = term.per && numberAt(l + 1);
      if ((term.is(Tag.RATE) && !laterAt(l + 1) && rateAt(l)) || oneInAt(l) || per) {
        return "rate";
      }
      if (term.is(Tag.COMPARISON)) {
        compared = true;
      }
      if (compared && !evenCompared) {
        continue;
      }
      if (term.is(Tag.HISTORY) && !briefAt(l + 1)) {
        return "history";
      }
      if (lexemes.kind(l) == Tokens.NUMBER && earlierYear(l)) {
        return "history";
      }
    }
    return null;
  }

  /** "a week of cold", "a month long search" are no rates. */
  private boolean rateAt(int l) {
    return l + 1 >= lexemes.size()
        || !(lexemes.term(l + 1).is(Tag.OF) || lexemes.term(l + 1).is(Tag.LONG));
  }

  /** "one in 12 patients"; not "one in Macedonia". */
  private boolean oneInAt(int l) {
    if (!numberAt(l)) {
      return false;
    }
    if (lexemes.term(l + 1).phrase.equals("in")) {
      return numberAt(l + 2);
    }
    // the phrase takes two lexemes or one
    return lexemes.term(l + 1).phrase.equals("in every") && (numberAt(l + 2) || numberAt(l + 3));
  }

  private boolean numberAt(int l) {
    return l + 1 < lexemes.size()
        && (lexemes.kind(l) == Tokens.NUMBER || lexemes.term(l).numberKind != null);
  }

  /** "in the past two weeks" is the event reported; "in the past two years" is none. */
  private boolean briefAt(int l) {
    for (int i = l; i < lexemes.size() && i < l + 3; i++) {
      if (lexemes.term(i).is(Tag.BRIEF)) {
        return true;
      }
    }
    return false;
  }

  /** "a week later" is no rate. */
  private boolean laterAt(int l) {
    return l < lexemes.size()
        && lexemes.term(l).isAny(Tag.ADVERB.bit | Tag.AFTER.bit | Tag.PREVIOUS.bit);
  }

  private boolean earlierYear(int l) {
    if (published == null
        || lexemes.has(l, Tokens.GROUPED)
        || lexemes.end(l) - lexemes.start(l) != 4
        || lexemes.term(Math.min(l + 1, lexemes.size() - 1)).victim()) {
      return false;
    }
    long value = lexemes.tokens().value(lexemes.token(l));
    if (value >= 1000 && value < RECENT) {
      return l > 0 && lexemes.term(l - 1).is(Tag.WITHIN) && !lexemes.term(l - 1).is(Tag.AT);
    }
    OffsetDateTime day = published.atOffset(ZoneOffset.UTC);
    if (value < RECENT || value >= day.getYear()) {
      return false;
    }
    return value < day.getYear() - 1 || day.getMonthValue() > 3;
  }
}
