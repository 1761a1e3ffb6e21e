/**
 * The embedded default: a real single-node broker and a real registry in child JVMs, for whoever
 * has no cluster.
 *
 * <p>{@link org.wiretally.cli.embedded.EmbeddedCluster} is the way in.
 */
@NullMarked
package org.wiretally.cli.embedded;

import org.jspecify.annotations.NullMarked;
