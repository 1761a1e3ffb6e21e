/**
 * The running consensus: live claims of one story in, one answer per figure and group out.
 *
 * <p>Everything here is a pure function of the set of live claims and their event times: no clock,
 * no arrival order, no hidden state. Pure Java: neither Kafka nor Avro.
 */
@NullMarked
package org.wiretally.consensus;

import org.jspecify.annotations.NullMarked;
