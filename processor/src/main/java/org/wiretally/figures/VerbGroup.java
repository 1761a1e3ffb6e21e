package org.wiretally.figures;

/** The words of a verb group as far as they stand left of the trigger that it ends in. */
final class VerbGroup {
  /** The group's first item; the trigger itself where it has no words before it. */
  int start;

  boolean be;
  boolean have;
  boolean modal;
  boolean not;
  boolean infinitive;

  /** "are homeless". */
  boolean present;

  /** "are being held". */
  boolean ongoing;

  /** "were", "have": no single subject. */
  boolean plural;

  /** "nearly died". */
  boolean almost;

  /** "who are homeless". */
  boolean relative;

  /** ", injuring passengers": told beside a clause or of a noun, under no other verb. */
  boolean detached;

  /** "left dead". */
  boolean light;

  /** "were feared dead". */
  boolean fear;

  /** "are believed to be". */
  boolean said;

  /** The group of a trigger that is no verb. */
  static VerbGroup none(int trigger) {
    VerbGroup group = new VerbGroup();
    group.start = trigger;
    return group;
  }
}
