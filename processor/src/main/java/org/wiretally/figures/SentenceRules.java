package org.wiretally.figures;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The rules: each reads one kind of trigger and names itself in the findings it makes.
 *
 * <p>What a rule finds is a claim of fact unless {@link Factuality} gives a reason against it.
 */
final class SentenceRules {
  /** People hit by gunfire; the article decides whether they were killed or injured. */
  static final Figure SHOT = new Figure("SHOT");

  private static final Figure RELOCATED = new Figure("RELOCATED");
  private static final Figure SHELTERED = new Figure("SHELTERED");

  private final List<Item> items;
  private final Clauses clauses;
  private final Whereabouts whereabouts;
  private final Factuality factuality;
  private final Chunker chunker;
  private final Sentence sentence;
  private final Consumer<Finding> out;

  /** What was found of each mention, the last rule's. */
  private final Map<Mention, Finding> findings = new HashMap<>();

  private int coordinations;

  SentenceRules(
      List<Item> items,
      Factuality factuality,
      Chunker chunker,
      Sentence sentence,
      Consumer<Finding> out) {
    this.items = items;
    this.clauses = new Clauses(items);
    this.whereabouts = new Whereabouts(clauses, sentence.lexemes());
    this.factuality = factuality;
    this.chunker = chunker;
    this.sentence = sentence;
    this.out = out;
  }

  void run() {
    for (int k = 0; k < items.size(); k++) {
      Item item = items.get(k);
      switch (item.type) {
        case VERB -> {
          verb(k, item.term);
          if (item.term.is(Tag.DWELLING)) {
            dwelling(k);
          }
        }
        case STATE -> state(k, item.term.state);
        case ACT -> act(k, item.term.act);
        case TOLL -> toll(k, item.term.toll);
        case HOMEWARD -> homeward(k, item.term.homeward);
        case FLED -> predicate(k, item.term.fled);
        case INCLUDING -> among(k, item.term.among);
        case MENTION -> mention(k, clauses.mention(k));
        default -> {
          if (item.term.is(Tag.NUMBER_OF)) {
            numberOf(k);
          }
          if (item.term.is(Tag.DWELLING)) {
            dwelling(k);
          }
        }
      }
    }
    hospitals();
    modifiers();
    gapped();
    subsets();
    for (Item item : items) {
      if (item.mention != null) {
        chunker.untaken(item.mention);
      }
    }
  }

  // ------------------------------------------------------------------ verbs

  private void verb(int k, Term term) {
    Figure figure = term.verb;
    if (figure == null) {
      return;
    }
    if (headlineEvent(k, term, figure)) {
      Mention one = new Mention(items.get(k).from);
      one.to = items.get(k).to;
      one.quantityTo = one.to;
      one.single = true;
      one.quantity = Quantity.exact(1);
      emit(k, clauses.group(k), figure, List.of(one), "event");
      return;
    }
    Clauses.Group group = clauses.group(k);
    boolean bare = !group.be && !group.have && !group.modal && !group.infinitive;
    if (!term.transitive) {
      if (term.form(Term.GERUND) && !group.be) {
        emit(k, group, figure, clauses.described(k), "subject-participle");
      } else {
        emit(k, group, figure, clauses.subject(group.start), "subject");
      }
      return;
    }
    if (group.be && term.form(Term.PARTICIPLE)) {
      List<Mention> victims = new ArrayList<>(clauses.subject(group.start));
      if (victims.isEmpty()) {
        // a subject behind its verb: "fueron arrestadas 40 personas"
        victims.addAll(clauses.objects(k));
      } else {
        victims.addAll(clauses.companions(k));
      }
      emit(k, group, figure, victims, "passive");
      return;
    }
    boolean participle = term.form(Term.PARTICIPLE) && !group.modal;
    List<Mention> objects = clauses.objects(k);
    if (term.form(Term.GERUND) || !participle || (term.form(Term.BASE) && !bare)) {
      if (objects.isEmpty() && term.intransitive) {
        boolean participating = term.form(Term.GERUND) && !group.be;
        emit(
            k,
            group,
            figure,
            participating ? clauses.described(k) : clauses.subject(group.start),
            participating ? "subject-participle" : "subject");
      } else if (objects.isEmpty() && participle) {
        reduced(k, group, figure);
      } else {
        emit(k, group, figure, objects, term.form(Term.GERUND) ? "object-participle" : "object");
      }
      return;
    }
    if (figure.equals(SHOT) && k + 1 < items.size() && items.get(k + 1).term.is(Tag.AT)) {
      // "shot at two men": nobody need be hit
      return;
    }
    if (objects.isEmpty() && listedVerb(k) && !countedBefore(group)) {
      // "shot, killed two men"
      objects = clauses.objects(k + 2).stream().filter(Mention::persons).toList();
    }
    boolean by = nextType(k) == ItemType.BY;
    if (objects.isEmpty() && !by && thingBehind(k) && !countedBefore(group)) {
      return;
    }
    if (!by && !objects.isEmpty() && (group.have || !victimsBefore(k, group, objects))) {
      emit(k, group, figure, objects, "object");
    } else if (!group.have || by) {
      reduced(k, group, figure);
    } else if (objects.isEmpty() && term.intransitive) {
      emit(k, group, figure, clauses.subject(group.start), "subject");
    }
  }

