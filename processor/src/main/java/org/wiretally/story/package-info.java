/** Which articles are on one event: a pure function of the set of live articles. */
@NullMarked
package org.wiretally.story;

import org.jspecify.annotations.NullMarked;
