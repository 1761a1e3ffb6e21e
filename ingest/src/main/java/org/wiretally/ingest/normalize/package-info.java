/**
 * From what a source delivered to an article's text: decoding, characters, paragraphs, chrome,
 * dates.
 *
 * <p>Pure Java: no Kafka, no Avro, no clock, no file is read but the vocabulary in the resources.
 */
@NullMarked
package org.wiretally.ingest.normalize;

import org.jspecify.annotations.NullMarked;
