package org.wiretally.place;

import org.wiretally.article.Span;

/**
 * One mention of a place.
 *
 * @param place what it names
 * @param span where, in the title or in the text
 * @param evidence in what position
 * @param weight what it counts: the position's weight, less for a demonym or an institution
 */
public record PlaceMention(Place place, Span span, Evidence evidence, double weight) {}