  private boolean listedVerb(int k) {
    return k + 2 < items.size()
        && (clauses.type(k + 1) == ItemType.COMMA || clauses.type(k + 1) == ItemType.AND)
        && clauses.type(k + 2) == ItemType.VERB
        && items.get(k + 2).term.transitive;
  }

  /** "killed the bill": an object, but no victim. */
  private boolean thingBehind(int k) {
    int j = k + 1;
    while (clauses.type(j) == ItemType.ADVERB) {
      j++;
    }
    return clauses.type(j) == ItemType.MENTION && clauses.mention(j).head == Mention.Head.THING;
  }

  private boolean countedBefore(Clauses.Group group) {
    return clauses.type(group.start - 1) == ItemType.MENTION
        && clauses.mention(group.start - 1).counted();
  }

  private void reduced(int k, Clauses.Group group, Figure figure) {
    if (items.get(k).term.is(Tag.BLOW)) {
      // "hit his third basket": whoever stands before it acts
      return;
    }
    if (figure.equals(SHOT) && nextType(k) == ItemType.BE) {
      // "one shot was fired"
      return;
    }
    boolean named = clauses.type(k + 1) == ItemType.NAME || clauses.type(k + 2) == ItemType.NAME;
    if (named && sentence.lexemes().tokens().upperCase() && nextType(k) == ItemType.NAME) {
      // in capitals an unknown word behind the verb is most often whom it hit
      return;
    }
    List<Mention> victims = clauses.described(group.start);
    if (!victims.isEmpty() && victims.get(0).pronoun) {
      // "he shot a 68": a pronoun acts
      return;
    }
    emit(k, group, figure, victims, "participle");
  }

  private @Nullable ItemType nextType(int k) {
    int j = k + 1;
    while (clauses.type(j) == ItemType.ADVERB || clauses.type(j) == ItemType.QUOTE) {
      j++;
    }
    return clauses.type(j);
  }

  /** "12 killed 30 wounded": the number behind belongs to the next trigger. */
  private boolean victimsBefore(int k, Clauses.Group group, List<Mention> objects) {
    if (clauses.type(group.start - 1) != ItemType.MENTION) {
      return false;
    }
    Mention before = clauses.mention(group.start - 1);
    if (!before.counted() && !before.single) {
      return false;
    }
    int j = k + 1;
    while (j < items.size() && clauses.type(j) != ItemType.MENTION) {
      j++;
    }
    if (j == items.size()) {
      return false;
    }
    Mention behind = clauses.mention(j);
    boolean headline = behind.single && !behind.indefinite && !behind.possessive;
    if (before.counted() && headline && (before.head == Mention.Head.NUMBER || acts(j))) {
      // "more than 700 injured Jokes poke fun at": two headlines that ran together
      return true;
    }
    ItemType after = clauses.type(j + 1);
    boolean counted = before.counted() && before.head == Mention.Head.NUMBER;
    return counted && (after == ItemType.VERB || after == ItemType.STATE) && !objects.isEmpty();
  }

