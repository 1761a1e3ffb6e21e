/** Tests of the sources' records. */
@NullMarked
package org.wiretally.sources;

import org.jspecify.annotations.NullMarked;
