@NullMarked
package org.wiretally.query;

import org.jspecify.annotations.NullMarked;