  /** Whether the mention is the subject of a verb right behind it. */
  private boolean acts(int j) {
    ItemType after = clauses.type(j + 1);
    return after == ItemType.SAID
        || after == ItemType.FINITE
        || after == ItemType.LIGHT
        || after == ItemType.BE;
  }

  // ------------------------------------------------------------------ states and predicates

  private void state(int k, @Nullable Figure figure) {
    if (figure == null) {
      return;
    }
    Clauses.Group group = clauses.group(k);
    boolean predicate = group.be || group.light;
    boolean object = clauses.type(k + 1) == ItemType.MENTION && !clauses.mention(k + 1).countable();
    if (object && figure.equals(Figure.MISSING)) {
      // "missing time with a sprain"
      return;
    }
    List<Mention> victims =
        predicate ? clauses.subject(group.start) : clauses.described(group.start);
    if (predicate && victims.isEmpty() && group.start == 0) {
      // a subject behind its verb: "resultaron heridas 12 personas"
      victims = clauses.objects(k);
    }
    emit(k, group, figure, victims, "state");
  }

  private void predicate(int k, @Nullable Figure figure) {
    if (figure == null) {
      return;
    }
    Clauses.Group group = clauses.group(k);
    emit(k, group, figure, clauses.subject(group.start), "predicate");
  }

  /** "4,000 people staying in or near the border camp". */
  private void dwelling(int k) {
    if (clauses.type(k + 1) != ItemType.PREPOSITION) {
      return;
    }
    for (int j = k + 2; j < items.size() && j - k < 9; j++) {
      Item item = items.get(j);
      if (item.term.is(Tag.SHELTER_PLACE)) {
        emit(k, clauses.group(k), SHELTERED, clauses.described(clauses.group(k).start), "dwelling");
        return;
      }
      switch (item.type) {
        case MENTION, NAME, OTHER, AND, PREPOSITION, QUOTE -> {}
        default -> {
          return;
        }
      }
    }
  }

  /** "was rushed to Mercy Hospital", "took two boys to a trauma center". */
  private void hospitals() {
    for (int k = 0; k < items.size(); k++) {
      if (items.get(k).term.is(Tag.TRANSPORT) && clauses.type(k) != ItemType.MENTION) {
        int to = behind(k, ItemType.TO);
        boolean hospital = to > 0 && wordBehind(to, Tag.HOSPITAL);
        if (hospital || (to > 0 && wordBehind(to, Tag.PRISON))) {
          Clauses.Group group = clauses.group(k);
          List<Mention> objects = group.be ? List.of() : clauses.objects(k);
          List<Mention> victims =
              !objects.isEmpty()
                  ? objects
                  : group.be ? clauses.subject(group.start) : clauses.described(group.start);
          Figure figure = hospital ? Figure.INJURED : Figure.DETAINED;
          String rule = hospital ? "hospital" : "prison";
          emit(k, group, figure, victims.stream().filter(m -> !dead(m)).toList(), rule);
        }
      } else if (items.get(k).term.is(Tag.SENTENCED) && wordBehind(k, Tag.PRISON)) {
        Clauses.Group group = clauses.group(k);
        List<Mention> victims =
            group.be ? clauses.subject(group.start) : clauses.described(group.start);
        emit(k, group, Figure.DETAINED, victims, "sentenced");
      }
    }
  }

  private static boolean dead(Mention m) {
    return Figure.KILLED.equals(m.claimed);
  }

  private int behind(int k, ItemType wanted) {
    for (int j = k + 1; j < items.size() && j - k < 8; j++) {
      ItemType type = clauses.type(j);
      if (type == wanted) {
        return j;
      }
      if (type == ItemType.BREAK || type == ItemType.COMMA || type == ItemType.VERB) {
        return -1;
      }
    }
    return -1;
  }

