/**
 * The main classes of the embedded default's child JVMs: a broker and a registry that end with the
 * process that started them. They run from their own class paths and share no class with the
 * command line.
 */
@NullMarked
package org.wiretally.embedded;

import org.jspecify.annotations.NullMarked;
