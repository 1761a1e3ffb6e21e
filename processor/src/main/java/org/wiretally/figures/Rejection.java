package org.wiretally.figures;

import org.wiretally.article.Span;

/**
 * A number, or a figure's words, that is no claim of fact about this event, and why.
 *
 * @param span the rejected expression
 * @param inTitle as in {@link Claim}
 * @param reason lower-case words with hyphens, such as {@code age}, {@code money}, {@code modal},
 *     {@code history}
 */
public record Rejection(Span span, boolean inTitle, String reason) {}