  /** Whether the phrase behind an item holds a word of the class. */
  private boolean wordBehind(int to, Tag tag) {
    for (int j = to + 1; j < items.size() && j - to < 12; j++) {
      Item item = items.get(j);
      for (int l = item.from; l < item.to; l++) {
        if (sentence.lexemes().term(l).is(tag)) {
          return true;
        }
      }
      switch (item.type) {
        case MENTION, NAME, OTHER, AND, OF, QUOTE -> {}
        case TO, PREPOSITION, TIME, BY, ADVERB, REJECTED -> {
          if (tag == Tag.HOSPITAL) {
            return false;
          }
        }
        default -> {
          return false;
        }
      }
    }
    return false;
  }

  /** "Ten women were among the dead." */
  private void among(int k, @Nullable Figure figure) {
    Clauses.Group group = clauses.group(k);
    if (figure == null || !group.be) {
      return;
    }
    List<Mention> victims = clauses.subject(group.start);
    for (Mention m : victims) {
      m.included = true;
    }
    emit(k, group, figure, victims, "among");
  }

  /** "forced 12,000 people from their homes", "12,000 were forced to flee". */
  private void homeward(int k, @Nullable Figure figure) {
    if (figure == null) {
      return;
    }
    for (int j = k - 1; j >= 0 && k - j < 12; j--) {
      ItemType type = clauses.type(j);
      if (type == ItemType.BREAK) {
        return;
      }
      if (type == ItemType.HAVE && j == k - 1) {
        // "had to evacuate"
        int start = clauses.type(j - 1) == ItemType.HAVE ? j - 1 : j;
        emit(k, clauses.group(start), figure, clauses.subject(start), "had-to");
        return;
      }
      if (type == ItemType.FORCED) {
        List<Mention> objects = clauses.objects(j);
        Clauses.Group group = clauses.group(j);
        if (objects.isEmpty()) {
          emit(k, group, figure, clauses.subject(group.start), "forced");
        } else {
          emit(k, group, figure, objects, "forcing");
        }
        return;
      }
    }
  }

  // ------------------------------------------------------------------ nouns

  /** "the murder of six priests", "Massimov's arrest". */
  private void act(int k, @Nullable Figure figure) {
    if (figure == null) {
      return;
    }
    Clauses.Group group = new Clauses.Group();
    group.start = k;
    int of = clauses.type(k + 1) == ItemType.OPEN ? k + 2 : k + 1;
    if (clauses.type(of) == ItemType.OF) {
      emit(k, group, figure, clauses.objects(of), "act-of");
    } else if (clauses.type(k - 2) == ItemType.MENTION && possessive(k - 1) && !compound(k)) {
      emit(k, group, figure, List.of(clauses.mention(k - 2)), "possessor");
    }
  }

  /** "his shooting slump": the noun goes on. */
  private boolean compound(int k) {
    return clauses.type(k + 1) == ItemType.OTHER
        && (!items.get(k + 1).term.known() || items.get(k + 1).term.is(Tag.CASE_NOUN));
  }

  /** "Massimov's arrest", "the six Jesuits' murder". */
  private boolean possessive(int i) {
    return switch (items.get(i).type) {
      case OTHER -> items.get(i).term.phrase.equals("'s") && clauses.mention(i - 1).single;
      case QUOTE -> clauses.mention(i - 1).counted() || clauses.mention(i - 1).quantity == null;
      default -> false;
    };
  }

  private void mention(int k, Mention m) {
    if (m.head == Mention.Head.COUNT) {
      count(k, m);
    }
  }

