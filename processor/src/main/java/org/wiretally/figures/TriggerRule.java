package org.wiretally.figures;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A rule that looks at single items and reads the sentence around them. */
abstract non-sealed class TriggerRule implements Rule {
  /** What a rule says of an item that it looked at. */
  enum Outcome {
    /** The item is read: the rules behind in a list of alternatives do not look at it. */
    SETTLED,
    /** The rule does not apply. */
    OPEN
  }

  private final String name;
  private final Set<ItemType> triggers;
  private final @Nullable Tag tag;

  TriggerRule(String name, ItemType first, ItemType... others) {
    this(name, EnumSet.of(first, others));
  }

  TriggerRule(String name, Set<ItemType> triggers) {
    this.name = name;
    this.triggers = triggers;
    this.tag = null;
  }

  /** A rule that looks at the items whose term has the tag, and at no other. */
  TriggerRule(String name, Set<ItemType> triggers, Tag tag) {
    this.name = name;
    this.triggers = triggers;
    this.tag = tag;
  }

  @Override
  public String name() {
    return name;
  }

  /** The types of the items that the rule looks at. */
  Set<ItemType> triggers() {
    return triggers;
  }

  /**
   * Whether the rule looks at items of the term, the noun of a mention included. Asked once for
   * each term of the lexicon, so that a sentence costs only the rules that its words may concern.
   */
  boolean looksAt(Term term) {
    return tag == null || term.is(tag);
  }

  /** Whether the rule looks at all mentions that have a {@link Mention#modifier} besides. */
  boolean looksAtModified() {
    return false;
  }

  /**
   * Reads the item at {@code k}, which is of one of {@link #triggers()} and of a term looked at.
   */
  abstract Outcome read(Reading reading, int k);
}
