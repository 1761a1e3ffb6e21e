@NullMarked
package org.wiretally.ingest.source;

import org.jspecify.annotations.NullMarked;
