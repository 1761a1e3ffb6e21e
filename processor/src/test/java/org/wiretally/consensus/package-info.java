@NullMarked
package org.wiretally.consensus;

import org.jspecify.annotations.NullMarked;
