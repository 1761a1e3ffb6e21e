package org.wiretally.place;

/** Where and how an article names a place, with the weight that the mention has. */
public enum Evidence {
  /** Before the dash that opens the report: {@code CAIRO (AP) --}. */
  DATELINE(4.0),
  TITLE(2.5),
  /** In the first 320 characters of the text. */
  LEAD(2.0),
  /** In the next 1,200 characters. */
  BODY(0.8),
  /** Later, where background stands. */
  TAIL(0.3);

  private final double weight;

  Evidence(double weight) {
    this.weight = weight;
  }

  /** Whether it stands where an article says what it tells of: dateline, title or lead. */
  boolean opens() {
    return this == DATELINE || this == TITLE || this == LEAD;
  }

  public double weight() {
    return weight;
  }
}
