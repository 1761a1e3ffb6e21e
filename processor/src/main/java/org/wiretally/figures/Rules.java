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
          0,
          firstOf(
              new SharedNumberRule(),
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
          firstOf(new ReleaseRule()),
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
          firstOf(new DwellingRule()),
          firstOf(new LabelRule()),
          firstOf(new BodyRule()));

  /** Who was brought where, for those of whom no event tells more. */
  private static final Pass TRANSPORTS =
      new Pass(
          EVENTS.end(),
          firstOf(
              new TransportRule("hospital", Tag.HOSPITAL, Figure.INJURED),
              new TransportRule("prison", Tag.PRISON, Figure.DETAINED),
              new TransportRule("safety", Tag.SAFETY, Figure.RESCUED),
              new SentencedRule()));

  /** What the phrase for the victims says itself, where nothing else told of them. */
  private static final Pass PHRASES =
      new Pass(
          TRANSPORTS.end(), firstOf(new HeldTogetherRule(), new HeldRule(), new ModifierRule()));

  private static final List<Pass> PASSES = List.of(EVENTS, TRANSPORTS, PHRASES);

  /** Numbers that stand without a verb of their own, beside what other rules found. */
  private static final List<SentenceRule> ELLIPSES =
      List.of(
          new AmongThemRule(),
          new BringingRule(),
          new BreakdownRule(),
          new GappedRule(),
          new OfThemRule());

  private Rules() {}

  /** Of a term the rules that look at its items, as bits. */
  static long lookingAt(Term term) {
    long bits = 0;
    for (Pass pass : PASSES) {
      bits |= pass.bits(rule -> rule.looksAt(term));
    }
    return bits;
  }

  /** Applies all rules to a sentence. */
  static void read(Reading reading) {
    for (int p = 0; p < PASSES.size(); p++) {
      PASSES.get(p).read(reading);
    }
    for (int r = 0; r < ELLIPSES.size() && reading.anyFinding(); r++) {
      ELLIPSES.get(r).read(reading);
    }
  }

  /** One walk over the items, where each is shown to the rules that may read it. */
  private static final class Pass {
    private final TriggerRule[] rules;

    /** By rule: a bit for each that does not look at an item which the rule settled. */
    private final long[] alternatives;

    /** By the type's place in its enum: the rules that look at items of the type, as bits. */
    private final long[] ofType = new long[ItemType.values().length];

    /** The rules that look at mentions with a modifier. */
    private long ofModified;

    /** The bit of the first of the pass's rules in {@link Term#rules}. */
    private final int shift;

    Pass(int shift, Alternatives... alternatives) {
      this.shift = shift;
      List<TriggerRule> all = new ArrayList<>();
      for (Alternatives of : alternatives) {
        all.addAll(of.rules());
      }
      rules = all.toArray(new TriggerRule[0]);
      if (shift + rules.length > Long.SIZE) {
        throw new IllegalStateException("a term has bits for " + Long.SIZE + " rules");
      }
      this.alternatives = new long[rules.length];
      for (int r = 0; r < rules.length; r++) {
        for (Alternatives of : alternatives) {
          if (of.rules().contains(rules[r])) {
            this.alternatives[r] = bits(of.rules()::contains);
          }
        }
        ofModified |= rules[r].looksAtModified() ? 1L << (shift + r) : 0;
      }
      for (ItemType type : ItemType.values()) {
        ofType[place(type)] = bits(rule -> rule.triggers().contains(type));
      }
    }

    /** One past the bit of the last of the pass's rules. */
    int end() {
      return shift + rules.length;
    }

    long bits(Predicate<TriggerRule> condition) {
      long bits = 0;
      for (int r = 0; r < rules.length; r++) {
        bits |= condition.test(rules[r]) ? 1L << (shift + r) : 0;
      }
      return bits;
    }

    @SuppressWarnings("EnumOrdinal") // the place lives in memory only; no data depends on the order
    private static int place(ItemType type) {
      return type.ordinal();
    }

    /** The rules that look at an item, as bits. */
    private long looking(Item item) {
      boolean modified = item.mention != null && item.mention.modifier != null;
      return ofType[place(item.type)] & (item.term.rules | (modified ? ofModified : 0));
    }

    void read(Reading reading) {
      Items items = reading.items();
      for (int n = 0; n < items.looked(); n++) {
        int k = items.looked(n);
        long looking = looking(items.get(k));
        while (looking != 0) {
          int r = Long.numberOfTrailingZeros(looking) - shift;
          looking &= looking - 1;
          if (rules[r].read(reading, k) == TriggerRule.Outcome.SETTLED) {
            looking &= ~alternatives[r];
          }
        }
      }
    }
  }
}
