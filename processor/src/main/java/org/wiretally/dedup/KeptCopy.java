package org.wiretally.dedup;

import org.jspecify.annotations.Nullable;
import org.wiretally.state.Position;

/**
 * A kept article and what is decided about it at present.
 *
 * @param member the article
 * @param source the position of the article that it copies, null where it copies none
 * @param verdict the decision
 */
public record KeptCopy(CopyMember member, @Nullable Position source, Verdict verdict) {}
