/** Where an article plays: the gazetteer, the reading of places, the desk. Pure Java. */
@NullMarked
package org.wiretally.place;

import org.jspecify.annotations.NullMarked;
