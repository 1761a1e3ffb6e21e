/**
 * How the claimants and publishers fared: what is learnt of each from how its counts stood, online
 * and so that it can be taken back. Pure Java: neither Kafka nor Avro.
 */
@NullMarked
package org.wiretally.sources;

import org.jspecify.annotations.NullMarked;
