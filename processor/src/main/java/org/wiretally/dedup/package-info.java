/** Which article is a copy of which: signatures, their comparison, and the index of those kept. */
@NullMarked
package org.wiretally.dedup;

import org.jspecify.annotations.NullMarked;
