/** Where articles come from: files and folders, JSON lines, feeds, a watched folder, a replay. */
@NullMarked
package org.wiretally.ingest.source;

import org.jspecify.annotations.NullMarked;