  /** "12 deaths", "the deaths of 12 people", "claimed 12 lives". */
  private void count(int k, Mention m) {
    Figure figure = m.noun.count;
    if (figure == null) {
      return;
    }
    Clauses.Group group = new Clauses.Group();
    group.start = k;
    boolean lives = m.noun.phrase.equals("lives") || m.noun.phrase.equals("life");
    if (lives) {
      int j = k - 1;
      while (clauses.type(j) == ItemType.ADVERB) {
        j--;
      }
      ItemType type = clauses.type(j);
      boolean taker = j >= 0 && (type == ItemType.TAKER || items.get(j).term.is(Tag.TAKER));
      if (!taker) {
        return;
      }
      group = clauses.group(j);
    }
    if (m.quantity == null && !m.possessive && tollBehind(k)) {
      toll(k, figure);
      return;
    }
    boolean injuriesTo = clauses.type(k + 1) == ItemType.TO && figure.equals(Figure.INJURED);
    if (clauses.type(k + 1) == ItemType.OF || injuriesTo) {
      List<Mention> victims = clauses.objects(k + 1);
      if (!victims.isEmpty() && (m.quantity == null || !m.counted())) {
        emit(k, group, figure, victims, "count-of");
        return;
      }
    }
    if (m.quantity == null && m.indefinite && m.noun.singular && made(k)) {
      m.quantity = Quantity.exact(1);
      m.single = true;
    }
    if (m.quantity != null) {
      emit(k, group, figure, List.of(m), "count");
    } else if (m.possessive && !lives && m.noun.singular && m.noun.act != null) {
      Mention his = new Mention(m.from);
      his.to = m.from + 1;
      his.quantityTo = his.to;
      his.pronoun = true;
      his.single = true;
      his.quantity = Quantity.exact(1);
      emit(k, group, figure, List.of(his), "possessor");
    }
  }

  /** "made an arrest", "an arrest has been made"; not "an arrest has yet to be made". */
  private boolean made(int k) {
    if (k > 0 && items.get(k - 1).term.is(Tag.MADE)) {
      Clauses.Group group = clauses.group(k - 1);
      return !group.not && !group.modal && !group.infinitive;
    }
    int j = k + 1;
    while (clauses.type(j) == ItemType.HAVE || clauses.type(j) == ItemType.BE) {
      j++;
    }
    return j < items.size() && items.get(j).term.is(Tag.MADE);
  }

  /** "Arrest made in shooting": a headline without its article. */
  private boolean headlineEvent(int k, Term term, Figure figure) {
    boolean event =
        figure.equals(term.act) && term.form(Term.BASE) && k + 1 < items.size() && opens(k);
    return event && items.get(k + 1).term.is(Tag.MADE);
  }

  private boolean opens(int k) {
    ItemType before = clauses.type(k - 1);
    return before == null
        || before == ItemType.BREAK
        || before == ItemType.COMMA
        || before == ItemType.QUOTE;
  }

  /** "Deaths in the fire rose to 283", "Fatalities: 12". */
  private boolean tollBehind(int k) {
    for (int j = k + 1; j < items.size() && j - k < 12; j++) {
      switch (items.get(j).type) {
        case PREPOSITION, NAME, OTHER, TIME, OF, HAVE -> {}
        case MENTION -> {
          Mention m = clauses.mention(j);
          if (m.counted() && m.persons() && m.quantity != null) {
            return m.quantity.qualifier() == Qualifier.UP_TO
                || (j == k + 1 && !items.get(k).term.singular);
          }
        }
        case TOLLVERB -> {
          return true;
        }
        case BREAK -> {
          return isColon(j) && clauses.type(j + 1) == ItemType.MENTION;
        }
        default -> {
          return false;
        }
      }
    }
    return false;
  }

  /** "the death toll rose to 31 from 26". */
  private void toll(int k, @Nullable Figure figure) {
    if (figure == null) {
      return;
    }
    Clauses.Group group = new Clauses.Group();
    group.start = k;
    boolean colon = k + 1 < items.size() && isColon(k + 1);
    Mention chosen = colon ? null : adjacentBefore(k);
    for (int j = k + 1; j < items.size() && j - k < 18 && chosen == null; j++) {
      ItemType type = clauses.type(j);
      if (type == ItemType.BREAK && !isColon(j)) {
        break;
      }
      if (type == ItemType.MODAL || type == ItemType.FEAR) {
        group.modal = true;
      }
      if (type != ItemType.MENTION) {
        continue;
      }
      Mention m = clauses.mention(j);
      if (!m.counted() || m.head == Mention.Head.THING || m.taken) {
        continue;
      }
      Term before = j > 0 ? items.get(j - 1).term : Term.UNKNOWN;
      if (before.is(Tag.FROM) || before.is(Tag.BY)) {
        chunker.reject(m.quantityFrom, m.quantityTo, "superseded");
        m.taken = true;
        continue;
      }
      chosen = m;
    }
    if (chosen == null) {
      chosen = tollBefore(k);
    }
    if (chosen != null) {
      if (buildings(figure) && chosen.head == Mention.Head.NUMBER) {
        chosen.unit = Unit.HOUSEHOLDS;
      }
      emit(k, group, figure, List.of(chosen), "toll");
    }
  }

