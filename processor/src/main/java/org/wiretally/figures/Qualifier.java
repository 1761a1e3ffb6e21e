package org.wiretally.figures;

/** How a quantity was hedged. The bounds that each gives are the codebook's table "Quantities". */
public enum Qualifier {
  EXACT,
  AT_LEAST,
  MORE_THAN,
  ABOUT,
  UP_TO,
  FEWER_THAN,
  RANGE,
  VAGUE
}
