package org.wiretally.figures;

/**
 * What one is counted in. Households and families are kept as stated, never turned into persons.
 */
public enum Unit {
  PERSONS,
  HOUSEHOLDS,
  FAMILIES
}