  /** "six homes destroyed": the number right before. */
  private @Nullable Mention adjacentBefore(int k) {
    if (clauses.type(k - 1) != ItemType.MENTION) {
      return null;
    }
    Mention m = clauses.mention(k - 1);
    return m.counted() && m.head == Mention.Head.NUMBER && !m.taken ? m : null;
  }

  /** "a 240 death toll", "brings to 274,000 the total number of people displaced". */
  private @Nullable Mention tollBefore(int k) {
    int j = k - 1;
    while (clauses.type(j) == ItemType.OTHER
        || clauses.type(j) == ItemType.ADVERB
        || (clauses.type(j) == ItemType.MENTION && !clauses.mention(j).counted())) {
      j--;
    }
    if (clauses.type(j) != ItemType.MENTION) {
      return null;
    }
    Mention m = clauses.mention(j);
    boolean brings = clauses.type(j - 1) == ItemType.TO && clauses.type(j - 2) == ItemType.TOLLVERB;
    boolean right = brings || (j == k - 1 && m.head == Mention.Head.NUMBER);
    return right && m.head != Mention.Head.THING && !m.taken ? m : null;
  }

  /** "the number of those who died in the flood has reached 12". */
  private void numberOf(int k) {
    Figure figure = null;
    int j = k + 1;
    for (; j < items.size() && j - k < 16 && figure == null; j++) {
      Item item = items.get(j);
      if (item.type == ItemType.BREAK) {
        return;
      }
      if (item.type == ItemType.VERB && item.term.form(Term.PARTICIPLE)) {
        figure = item.term.verb;
      } else if (item.type == ItemType.STATE) {
        figure = item.term.state;
      } else if (item.type == ItemType.TOLLVERB) {
        return;
      }
    }
    boolean reached = false;
    for (; j < items.size() && j - k < 30; j++) {
      ItemType type = clauses.type(j);
      if (type == ItemType.BREAK || type == ItemType.COMMA || type == ItemType.MODAL) {
        return;
      }
      reached |= type == ItemType.TOLLVERB || type == ItemType.BE;
      if (type == ItemType.MENTION && clauses.mention(j).counted()) {
        if (reached && figure != null && clauses.mention(j).head != Mention.Head.THING) {
          Clauses.Group group = new Clauses.Group();
          group.start = k;
          emit(k, group, figure, List.of(clauses.mention(j)), "number-of");
        }
        return;
      }
    }
  }

  private boolean isColon(int j) {
    return sentence.lexemes().end(items.get(j).from) - sentence.lexemes().start(items.get(j).from)
            == 1
        && sentence.lexemes().kind(items.get(j).from) == org.wiretally.text.Tokens.COLON;
  }

  /** "three wounded soldiers", "300 hostages", where no other rule took the figure. */
  private void modifiers() {
    for (int k = 0; k < items.size(); k++) {
      if (items.get(k).type != ItemType.MENTION) {
        continue;
      }
      Mention m = clauses.mention(k);
      if (m.held() && m.quantity == null && clauses.type(k - 1) == ItemType.MENTION) {
        // "held 20 diplomats hostages"
        m = clauses.mention(k - 1);
        if (m.taken || !m.counted() || !m.persons()) {
          continue;
        }
        m.modifier = clauses.mention(k).modifier;
      }
      if (m.modifier == null || m.quantity == null || m.modifier.equals(SHOT)) {
        continue;
      }
      boolean lasting = Figure.DISPLACED.equals(m.modifier);
      if ((m.held() && m.taken && !lasting) || m.ofThem) {
        continue;
      }
      if (m.single && m.held()) {
        continue;
      }
      Clauses.Group group = new Clauses.Group();
      group.start = k;
      emit(k, group, m.modifier, List.of(m), m.held() ? "held" : "modifier");
    }
  }

