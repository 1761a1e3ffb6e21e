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

  /** The tag of the terms that the rule looks at; null where it looks at all. */
  @Nullable Tag tag() {
    return tag;
  }

  /** Reads the item at {@code k}, which is of one of {@link #triggers()} and has the tag. */
  abstract Outcome read(Reading reading, int k);
}
