package org.wiretally.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** All rules, in the order in which they look at a sentence. */
final class Rules {
  /** Rules of which the first that reads an item is the last to look at it. */
  private record Alternatives(List<TriggerRule> rules) {}

  private static Alternatives firstOf(TriggerRule... rules) {
    return new Alternatives(List.of(rules));
  }

  /** What happened to whom, told by a verb, a state or a noun. */
  private static final Pass EVENTS =
      new Pass(
          firstOf(
              new ListedWordRule(),
              new HeadlineEventRule(),
              new InversionRule(),
              new SubjectParticipleRule(),
              new PassiveRule(),
              new AllegedRule(),
              new EpithetRule(),
              new ImperativeRule(),
              new AimedRule(),
              new ThingHitRule(),
              new ObjectParticipleRule(),
              new ObjectRule(),
              new ParticipleRule(),
              new SubjectRule()),
          firstOf(new StateRule()),
          firstOf(new PredicateRule()),
          firstOf(new JailedRule()),
          firstOf(new BailRule()),
          firstOf(new HadToRule(), new ForcingRule(), new ForcedRule()),
          firstOf(new AmongRule()),
          firstOf(new NamedVictimsRule()),
          firstOf(new KillersOfRule()),
          firstOf(
              new LivesLeftRule(),
              new TollRule(),
              new CountOfRule(),
              new CountRule(),
              new ActOfRule(),
              new PossessorRule()),
          firstOf(new NumberOfRule()),
          firstOf(new DwellingRule()));

  /** Who was brought where, for those of whom no event tells more. */
  private static final Pass TRANSPORTS =
      new Pass(
          firstOf(
              new TransportRule("hospital", Tag.HOSPITAL, Figure.INJURED),
              new TransportRule("prison", Tag.PRISON, Figure.DETAINED),
              new SentencedRule()));

  /** What the phrase for the victims says itself, where nothing else told of them. */
  private static final Pass PHRASES =
      new Pass(firstOf(new HeldTogetherRule(), new HeldRule(), new ModifierRule()));

  private static final List<Pass> PASSES = List.of(EVENTS, TRANSPORTS, PHRASES);

  /** Numbers that stand without a verb of their own. */
  private static final List<SentenceRule> ELLIPSES =
      List.of(new BreakdownRule(), new GappedRule(), new OfThemRule());

  private Rules() {}

  /** Applies all rules to a sentence. */
  static void read(Reading reading) {
    for (int p = 0; p < PASSES.size(); p++) {
      PASSES.get(p).read(reading);
    }
    for (int r = 0; r < ELLIPSES.size(); r++) {
      ELLIPSES.get(r).read(reading);
    }
  }

  /** One walk over the items, where each is shown to the rules of its type. */
  private static final class Pass {
    /** By the type's place in its enum. */
    private final TriggerRule[][][] byType = new TriggerRule[ItemType.values().length][][];

    /** As {@link #byType}, for items whose term has none of the tags that rules look at. */
    private final TriggerRule[][][] untagged = new TriggerRule[byType.length][][];

    /** The tags that rules of this pass look at. */
    private long tags;

    private long moreTags;

    Pass(Alternatives... alternatives) {
      for (ItemType type : ItemType.values()) {
        byType[place(type)] = looking(alternatives, rule -> rule.triggers().contains(type));
        untagged[place(type)] =
            looking(alternatives, rule -> rule.triggers().contains(type) && rule.tag() == null);
      }
      for (Alternatives of : alternatives) {
        for (TriggerRule rule : of.rules()) {
          Tag tag = rule.tag();
          if (tag != null) {
            tags |= tag.second ? 0 : tag.bit;
            moreTags |= tag.second ? tag.bit : 0;
          }
        }
      }
    }

    private static TriggerRule[][] looking(
        Alternatives[] alternatives, Predicate<TriggerRule> condition) {
      List<TriggerRule[]> looking = new ArrayList<>();
      for (Alternatives of : alternatives) {
        TriggerRule[] rules = of.rules().stream().filter(condition).toArray(TriggerRule[]::new);
        if (rules.length > 0) {
          looking.add(rules);
        }
      }
      return looking.toArray(TriggerRule[][]::new);
    }

    @SuppressWarnings("EnumOrdinal") // the place lives in memory only; no data depends on the order
    private static int place(ItemType type) {
      return type.ordinal();
    }

    void read(Reading reading) {
      for (int k = 0; k < reading.size(); k++) {
        Item item = reading.item(k);
        boolean tagged = ((item.term.tags & tags) | (item.term.moreTags & moreTags)) != 0;
        TriggerRule[][] looking = (tagged ? byType : untagged)[place(item.type)];
        for (TriggerRule[] alternatives : looking) {
          for (TriggerRule rule : alternatives) {
            Tag tag = rule.tag();
            if (tag != null && !item.term.is(tag)) {
              continue;
            }
            if (rule.read(reading, k) == TriggerRule.Outcome.SETTLED) {
              break;
            }
          }
        }
      }
    }
  }
}
