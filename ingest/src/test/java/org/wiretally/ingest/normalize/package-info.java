@NullMarked
package org.wiretally.ingest.normalize;

import org.jspecify.annotations.NullMarked;
