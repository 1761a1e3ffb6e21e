package org.wiretally.topology;

import org.jspecify.annotations.Nullable;
import org.wiretally.identity.Delivery;

/**
 * What the store of versions keeps of an article.
 *
 * @param revised whether it took the place of an earlier one
 * @param desk where its claims are; null while it is withdrawn
 */
record StandingDelivery(Delivery delivery, boolean revised, @Nullable String desk) {}
