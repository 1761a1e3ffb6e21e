/** What one article says, read once: place, signature, features, claims. Pure Java. */
@NullMarked
package org.wiretally.annotate;

import org.jspecify.annotations.NullMarked;
