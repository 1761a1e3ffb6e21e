/** Reading figures: article text in, claims out. Pure Java: neither Kafka nor Avro. */
@NullMarked
package org.wiretally.figures;

import org.jspecify.annotations.NullMarked;
