/** How other systems use Wiretally's topics. */
@NullMarked
package org.wiretally.examples;

import org.jspecify.annotations.NullMarked;
