/** Which delivery of an article stands. Pure Java: neither Kafka nor Avro. */
@NullMarked
package org.wiretally.identity;

import org.jspecify.annotations.NullMarked;
