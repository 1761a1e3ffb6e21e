/** Benchmarks. {@code docs/benchmarks.md} says how they are run and what they gave. */
@NullMarked
package org.wiretally.benchmarks;

import org.jspecify.annotations.NullMarked;
