/** Words, numbers and sentences of a text, with their offsets. Pure Java. */
@NullMarked
package org.wiretally.text;

import org.jspecify.annotations.NullMarked;
