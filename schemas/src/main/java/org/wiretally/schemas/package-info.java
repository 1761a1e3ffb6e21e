/** Avro records of every topic, topic names and typed serdes. */
@NullMarked
package org.wiretally.schemas;

import org.jspecify.annotations.NullMarked;
