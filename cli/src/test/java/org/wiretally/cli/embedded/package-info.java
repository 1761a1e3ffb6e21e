@NullMarked
package org.wiretally.cli.embedded;

import org.jspecify.annotations.NullMarked;
