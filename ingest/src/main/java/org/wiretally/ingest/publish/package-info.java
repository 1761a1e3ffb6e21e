/** What was read goes to Kafka: articles to their topic, what is broken to the dead letters. */
@NullMarked
package org.wiretally.ingest.publish;

import org.jspecify.annotations.NullMarked;