  /** "three died in the north and one in the south": a number without its verb. */
  private void gapped() {
    Finding last = null;
    for (int k = 0; k < items.size(); k++) {
      if (clauses.type(k) != ItemType.MENTION) {
        continue;
      }
      Mention m = clauses.mention(k);
      if (m.taken) {
        last = m.counted() ? findings.get(m) : null;
        continue;
      }
      boolean gap =
          last != null
              && m.counted()
              && m.head == Mention.Head.NUMBER
              && !m.ofThem
              && !clauses.subjectAt(k)
              && placed(k + 1)
              && listed(k - 1)
              && placed(indexOf(last.mention) + 1, k);
      if (gap && last != null) {
        if (last.coordination == 0) {
          last.coordination = ++coordinations;
        }
        m.group = last.mention.group;
        m.unit = last.mention.unit;
        m.taken = true;
        m.claimed = last.figure;
        Finding finding = new Finding(last.figure, m, "gapped", sentence);
        finding.coordination = last.coordination;
        finding.place = whereabouts.behind(k);
        out.accept(finding);
        findings.put(m, finding);
        last = finding;
      }
    }
  }

  /** Where a mention stands, or -1 for one that a rule made itself. */
  private int indexOf(Mention m) {
    for (int i = 0; i < items.size(); i++) {
      if (m.equals(items.get(i).mention)) {
        return i;
      }
    }
    return -1;
  }

  /** "in Cauca": a place right behind the number. */
  private boolean placed(int i) {
    return i + 1 < items.size()
        && clauses.type(i) == ItemType.PREPOSITION
        && items.get(i).term.is(Tag.LOCATIVE)
        && (clauses.type(i + 1) == ItemType.NAME
            || clauses.type(i + 1) == ItemType.MENTION
            || items.get(i + 1).term.is(Tag.DEFINITE));
  }

  private boolean placed(int from, int to) {
    for (int i = from; i < to; i++) {
      if (placed(i)) {
        return true;
      }
    }
    return false;
  }

  private boolean listed(int i) {
    return clauses.type(i) == ItemType.AND || clauses.type(i) == ItemType.COMMA;
  }

  /** "44 people were killed, 3 of them children": of the figure claimed last before it. */
  private void subsets() {
    Figure last = null;
    boolean including = false;
    for (int k = 0; k < items.size(); k++) {
      Item item = items.get(k);
      if (item.type != ItemType.MENTION || item.mention == null) {
        including =
            item.type == ItemType.INCLUDING
                || (including
                    && (item.type == ItemType.AND
                        || item.type == ItemType.COMMA
                        || item.type == ItemType.ADVERB));
        continue;
      }
      Mention m = item.mention;
      if (m.taken && m.claimed != null) {
        // "no one was hurt": nobody is included
        last = none(m) ? null : m.claimed;
      } else if (including && !m.taken && besides(k)) {
        last = null;
      } else if ((m.ofThem || including)
          && m.quantity != null
          && last != null
          && m.persons()
          && clauses.type(k + 1) != ItemType.FINITE
          && !m.taken) {
        m.included = true;
        Clauses.Group group = new Clauses.Group();
        group.start = k;
        boolean fatally =
            clauses.type(k + 1) == ItemType.ADVERB
                && items.get(k + 1).term.phrase.equals("fatally");
        emit(k, group, fatally ? Figure.KILLED : last, List.of(m), "of-them");
      }
    }
  }

  private static boolean none(Mention m) {
    return m.quantity != null && Long.valueOf(0).equals(m.quantity.high());
  }

  /** "several people, including two children, were inside": those before it have no figure. */
  private boolean besides(int k) {
    for (int j = k - 1; j >= 0 && k - j < 6; j--) {
      if (clauses.type(j) == ItemType.MENTION) {
        Mention m = clauses.mention(j);
        return m.persons() && !m.taken && m.quantity != null;
      }
    }
    return false;
  }

  // ------------------------------------------------------------------ findings

  private static final long FEW = 10;
  private static final long MOST_SHOT = 20;

  private static boolean buildings(Figure figure) {
    return figure.name().startsWith("HOUSES_");
  }

