@NullMarked
package org.wiretally.ingest.publish;

import org.jspecify.annotations.NullMarked;
