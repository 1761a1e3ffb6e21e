/** One executable: every command, its options and its errors. */
@NullMarked
package org.wiretally.cli;

import org.jspecify.annotations.NullMarked;
