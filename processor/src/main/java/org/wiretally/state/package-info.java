/**
 * The port through which decisions reach what was kept, and the order in which it is found. Pure
 * Java: neither Kafka nor Avro.
 */
@NullMarked
package org.wiretally.state;

import org.jspecify.annotations.NullMarked;
