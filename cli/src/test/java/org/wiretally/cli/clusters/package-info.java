/** Real brokers and registries for tests, and what any of them must do. */
@NullMarked
package org.wiretally.cli.clusters;

import org.jspecify.annotations.NullMarked;
