package org.wiretally.topology;

import org.jspecify.annotations.Nullable;
import org.wiretally.identity.Delivery;

/**
 * What the store of versions keeps of an article.
 *
 * @param desk where its claims are; null while it is withdrawn
 */
record StandingDelivery(Delivery delivery, @Nullable String desk) {}
