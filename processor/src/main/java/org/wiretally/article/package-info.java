/** Articles and what annotation adds to them. Pure Java: neither Kafka nor Avro. */
@NullMarked
package org.wiretally.article;

import org.jspecify.annotations.NullMarked;
