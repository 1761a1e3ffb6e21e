/** The Kafka Streams shell around the decisions: the topology, its stores, codecs and settings. */
@NullMarked
package org.wiretally.topology;

import org.jspecify.annotations.NullMarked;
