package org.wiretally.figures;

import java.util.EnumSet;
import java.util.Set;

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

  TriggerRule(String name, ItemType first, ItemType... others) {
    this(name, EnumSet.of(first, others));
  }

  TriggerRule(String name, Set<ItemType> triggers) {
    this.name = name;
    this.triggers = triggers;
  }

  @Override
  public String name() {
    return name;
  }

  /** The types of the items that the rule looks at. */
  Set<ItemType> triggers() {
    return triggers;
  }

  /** Reads the item at {@code k}, which is of one of {@link #triggers()}. */
  abstract Outcome read(Reading reading, int k);
}
