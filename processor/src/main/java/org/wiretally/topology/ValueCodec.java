package org.wiretally.topology;

import org.wiretally.article.Span;
import org.wiretally.figures.Quantity;
import org.wiretally.figures.Unit;
import org.wiretally.schemas.Qualifier;

/** The values that several records share, onto their topics and off them. */
final class ValueCodec {
  private ValueCodec() {}

  static org.wiretally.schemas.Quantity write(Quantity quantity) {
    return new org.wiretally.schemas.Quantity(
        quantity.low(),
        quantity.best(),
        quantity.high(),
        Qualifier.valueOf(quantity.qualifier().name()));
  }

  static Quantity read(org.wiretally.schemas.Quantity quantity) {
    return new Quantity(
        quantity.getLow(),
        quantity.getBest(),
        quantity.getHigh(),
        org.wiretally.figures.Qualifier.valueOf(quantity.getQualifier().name()));
  }

  static Span read(org.wiretally.schemas.Span span) {
    return new Span(span.getStart(), span.getEnd());
  }

  static org.wiretally.schemas.Span write(Span span) {
    return new org.wiretally.schemas.Span(span.start(), span.end());
  }

  static org.wiretally.schemas.Unit write(Unit unit) {
    return org.wiretally.schemas.Unit.valueOf(unit.name());
  }
}
