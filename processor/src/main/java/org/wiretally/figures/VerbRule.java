package org.wiretally.figures;

/** A rule for verbs that tell of a figure. Voice and word order decide whom they tell it of. */
abstract class VerbRule extends TriggerRule {
  VerbRule(String name) {
    super(name, ItemType.VERB);
  }

  @Override
  final Outcome read(Reading reading, int k) {
    return read(reading, reading.verb(k));
  }

  abstract Outcome read(Reading reading, VerbTrigger verb);
}
