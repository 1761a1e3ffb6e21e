/** Answers from what was kept: a consensus as known at a time, and how it came about. */
@NullMarked
package org.wiretally.query;

import org.jspecify.annotations.NullMarked;
