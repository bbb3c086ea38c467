/** The pages of the quarantine over HTTP, on a real PostgreSQL. */
@NullMarked
package io.penstock.platform.console.quarantine;

import org.jspecify.annotations.NullMarked;