  /** Buildings count for their own figures, and as households where they are evacuated. */
  private static boolean countedBy(Figure figure, Mention m) {
    boolean house = m.noun.house && m.quantity != null;
    if (buildings(figure)) {
      return house || (m.head == Mention.Head.NUMBER && m.unit == Unit.HOUSEHOLDS);
    }
    if (m.head == Mention.Head.OTHER && (figure.equals(SHOT) || figure.equals(Figure.RESCUED))) {
      // "shot 12 photographs"
      return false;
    }
    return m.persons()
        || (m.head == Mention.Head.COUNT && figure.equals(m.noun.count))
        || (house && figure.equals(Figure.EVACUATED));
  }

  /** Figures that are counted in families. */
  private static boolean lasting(Figure figure) {
    return figure.equals(Figure.DISPLACED)
        || figure.equals(Figure.EVACUATED)
        || figure.equals(Figure.HOMELESS)
        || figure.equals(SHELTERED)
        || figure.equals(RELOCATED)
        || figure.equals(Figure.RESCUED);
  }

  private static boolean person(Mention m) {
    return m.head == Mention.Head.PERSONS || m.head == Mention.Head.NAME;
  }

  /** "The team shot 46": a bare number that nobody hits. */
  private static boolean score(Mention m) {
    return m.head == Mention.Head.NUMBER
        && m.quantity != null
        && m.quantity.qualifier() == Qualifier.EXACT
        && m.quantity.best() != null
        && m.quantity.best() > MOST_SHOT;
  }

  /** "drown" has no single subject; "drowns" and "drowned" have. */
  private static boolean plural(Term verb, Clauses.Group group) {
    boolean base =
        verb.form(Term.BASE) && !verb.form(Term.THIRD | Term.PAST | Term.PARTICIPLE | Term.GERUND);
    boolean bare = !group.modal && !group.infinitive && !group.be && !group.have;
    return base && bare && verb.intransitive && !verb.transitive;
  }

  private static boolean few(Mention m) {
    if (m.quantity == null || m.unit != Unit.PERSONS) {
      return m.quantity == null;
    }
    Long best = m.quantity.best() != null ? m.quantity.best() : m.quantity.low();
    return best != null && best > 0 && best < FEW;
  }

  private void emit(
      int trigger, Clauses.Group group, Figure figure, List<Mention> victims, String rule) {
    if (victims.isEmpty()) {
      return;
    }
    Clauses.enumerated(victims);
    int coordination = victims.size() > 1 ? ++coordinations : 0;
    String reason = factuality.against(clauses, trigger, group, victims.get(0));
    for (Mention m : victims) {
      if (!countedBy(figure, m)) {
        continue;
      }
      if (figure.equals(m.claimed) && m.taken) {
        continue;
      }
      if (m.single && (figure.equals(SHELTERED) || figure.equals(RELOCATED))) {
        // "he hosted in 2007"
        continue;
      }
      if (items.get(trigger).term.is(Tag.BLOW) && !person(m)) {
        continue;
      }
      if (figure.equals(SHOT) && score(m)) {
        chunker.reject(m.quantityFrom, m.quantityTo, "score");
        m.taken = true;
        continue;
      }
      if (m.single && !m.pronoun && plural(items.get(trigger).term, group)) {
        continue;
      }
      if (figure.equals(Figure.DISPLACED) && few(m)) {
        // a suspect flees the scene, a population its homes
        continue;
      }
      if (reason != null
          && (m.quantity == null
              || m.quantity.best() == null
              || m.quantity.best() > 0
              || !reason.equals("negated"))) {
        if (m.quantity != null) {
          chunker.reject(m.quantityFrom, m.quantityTo, reason);
        }
        m.taken = true;
        continue;
      }
      if (m.unit == Unit.FAMILIES && m.single && !lasting(figure)) {
        // "a family was found dead": two at least, no household
        m.unit = Unit.PERSONS;
        m.single = false;
        m.quantity = new Quantity(2L, null, null, Qualifier.VAGUE);
      }
      m.taken = true;
      m.claimed = figure;
      Finding finding = new Finding(figure, m, rule, sentence);
      finding.coordination = coordination;
      finding.place = whereabouts.behind(Math.max(trigger, indexOf(m)));
      out.accept(finding);
      findings.put(m, finding);
    }
  }
}
